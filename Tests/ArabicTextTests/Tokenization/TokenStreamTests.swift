import Support
import Testing

@testable import ArabicText

/// Invariant 4: any way to cut the input into chunks gives the same tokens.
@Suite struct TokenStreamTests {
    static let text =
        "قال: «كِتَابٌ» 3٫14 و١٬٢٣٤ a.b user@example.com \u{5D0}\"\u{5D0}' __ _a\u{200D}\u{1F600} \u{E01}\u{E34}\u{E19}ข้าว"
        + " 漢字かなカナ\u{3005} 👨‍👩‍👧 🇸🇦🇪 1\u{FE0F}\u{20E3} #\u{20E3} ©™ \r\n\u{2028}\u{640}\u{654}. ﷺ " + "م" + "ـ"

    private func streamed(_ bytes: [UInt8], _ rules: TokenizationRules, chunks: [Int]) -> [Token] {
        var stream = TokenStream(rules)
        var tokens: [Token] = []
        var start = 0
        for end in chunks + [bytes.count] {
            stream.append(bytes[start..<end].span) { tokens.append($0) }
            start = end
        }
        stream.finish { tokens.append($0) }
        return tokens
    }

    @Test(arguments: TokenizationRules.all)
    func everyChunkSizeGivesTheSameTokens(_ rules: TokenizationRules) {
        let bytes = Array((Self.text + String(repeating: "س", count: 300) + Self.text).utf8) + [0xE2, 0x82]
        let expected = tokens(bytes, rules)
        for size in 1...64 {
            let chunks = Array(stride(from: size, to: bytes.count, by: size))
            #expect(streamed(bytes, rules, chunks: chunks) == expected, "chunks of \(size)")
        }
    }

    @Test(arguments: TokenizationRules.all)
    func everyCutOfShortTextsGivesTheSameTokens(_ rules: TokenizationRules) {
        var random = SplitMix64(seed: 8)
        var failures = Failures()
        for _ in 0..<500 {
            let bytes = utf8(randomSequence(of: scalars(of: WordClass.allCases), upTo: 10, &random))
            let expected = tokens(bytes, rules)
            for cut in 0...bytes.count {
                if streamed(bytes, rules, chunks: [cut]) != expected { failures.add(escaped(bytes) + " at \(cut)") }
            }
        }
        #expect(failures.isEmpty, "\(failures)")
    }

    @Test(arguments: TokenizationRules.all)
    func everyCutOfIllFormedBytesGivesTheSameTokens(_ rules: TokenizationRules) {
        var random = SplitMix64(seed: 10)
        var failures = Failures()
        let some: [UInt8] = [
            0x0A, 0x61, 0x2E, 0x80, 0xC2, 0xD9, 0x8E, 0xE0, 0xB8, 0xB4, 0xE2, 0x80, 0x8D, 0xF0, 0x9F, 0xFF,
        ]
        for _ in 0..<1_000 {
            let bytes = (0..<12).map { _ in some[Int.random(in: some.indices, using: &random)] }
            let expected = tokens(bytes, rules)
            for cut in 0...bytes.count {
                if streamed(bytes, rules, chunks: [cut]) != expected { failures.add("\(bytes) at \(cut)") }
            }
        }
        #expect(failures.isEmpty, "\(failures)")
    }

    @Test func aTokenComesAsSoonAsNothingCanChangeIt() {
        var stream = TokenStream()
        var ends: [Int] = []
        let take: (Token) -> Void = { ends.append($0.range.upperBound) }
        stream.append(Array("ab".utf8).span, take)
        #expect(ends.isEmpty)
        stream.append(Array(".".utf8).span, take)
        #expect(ends.isEmpty)
        stream.append(Array(" ".utf8).span, take)
        #expect(ends == [2, 3])
        // A line end releases everything, itself too; after CR, LF may follow.
        stream.append(Array("x\n".utf8).span, take)
        #expect(ends == [2, 3, 4, 5, 6])
        stream.append(Array("\r".utf8).span, take)
        #expect(ends == [2, 3, 4, 5, 6])
        stream.append(Array("\n".utf8).span, take)
        #expect(ends == [2, 3, 4, 5, 6, 8])
        stream.finish(take)
        #expect(ends == [2, 3, 4, 5, 6, 8])
    }

    @Test func aFullTokenComesAtOnce() {
        var stream = TokenStream(.standard)
        var ends: [Int] = []
        stream.append([UInt8](repeating: 0x61, count: 255).span) { ends.append($0.range.upperBound) }
        #expect(ends == [255])
    }

    @Test func aFinishedStreamStartsAnew() {
        var stream = TokenStream(.standard)
        var found: [Token] = []
        for _ in 0..<2 {
            found = []
            stream.append(Array("كتاب جديد".utf8).span) { found.append($0) }
            stream.finish { found.append($0) }
            #expect(found == tokens(Array("كتاب جديد".utf8), .standard))
        }
    }

    @Test func aThrownErrorLosesOnlyTheTokenItWasThrownFor() {
        struct Stop: Error {}
        var stream = TokenStream()
        var found: [Int] = []
        do throws(Stop) {
            try stream.append(Array("a b c ".utf8).span) { token throws(Stop) in
                found.append(token.range.lowerBound)
                if token.range.lowerBound == 1 { throw Stop() }
            }
        } catch {}
        #expect(found == [0, 1])
        stream.finish { found.append($0.range.lowerBound) }
        #expect(found == [0, 1, 2, 3, 4, 5])
    }
}
