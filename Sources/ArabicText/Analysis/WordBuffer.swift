/// The normalised bytes of one token, reused from token to token.
struct WordBuffer: ~Copyable {
    private(set) var bytes: [UInt8] = []
    private let normalizer: ArabicNormalizer?
    private var memory = ContextCache()

    /// For tokens that go through a normaliser, or stay as they are, with U+FFFD for what is ill-formed either way: a token may
    /// have such bytes where U+200D joins an emoji to them.
    init(_ normalizer: ArabicNormalizer?) { self.normalizer = normalizer }

    mutating func set(_ source: Span<UInt8>) {
        bytes.removeAll(keepingCapacity: true)
        guard let normalizer else {
            bytes.append(room: source.count + 64) { UTF8Validation.append(source, illFormed: .replace, to: &$0) }
            return
        }
        bytes.append(room: source.count + 64) { buffer in
            var alignment: Alignment?
            normalizer.run(whole: source, illFormed: .replace, into: &buffer, alignment: &alignment, memory: &memory)
        }
    }

    /// The next run without white space. A ligature expands to words, and U+200D can join a space to an emoji.
    func nextWord(after end: inout Int) -> Range<Int>? { bytes.span.nextWord(after: &end) }
}
