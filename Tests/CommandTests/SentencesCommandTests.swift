import ArabicText
import Support
import Testing

/// `sentences`: its formats, and lines in to lines out.
@Suite(.needsCommand) struct SentencesCommandTests {
    private func check(
        _ arguments: [String], _ input: String, _ expected: String, _ location: SourceLocation = #_sourceLocation
    ) throws {
        let result = try CommandRunner.run(["sentences"] + arguments, input: Array(input.utf8))
        #expect(result.status == 0, sourceLocation: location)
        #expect(result.output == Array(expected.utf8), "\(escaped(result.output))", sourceLocation: location)
    }

    @Test func formats() throws {
        let text = "  جاء. ذهب؟\r\n\nنعم، لا"
        try check([], text, "جاء.\nذهب؟\nنعم، لا\n")
        try check(["--format", "lines"], text, "جاء.\nذهب؟\n\n\nنعم، لا\n\n")
        try check(
            ["--format", "tsv", "--offsets", "scalars"], text,
            """
            1\t2\t6\tsentence\tجاء.\tجاء.
            1\t7\t11\tsentence\tذهب؟\tذهب؟
            3\t0\t7\tsentence\tنعم، لا\tنعم، لا

            """)
        try check([], "", "")
    }

    /// Sentences that are longer than a block, and full stops of which the next letter says what they are.
    @Test func longSentences() throws {
        let long = String(repeating: "كلمة\u{1F600} ", count: 100_000) + "نعم."
        let stops = "نعم." + String(repeating: " .", count: 700_000)
        for (first, second) in [(long, "لا"), (stops, "x لا"), (long, long)] {
            let text = "\(first) \(second)"
            let result = try CommandRunner.run(["sentences"], input: Array(text.utf8))
            let sentences = result.output.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
            #expect(sentences.joined(separator: " ").utf8.elementsEqual(text.utf8))
            let rows = try CommandRunner.run(
                ["sentences", "--format", "tsv", "--offsets", "scalars"], input: Array(text.utf8))
            var start = 0
            let expected = sentences.map { sentence in
                let end = start + sentence.unicodeScalars.count
                defer { start = end + 1 }
                return "1\t\(start)\t\(end)\tsentence\t\(sentence)\t\(sentence)\n"
            }
            #expect(rows.output == Array(expected.joined().utf8))
            let object = try CommandRunner.run(
                ["sentences", "--format", "json", "--offsets", "utf16"], input: Array(text.utf8))
            start = 0
            let tokens = sentences.map { sentence in
                let end = start + sentence.utf16.count
                defer { start = end + 1 }
                return """
                    {"start":\(start),"end":\(end),"kind":"sentence","source":"\(sentence)","term":"\(sentence)"}
                    """
            }
            #expect(object.output == Array("{\"line\":1,\"tokens\":[\(tokens.joined(separator: ","))]}\n".utf8))
        }
    }

    @Test func options() throws {
        try check(["--semicolons"], "أولا؛ ثانيا\n", "أولا؛\nثانيا\n")
        try check(["--verses"], "قل \u{6DD}١ ثم", "قل \u{6DD}١\nثم\n")
    }

    @Test func illFormedBytes() throws {
        let bytes: [UInt8] = [0x61, 0x2E, 0x20, 0xFF, 0x62, 0x0A]
        #expect(try arabictext("sentences", bytes: bytes).status == 1)
        #expect(
            try arabictext("sentences", "--invalid", "keep", bytes: bytes).output == [
                0x61, 0x2E, 0x20, 0xFF, 0x62, 0x0A,
            ])
        #expect(
            try arabictext("sentences", "--invalid", "replace", bytes: bytes).output == Array("a. \u{FFFD}b\n".utf8))
    }
}
