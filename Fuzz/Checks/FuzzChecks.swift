import ArabicText

/// What must hold for any bytes, said with the public interface alone. The fuzzer runs it on inputs that it makes, the
/// unit tests on those that are kept.
///
/// The first byte of an input chooses one check: a profile, a rule set, an analyser or a stemmer. The second and third
/// say where streams are cut. The rest is the text.
public enum FuzzChecks {
    /// What the check that an input chooses finds wrong, or nil.
    public static func fault(in input: [UInt8]) -> String? {
        guard let choice = input.first else { return nil }
        return fault(in: input) { [$0[Int(choice) % $0.count]] }
    }

    /// What the first of all checks that finds something finds wrong, or nil. Which check a byte chooses changes with
    /// the presets, so kept inputs run through each.
    public static func faultOfAnyCheck(in input: [UInt8]) -> String? { fault(in: input) { $0 } }

    private static func fault(in input: [UInt8], choose: ([Check]) -> [Check]) -> String? {
        guard input.count >= 3 else { return nil }
        let text = Array(input[3...])
        let cuts = Cuts(first: Int(input[1]), step: Int(input[2]), count: text.count)
        do {
            for check in choose(try all.get()) { try check(text, cuts) }
            return nil
        } catch let fault as Fault {
            return "\(fault.description) of \(escaped(text)), input \(input)"
        } catch {
            return "\(error)"
        }
    }

    private typealias Check = @Sendable ([UInt8], Cuts) throws -> Void

    private static let all: Result<[Check], any Error> = Result {
        var checks: [Check] = []
        var decomposed = NormalizationProfile()
        decomposed.form = .nfd
        let decomposer = try ArabicNormalizer(decomposed)
        for preset in NormalizationProfile.presets {
            let subject = try NormalizationCheck.Subject(preset, decomposer: decomposer)
            checks.append { try NormalizationCheck(text: $0, cuts: $1, subject: subject).run() }
        }
        for rules in TokenizationRules.all {
            checks.append { try TokenizationCheck(text: $0, cuts: $1, rules: rules).run() }
        }
        for preset in AnalyzerSettings.presets {
            let analyzer = try ArabicAnalyzer(preset.settings)
            checks.append { text, _ in try AnalysisCheck(text: text, analyzer: analyzer).run() }
        }
        for stemmer in ArabicStemmer.all { checks.append { text, _ in try checkStemming(text, stemmer) } }
        return checks
    }

    /// A word has a stem, whatever its bytes are, and a well-formed one has a well-formed one.
    private static func checkStemming(_ text: [UInt8], _ stemmer: ArabicStemmer) throws {
        var stemmed: [UInt8] = []
        stemmer.stemWords(in: text.span, into: &stemmed)
        if repaired(text) == text { try same(stemmed, repaired(stemmed), "\(stemmer.name): well-formed stems") }
    }
}

/// Something that should hold and does not.
struct Fault: Error, CustomStringConvertible {
    let description: String
}

/// Where a stream is cut: a pattern that may be one byte a chunk, or one cut anywhere.
struct Cuts {
    let first: Int
    let step: Int
    let count: Int

    /// Calls a function with the range of each chunk, empty ones too.
    func forEachChunk<Failure: Error>(_ body: (Range<Int>) throws(Failure) -> Void) throws(Failure) {
        var start = 0
        var end = min(first, count)
        while true {
            try body(start..<end)
            if end == count { return }
            start = end
            end = min(end + max(step, 1), count)
        }
    }
}

/// The text with U+FFFD for each maximal ill-formed subpart.
func repaired(_ bytes: [UInt8]) -> [UInt8] { Array(String(decoding: bytes, as: UTF8.self).utf8) }

/// Text with everything but printable ASCII as escapes.
func escaped(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map { $0.escaped(asASCII: true) }.joined()
}

/// Throws where bytes differ.
func same(_ actual: [UInt8], _ expected: [UInt8], _ what: @autoclosure () -> String) throws {
    if actual == expected { return }
    throw Fault(description: "\(what()): \(escaped(actual)) \(actual) is not \(escaped(expected)) \(expected)")
}

/// Throws where something does not hold.
func require(_ holds: Bool, _ what: @autoclosure () -> String) throws {
    if !holds { throw Fault(description: what()) }
}
