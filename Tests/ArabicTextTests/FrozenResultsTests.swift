import Foundation
import Support
import Testing

@testable import ArabicText

/// What a text becomes is what it became before: one hash for each stage and text in `Tests/Data/frozen/results.tsv`.
///
/// An index depends on every byte of a term. A change that is to change results runs with `ARABICTEXT_FREEZE=1`, which
/// writes the file anew; the difference in the commit shows which stages it changed, and that it changed no other.
@Suite struct FrozenResultsTests {
    private static let file = Gold.repository + "/Tests/Data/frozen/results.tsv"

    /// The bytes of a text: words of one line each, or prose.
    private struct Text {
        let name: String
        let bytes: [UInt8]
    }

    @Test func nothingChanged() throws {
        var results: [String: String] = [:]
        for text in try Self.texts() { for (stage, hash) in Self.hashes(of: text) { results[stage] = hash } }
        if ProcessInfo.processInfo.environment["ARABICTEXT_FREEZE"] != nil {
            // Else the hashes of the other texts would be lost.
            try #require(isExhaustive && Gold.folder != nil, "set ARABICTEXT_EXHAUSTIVE and ARABICTEXT_GOLD too")
            let lines = results.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value)\n" }
            try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: Self.file))
        }
        var expected: [String: String] = [:]
        for line in String(decoding: try Gold.file(Self.file), as: UTF8.self).split(separator: "\n") {
            if let tab = line.lastIndex(of: "\t") { expected[String(line[..<tab])] = String(line[tab...].dropFirst()) }
        }
        // Two texts are always at hand, and each goes through more than twenty stages.
        #expect(results.count >= 40)
        for (stage, hash) in results.sorted(by: { $0.key < $1.key }) {
            #expect(expected[stage] == hash, "\(stage.replacing("\t", with: " of "))")
        }
    }

    // MARK: Texts

    /// The long form takes every text; the corpora stand beside the measuring data.
    private static func texts() throws -> [Text] {
        var texts = [
            Text(name: "article", bytes: try Gold.file(Gold.repository + "/Corpus/article.txt")),
            Text(name: "random words 1", bytes: randomWords(20_000, seed: 1)),
        ]
        if !isExhaustive { return texts }
        texts.append(Text(name: "random words 2", bytes: randomWords(400_000, seed: 2)))
        texts.append(Text(name: "listed words", bytes: listedWords()))
        guard let folder = Gold.folder else { return texts }
        for name in ["news-mixed", "diacritised", "tweets"] {
            texts.append(Text(name: name, bytes: try Gold.file("\(folder)/../corpus/\(name).txt")))
        }
        return texts
    }

    /// Words of 1 to 12 letters, of which those that affixes have come more often, some with marks.
    private static func randomWords(_ count: Int, seed: UInt64) -> [UInt8] {
        let letters = Array("ااالللووويييمممنننتتتبببههةىأإآؤئءكسفشقحعدرجخذزصضطظغث".unicodeScalars)
        let marks = Array("\u{64E}\u{64F}\u{650}\u{651}\u{652}\u{64B}\u{670}\u{640}".unicodeScalars)
        var random = SplitMix64(seed: seed)
        var view = String.UnicodeScalarView()
        for _ in 0..<count {
            let isMarked = random.once(in: 6)
            for _ in 0..<(1 + random.number(below: 12)) {
                view.append(random.pick(letters))
                if isMarked { view.append(random.pick(marks)) }
            }
            view.append("\n")
        }
        return Array(String(view).utf8)
    }

    /// The words that the lists of `guarded` have, behind and before affixes.
    private static func listedWords() -> [UInt8] {
        let listed = GuardedWordFormsTests.listedWords
        let prefixes = [
            "", "و", "ف", "ب", "ك", "ل", "ال", "وال", "بال", "كال", "فال", "لل", "ولل", "س", "وس", "سي", "ي", "ت", "ن",
            "أ",
        ]
        let endings = GuardedWords.endings.split(whereSeparator: \.isWhitespace).map(String.init)
        var text = ""
        for (index, word) in listed.enumerated() {
            for (place, prefix) in prefixes.enumerated() {
                let ending = endings[(index &+ 7 &* place) % endings.count]
                text += "\(prefix)\(word)\n\(prefix)\(word)\(ending)\n"
            }
        }
        return Array(text.utf8)
    }

    // MARK: Stages

    private static func hashes(of text: Text) -> [(String, String)] {
        var hashes: [(String, String)] = []
        func add(_ stage: String, _ body: (inout [UInt8]) throws -> Void) {
            var output: [UInt8] = []
            do {
                try body(&output)
                hashes.append(("\(stage)\t\(text.name)", hash(output)))
            } catch {
                Issue.record(error, "\(stage) of \(text.name)")
            }
        }
        // The lists are of `guarded` alone, and change with it.
        let isListed = text.name == "listed words"
        for stemmer in ArabicStemmer.all where !isListed || stemmer.name.hasPrefix("guarded") {
            add("stem \(stemmer.name)") { stemmer.stemWords(in: text.bytes.span, into: &$0) }
        }
        if isListed { return hashes }
        for (name, profile) in NormalizationProfile.presets {
            add("normalize \(name)") { try ArabicNormalizer(profile).normalize(text.bytes.span, into: &$0) }
        }
        for rules in TokenizationRules.all {
            add("tokenize \(rules.name)") { output in
                ArabicTokenizer(rules).forEachToken(in: text.bytes.span) {
                    output += Array("\($0.range.lowerBound) \($0.range.upperBound) \($0.kind) \($0.position)\n".utf8)
                }
            }
        }
        for (name, settings) in AnalyzerSettings.presets {
            add("analyze \(name)") { output in
                try ArabicAnalyzer(settings).forEachTerm(in: text.bytes.span) { term, token in
                    output.append(copying: term)
                    output += Array("\t\(token.range.lowerBound) \(token.range.upperBound) \(token.position)\n".utf8)
                }
            }
        }
        return hashes
    }

    /// The digest, and the number of bytes.
    private static func hash(_ bytes: [UInt8]) -> String {
        var digest = Digest()
        for byte in bytes { digest.add(byte: byte) }
        return "\(String(digest.value, radix: 16)) \(bytes.count)"
    }
}
