/// A stemming algorithm: a total function from word to stem.
///
/// Every algorithm takes any bytes: what it does not know it gives back as it is. None normalises first, unless the
/// original that it reproduces does.
public struct ArabicStemmer: Sendable, Hashable, CustomStringConvertible {
    private enum Algorithm: String, CaseIterable {
        case none
        case light10
        case guarded
        case guardedWithoutBrokenPlurals = "guarded-without-broken-plurals"
    }

    private let algorithm: Algorithm

    /// Leaves every word as it is.
    public static let none = ArabicStemmer(algorithm: .none)

    /// Larkey's light10 stemmer, exactly as Lucene's ArabicStemFilter has it.
    public static let light10 = ArabicStemmer(algorithm: .light10)

    /// Our light stemmer: article, clitics, verb prefixes, endings and broken plurals, each cut guarded by word lists.
    /// It reads hamza, ى and ة, so give it words that are not folded; marks and tatweel it drops itself.
    public static let guarded = ArabicStemmer(algorithm: .guarded)

    /// `guarded`, but broken plurals stay as they are.
    public static let guardedWithoutBrokenPlurals = ArabicStemmer(algorithm: .guardedWithoutBrokenPlurals)

    /// All algorithms, in the order of the documentation.
    public static let all: [ArabicStemmer] = Algorithm.allCases.map(ArabicStemmer.init(algorithm:))

    private init(algorithm: Algorithm) { self.algorithm = algorithm }

    /// The algorithm of that name, or nil.
    public init?(named name: String) {
        guard let algorithm = Algorithm(rawValue: name) else { return nil }
        self.algorithm = algorithm
    }

    /// The name, for example `light10`.
    public var name: String { algorithm.rawValue }

    /// The name.
    public var description: String { name }

    /// Appends the stem of a word of UTF-8 bytes to `output`. Linear in the word.
    public func stem(_ word: Span<UInt8>, into output: inout [UInt8]) {
        switch algorithm {
        case .none, .light10:
            for index in word.indices { output.append(word[index]) }
        case .guarded:
            GuardedStemmer(undoesBrokenPlurals: true).stem(word, into: &output)
        case .guardedWithoutBrokenPlurals:
            GuardedStemmer(undoesBrokenPlurals: false).stem(word, into: &output)
        }
    }

    /// The stem of a word. Linear in the word.
    public func stem(_ word: String) -> String {
        var output: [UInt8] = []
        stem(word.utf8Span.span, into: &output)
        return String(decoding: output, as: UTF8.self)
    }
}
