/// A list of words that an analyser leaves out.
///
/// Words are compared by their UTF-8 bytes, not by canonical equivalence as `String ==` does: a precomposed أ and an
/// alef with a combining hamza are two words. Normalise the list like the text it meets: see ``mapped(_:)``.
/// A stop word is never empty.
public struct StopWords: Sendable, Hashable {
    let table: WordSet

    /// The list without a word.
    public static let none = StopWords(table: WordSet())

    /// The 119 stop words of Lucene's `ArabicAnalyzer`, not normalised.
    ///
    /// They are compared before normalisation, and so the list has several words in more than one spelling. By Jacques
    /// Savoy, under the BSD license.
    public static let lucene = StopWords(
        luceneStopWordList.split(whereSeparator: \.isWhitespace).map(String.init))

    /// The stop words of the analyser `search`: particles, pronouns, prepositions with their pronouns, and forms of
    /// "to be", in their usual spelling without marks.
    public static let search = StopWords(searchStopWordList.split(whereSeparator: \.isWhitespace).map(String.init))

    /// The lists by name, as `arabictext analyze --stop-words` takes them.
    public static let presets: [(name: String, words: StopWords)] = [
        ("none", none), ("lucene", lucene), ("search", search),
    ]

    private init(table: WordSet) { self.table = table }

    /// The list of these words; an empty word and a repeated one are left out. Sorts them.
    public init(_ words: some Sequence<String>) {
        var list = WordList()
        for word in words { list.append(word) }
        table = WordSet(list)
    }

    /// The list in the text of a stop-word file: one word a line.
    ///
    /// A line ends with a line feed, with or without a carriage return before it. A line that starts with `#` is a
    /// comment; a `#` anywhere else belongs to the word. White space around a word is left out, and so are lines without
    /// a word and a byte order mark at the start.
    public init(parsing text: String) {
        let bytes = text.utf8Span.span
        var words = WordList()
        var start = text.unicodeScalars.first == "\u{FEFF}" ? 3 : 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
            let line = bytes.extracting(start..<end)
            start = end + 1
            if !line.isEmpty, line[0] != UInt8(ascii: "#") { words.append(line.extracting(line.rangeOfWords())) }
        }
        table = WordSet(words)
    }

    /// The number of words.
    public var count: Int { table.count }

    /// Whether the list has no word.
    public var isEmpty: Bool { table.count == 0 }

    /// The words, sorted by their bytes.
    public var words: [String] {
        (0..<count).map(word)
    }

    private func word(at index: Int) -> String {
        // SAFETY: all words come from strings.
        table.withWord(at: index) { unsafe String(copying: UTF8Span(unchecked: $0)) }
    }

    /// Whether the list has a word of exactly these bytes. Linear in the word; allocates nothing.
    public func contains(_ word: Span<UInt8>) -> Bool { table.contains(word) }

    /// Whether the list has a word of exactly the bytes of this one. Linear in the word.
    public func contains(_ word: String) -> Bool { table.contains(word.utf8Span.span) }

    /// This list and these words.
    public func adding(_ words: some Sequence<String>) -> StopWords { union(StopWords(words)) }

    /// This list without these words.
    public func removing(_ words: some Sequence<String>) -> StopWords {
        let removed = StopWords(words)
        var kept = WordList()
        table.forEach { word in
            if !removed.contains(word) { kept.append(word) }
        }
        return StopWords(table: WordSet(kept))
    }

    /// This list without every word that a normaliser makes equal to one of these, so that a word goes in each of its
    /// spellings.
    public func removing(_ words: some Sequence<String>, comparedAfter normalizer: ArabicNormalizer) -> StopWords {
        let removed = StopWords(words.map { normalizer.normalize($0) })
        var kept = WordList()
        for index in 0..<count {
            let word = word(at: index)
            if !removed.contains(normalizer.normalize(word)) { kept.append(word) }
        }
        return StopWords(table: WordSet(kept))
    }

    /// The words of both lists.
    public func union(_ other: StopWords) -> StopWords {
        var words = WordList()
        table.forEach { words.append($0) }
        other.table.forEach { words.append($0) }
        return StopWords(table: WordSet(words))
    }

    /// The list with every word transformed, for example normalised with the profile of the text it will meet.
    ///
    /// A word that becomes empty is left out, and so is one that comes to contain white space, since no token does.
    public func mapped(_ transform: (String) throws -> String) rethrows -> StopWords {
        var results = WordList()
        for index in 0..<count {
            let result = try transform(word(at: index))
            if !result.unicodeScalars.contains(where: \.properties.isWhitespace) { results.append(result) }
        }
        return StopWords(table: WordSet(results))
    }
}

extension Span<UInt8> {
    /// From the first run without white space to the last.
    fileprivate func rangeOfWords() -> Range<Int> {
        var end = 0
        guard var range = nextWord(after: &end) else { return 0..<0 }
        while let word = nextWord(after: &end) { range = range.lowerBound..<word.upperBound }
        return range
    }
}
