/// The normalised bytes of one token, reused from token to token.
struct WordBuffer: ~Copyable {
    private(set) var bytes: [UInt8] = []
    private var space = ByteBuffer(capacity: 256)

    mutating func set(_ source: Span<UInt8>, through normalizer: ArabicNormalizer?) {
        bytes.removeAll(keepingCapacity: true)
        guard let normalizer else {
            bytes.append(copying: source)
            return
        }
        space.truncate(to: 0)
        var alignment: Alignment?
        normalizer.run(whole: source, illFormed: .replace, into: &space, alignment: &alignment)
        space.appendAll(to: &bytes)
    }

    /// The next run without white space. A ligature expands to words, and U+200D can join a space to an emoji.
    func nextWord(after end: inout Int) -> Range<Int>? {
        while end < bytes.count, let length = spaceLength(at: end) { end += length }
        let start = end
        while end < bytes.count, spaceLength(at: end) == nil { end += 1 }
        return start == end ? nil : start..<end
    }

    /// The length of the White_Space character that starts at an offset, or nil.
    private func spaceLength(at offset: Int) -> Int? {
        let byte = bytes[offset]
        if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : nil }
        // The leads of U+0085, U+00A0, U+1680, U+2000 and on, U+3000: Arabic letters have others.
        guard byte == 0xC2 || (0xE1...0xE3).contains(byte) else { return nil }
        guard case .scalar(let scalar, let length) = UTF8Element.decode(bytes.span, at: offset),
            CharacterFacts.isWhiteSpace(scalar)
        else { return nil }
        return length
    }
}
