/// Sets the clitics of Arabic words apart, by rules.
///
/// ```swift
/// let splitter = ArabicCliticSplitter(.full)
/// let word = "وَبِالكِتَابِ"
/// for piece in splitter.pieces(of: word) { print(piece.range, piece.role) }
/// ```
///
/// The order is that of the stemmer ``ArabicStemmer/guarded``, and so are the lists of words that protect radical letters:
/// function words from a table; conjunction; article, preposition or future; pronoun; under ``CliticScheme/full`` one
/// ending. The table is asked for the whole word and again behind the conjunction. A noun with the article takes no
/// pronoun. ي and ك are pronouns behind ت only (`ساعتي`, `سيارتك`), since they are radicals or nisba too often elsewhere.
///
/// Dialect is not covered: its ب before imperfects, and its objects behind ل (`ابعتلي`), stay whole.
///
/// The pieces cover the word; nothing is spelled anew (`للشعر` keeps its two lams, `ساعتي` its ت). What is no Arabic word,
/// ill-formed UTF-8 included, is one piece. Time is linear in the length of the word.
public struct ArabicCliticSplitter: Sendable {
    /// Which parts stand apart.
    public let scheme: CliticScheme

    private let stemmer = GuardedStemmer.full
    private let table = CliticTable.shared

    /// Makes a splitter; the tables behind it are made once, at the first use.
    public init(_ scheme: CliticScheme = .atb) { self.scheme = scheme }

    /// The pieces of a word, in order; none of an empty one.
    public func pieces(of word: String) -> [WordPiece] {
        var pieces: [WordPiece] = []
        forEachPiece(of: word.utf8Span.span) { pieces.append($0) }
        return pieces
    }

    /// Calls a function with each piece of a word of UTF-8 bytes, in order.
    ///
    /// An error that `body` throws ends the call and is passed on.
    public func forEachPiece<Failure: Error>(
        of word: Span<UInt8>, _ body: (WordPiece) throws(Failure) -> Void
    ) throws(Failure) {
        if word.isEmpty { return }
        var starts: [Int]? = []
        guard let letters = ArrayWord(reading: word, starts: &starts), let starts else {
            try body(WordPiece(range: 0..<word.count, role: .stem, isListed: false))
            return
        }
        let reading = CliticReading(letters, scheme, stemmer, table)
        var letter = 0
        var start = 0
        for (count, role) in reading.pieces {
            letter += count
            let end = letter < starts.count ? starts[letter] : word.count
            try body(WordPiece(range: start..<end, role: role, isListed: reading.isListed))
            start = end
        }
    }
}
