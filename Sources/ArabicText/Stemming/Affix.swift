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
    /// What stands in their place afterwards: mostly nothing.
    let replacement: [Letter]

    init(_ text: String, minimumLength: Int, becomes replacement: String = "") {
        letters = Array(text)
        utf8 = Array(text.utf8)
        self.minimumLength = minimumLength
        self.replacement = Array(replacement)
    }

    /// Several affixes with one minimum, in their order.
    static func list(_ texts: String..., minimumLength: Int) -> [Affix] {
        texts.map { Affix($0, minimumLength: minimumLength) }
    }
}

extension [Affix] {
    /// The row with the most letters of those that match.
    func longest(where matches: (Affix) -> Bool) -> Affix? {
        var longest: Affix?
        for affix in self where affix.letters.count > longest?.letters.count ?? 0 && matches(affix) { longest = affix }
        return longest
    }
}

extension [Letter] {
    /// Whether the letters from `start` on begin with the affix, however long the word is.
    func hasPrefix(_ affix: Affix, at start: Int = 0) -> Bool {
        self[Swift.min(start, count)...].starts(with: affix.letters)
    }

    /// Whether the letters before `end` end with the affix, however long the word is.
    func hasSuffix(_ affix: Affix, before end: Int) -> Bool {
        let start = end - affix.letters.count
        return start >= 0 && end <= count && self[start..<end] == affix.letters[...]
    }

    /// The first row of a table that fits the start of the word: its letters and its minimum.
    func firstPrefix(in table: [Affix]) -> Affix? {
        table.first { count >= $0.minimumLength && hasPrefix($0) }
    }

    /// The first row of a table that fits the end of the word: its letters and its minimum.
    func firstSuffix(in table: [Affix]) -> Affix? {
        table.first { count >= $0.minimumLength && hasSuffix($0, before: count) }
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
