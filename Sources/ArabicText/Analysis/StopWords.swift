/// A list of words that an analyser leaves out.
///
/// Words are compared by their UTF-8 bytes, not by canonical equivalence as `String ==` does: a precomposed أ and an
/// alef with a combining hamza are two words. Normalise the list like the text it meets: see ``mapped(_:)``.
/// A stop word is never empty.
public struct StopWords: Sendable, Hashable {
    private let table: WordSet

    /// The list without a word.
    public static let none = StopWords(table: WordSet([]))

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
        table = WordSet(words.map { Array($0.utf8) })
    }

    /// The list in the text of a stop-word file: one word a line.
    ///
    /// A line ends with a line feed, with or without a carriage return before it. A line that starts with `#` is a
    /// comment; a `#` anywhere else belongs to the word. White space around a word is left out, and so are lines without
    /// a word and a byte order mark at the start.
    public init(parsing text: String) {
        var scalars = text.unicodeScalars[...]
        if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
        let lines = scalars.split(separator: "\n").filter { $0.first != "#" }
        self.init(lines.map { String($0.trimmingWhiteSpace()) })
    }

    /// The number of words.
    public var count: Int { table.count }

    /// Whether the list has no word.
    public var isEmpty: Bool { table.count == 0 }

    /// The words, sorted by their bytes.
    public var words: [String] { table.words.map { String(decoding: $0, as: UTF8.self) } }

    /// Whether the list has a word of exactly these bytes. Linear in the word; allocates nothing.
    public func contains(_ word: Span<UInt8>) -> Bool { table.contains(word) }

    /// Whether the list has a word of exactly the bytes of this one. Linear in the word.
    public func contains(_ word: String) -> Bool { table.contains(word.utf8Span.span) }

    /// This list and these words.
    public func adding(_ words: some Sequence<String>) -> StopWords { union(StopWords(words)) }

    /// This list without these words.
    public func removing(_ words: some Sequence<String>) -> StopWords {
        let removed = WordSet(words.map { Array($0.utf8) })
        return StopWords(table: WordSet(table.words.filter { !removed.contains($0.span) }))
    }

    /// This list without every word that a normaliser makes equal to one of these, so that a word goes in each of its
    /// spellings.
    public func removing(_ words: some Sequence<String>, comparedAfter normalizer: ArabicNormalizer) -> StopWords {
        let removed = WordSet(words.map { Array(normalizer.normalize($0).utf8) })
        return StopWords(self.words.filter { !removed.contains(normalizer.normalize($0).utf8Span.span) })
    }

    /// The words of both lists.
    public func union(_ other: StopWords) -> StopWords { StopWords(table: WordSet(table.words + other.table.words)) }

    /// The list with every word transformed, for example normalised with the profile of the text it will meet.
    ///
    /// A word that becomes empty is left out, and so is one that comes to contain white space, since no token does.
    public func mapped(_ transform: (String) throws -> String) rethrows -> StopWords {
        let results = try words.map(transform)
        return StopWords(results.filter { !$0.unicodeScalars.contains(where: \.properties.isWhitespace) })
    }
}

extension Substring.UnicodeScalarView {
    fileprivate func trimmingWhiteSpace() -> Substring.UnicodeScalarView {
        let start = drop(while: \.properties.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.properties.isWhitespace }) else { return start }
        return start[...last]
    }
}
