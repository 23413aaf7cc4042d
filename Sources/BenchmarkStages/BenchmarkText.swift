import ArabicText

/// A text to measure on, with what some stages need of it beforehand.
///
/// Each form of the text is made when a stage first asks for it, and once for all stages. It is for one thread.
public final class BenchmarkText {
    /// The text as it was given.
    public let bytes: [UInt8]

    /// Takes the UTF-8 bytes of a text; ill-formed ones are kept.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// What stages do with ill-formed sequences: none fails, and text without any is run as by default.
    private(set) lazy var policy = Self.policy(for: bytes)

    private static func policy(for bytes: [UInt8]) -> IllFormedPolicy {
        UTF8Validation.firstIllFormed(in: bytes.span) == nil ? .fail : .keep
    }

    /// The text for ICU's word iterator.
    private(set) lazy var utf16 = Array(String(decoding: bytes, as: UTF8.self).utf16)

    private var cutWords: WordList?

    /// The words for stemmers: cut by the rules `unicode` and normalised with the profile `search`.
    func words() throws -> WordList {
        if let cutWords { return cutWords }
        let words = try Self.words(of: bytes)
        cutWords = words
        return words
    }

    private static func words(of bytes: [UInt8]) throws -> WordList {
        let analyzer = try ArabicAnalyzer(AnalyzerSettings(rules: .unicode, profileBeforeStopWords: .search))
        var words = WordList()
        analyzer.forEachTerm(in: bytes.span) { word, _ in
            words.append(word)
        }
        return words
    }
}
