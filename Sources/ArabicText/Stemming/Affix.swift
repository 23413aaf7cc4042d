/// One row of a stemmer's table: letters that may fall from an end of a word, and how long the word must be for that.
///
/// What a length counts (scalars or UTF-16 units) is the stemmer's affair.
struct Affix: Sendable {
    /// The letters, as a word is taken apart.
    let letters: [Letter]
    /// The same letters as bytes.
    let utf8: [UInt8]
    /// The length from which on a word may lose the letters.
    let minimumLength: Int

    init(_ text: String, minimumLength: Int) {
        letters = text.unicodeScalars.map(Letter.init(unicodeScalarLiteral:))
        utf8 = Array(text.utf8)
        self.minimumLength = minimumLength
    }

    /// Several affixes with one minimum, in their order.
    static func list(_ texts: String..., minimumLength: Int) -> [Affix] {
        texts.map { Affix($0, minimumLength: minimumLength) }
    }
}

extension Span<UInt8> {
    /// Whether the bytes from `start` on begin with the affix and hold it before `end`.
    func hasPrefix(_ affix: Affix, in range: Range<Int>) -> Bool {
        range.count >= affix.utf8.count && holds(affix, at: range.lowerBound)
    }

    /// Whether the bytes of the range end with the affix.
    func hasSuffix(_ affix: Affix, in range: Range<Int>) -> Bool {
        range.count >= affix.utf8.count && holds(affix, at: range.upperBound - affix.utf8.count)
    }

    private func holds(_ affix: Affix, at start: Int) -> Bool {
        for (index, byte) in affix.utf8.enumerated() where self[start + index] != byte { return false }
        return true
    }
}
