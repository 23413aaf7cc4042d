import Foundation
import Support
import Testing

/// `--format json`: an object an input line, which is JSON whatever the input is.
@Suite(.needsCommand) struct JSONFormatTests {
    private struct Line: Decodable {
        struct Token: Decodable {
            let start: Int
            let end: Int
            let kind: String
            let position: Int?
            let source: String
            let term: String
        }

        let line: Int
        let tokens: [Token]
    }

    private func check(
        _ arguments: [String], _ input: String, _ expected: String, _ location: SourceLocation = #_sourceLocation
    ) throws {
        let result = try CommandRunner.run(arguments + ["--format", "json"], input: Array(input.utf8))
        #expect(result.status == 0, "\(result.errors)", sourceLocation: location)
        #expect(result.output == Array(expected.utf8), "\(escaped(result.output))", sourceLocation: location)
    }

    @Test func tokensAndTerms() throws {
        try check(
            ["tokenize"], "قال:\n\nb",
            """
            {"line":1,"tokens":[{"start":0,"end":6,"kind":"arabic","source":"قال","term":"قال"},\
            {"start":6,"end":7,"kind":"punctuation","source":":","term":":"}]}
            {"line":2,"tokens":[]}
            {"line":3,"tokens":[{"start":0,"end":1,"kind":"word","source":"b","term":"b"}]}

            """)
        // The stop word leaves a gap in the positions.
        try check(
            ["analyze", "--offsets", "utf16"], "😀 في الكِتاب",
            """
            {"line":1,"tokens":[{"start":0,"end":2,"kind":"emoji","position":0,"source":"😀","term":"😀"},\
            {"start":6,"end":13,"kind":"arabic","position":2,"source":"الكِتاب","term":"كتاب"}]}

            """)
        try check(
            ["sentences", "--offsets", "scalars"], " جاء. ذهب",
            """
            {"line":1,"tokens":[{"start":1,"end":5,"kind":"sentence","source":"جاء.","term":"جاء."},\
            {"start":6,"end":9,"kind":"sentence","source":"ذهب","term":"ذهب"}]}

            """)
        for stage in ["tokenize", "analyze", "sentences"] { try check([stage], "", "") }
    }

    @Test func clitics() throws {
        try check(
            ["tokenize", "--clitics", "atb"], "وكتب",
            """
            {"line":1,"tokens":[{"start":0,"end":2,"kind":"conjunction","source":"و","term":"و"},\
            {"start":2,"end":8,"kind":"stem","source":"كتب","term":"كتب"}]}

            """)
    }

    @Test func escapes() throws {
        try check(
            ["sentences"], "\"\\/\u{8}\t\0\u{1F}\u{7F}\u{80}\u{9F}\u{A0}é\u{2027}\u{FFFD}😀x",
            #"{"line":1,"tokens":[{"start":0,"end":27,"kind":"sentence","source":""#
                + #"\"\\/\b\t\u0000\u001f\u007f\u0080\u009f"# + "\u{A0}é\u{2027}\u{FFFD}😀x"
                + #"","term":""# + #"\"\\/\b\t\u0000\u001f\u007f\u0080\u009f"# + "\u{A0}é\u{2027}\u{FFFD}😀x"
                + "\"}]}\n")
        let separators = try arabictext(
            "tokenize", "--format", "json", input: "\u{2028}\u{301}\u{2029}\u{85}\u{301}")
        #expect(
            separators.text.unicodeScalars.allSatisfy { $0.value != 0x2028 && $0.value != 0x2029 && $0.value != 0x85 })
    }

    /// What `source` says is what stands between the offsets, whatever the bytes are.
    @Test(arguments: ["tokenize", "analyze", "sentences"], ["replace", "keep"])
    func anyBytesGiveJSON(_ stage: String, _ policy: String) throws {
        var random = SplitMix64(seed: 17)
        let pieces: [UInt8] = [
            0x00, 0x09, 0x0D, 0x20, 0x22, 0x5C, 0x61, 0x80, 0x85, 0xA8, 0xC2, 0xD9, 0xE2, 0xF0, 0xFF,
        ]
        for _ in 0..<8 {
            let bytes = (0..<400).map { _ in
                Int.random(in: 0..<3, using: &random) == 0
                    ? UInt8.random(in: 0...255, using: &random)
                    : pieces[Int.random(in: pieces.indices, using: &random)]
            }
            let result = try arabictext(
                stage, "--format", "json", "--offsets", "scalars", "--invalid", policy, bytes: bytes)
            #expect(result.status == 0)
            let lines = try result.lines.map { try JSONDecoder().decode(Line.self, from: Data($0)) }
            let sources = Gold.lines(bytes).map { Array(String(decoding: $0, as: UTF8.self).unicodeScalars) }
            #expect(lines.map(\.line) == Array(sources.indices.map { $0 + 1 }))
            for (line, source) in zip(lines, sources) {
                for token in line.tokens {
                    #expect(Array(token.source.unicodeScalars) == Array(source[token.start..<token.end]))
                    #expect((token.position != nil) == (stage == "analyze"))
                    if stage != "analyze" { #expect(Array(token.term.utf8) == Array(token.source.utf8)) }
                }
            }
        }
    }
}
