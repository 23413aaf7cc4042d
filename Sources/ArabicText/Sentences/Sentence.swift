/// A sentence of a text.
public struct Sentence: Sendable, Hashable {
    /// Where the sentence lies in the source: UTF-8 byte offsets from the start of the text or stream, without the white
    /// space around it.
    public let range: Range<Int>
}
