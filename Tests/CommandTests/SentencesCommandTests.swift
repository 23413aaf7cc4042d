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
