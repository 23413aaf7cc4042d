import ArabicText
import Support
import Testing

/// `tokenize`: its formats, offsets and line ends.
@Suite(.needsCommand) struct TokenizeCommandTests {
    private func check(
        _ arguments: [String], _ input: String, _ expected: String, _ location: SourceLocation = #_sourceLocation
    ) throws {
        let result = try CommandRunner.run(["tokenize"] + arguments, input: Array(input.utf8))
        #expect(result.status == 0, sourceLocation: location)
        #expect(result.output == Array(expected.utf8), "\(escaped(result.output))", sourceLocation: location)
    }

    @Test func textJoinsTokensByASpace() throws {
        try check([], "قال: «كِتَابٌ»، 3.5 😀\n", "قال : « كِتَابٌ » ، 3.5 😀\n")
        try check(["--words"], "قال: «كِتَابٌ»، 3.5 😀\n", "قال كِتَابٌ 3.5 😀\n")
        try check(["--format", "text"], "a  b\n", "a b\n")
    }

    @Test func linesHaveATokenEach() throws {
        try check(["--format", "lines"], "a, b\n\nc", "a\n,\nb\n\n\nc\n\n")
        try check(["--format", "lines", "--words"], "a, b\n!\nc\n", "a\nb\n\n\nc\n\n")
    }

    @Test func everyLineInIsALineOut() throws {
        try check([], "\n\na\n \n", "\n\na\n\n")
        try check([], "a\r\nb\r\n", "a\nb\n")
        try check([], "a\rb\u{2028}c\u{85}d\n", "a b c d\n")
        try check([], "a", "a\n")
        try check([], "a\0b\n", "a \0 b\n")
        try check(["--words"], "\u{FEFF}a\n", "a\n")
    }

    /// Offsets from the start of the line, in three units.
    @Test(arguments: [
        ("utf8", [(0, 4), (5, 9), (9, 17), (17, 18)]), ("utf16", [(0, 2), (3, 5), (5, 9), (9, 10)]),
        ("scalars", [(0, 2), (3, 4), (4, 6), (6, 7)]),
    ])
    func offsets(_ unit: String, _ ranges: [(Int, Int)]) throws {
        let tokens = [("arabic", "بَ"), ("emoji", "😀"), ("emoji", "👍🏽"), ("punctuation", "!")]
        let line = tokens[0].1 + " " + tokens[1...].map(\.1).joined()
        var expected = ""
        for number in [1, 3] {
            for ((kind, token), (start, end)) in zip(tokens, ranges) {
                expected += "\(number)\t\(start)\t\(end)\t\(kind)\t\(token)\t\(token)\n"
            }
        }
        try check(["--format", "tsv", "--offsets", unit], "\(line)\n\n\(line)", expected)
        if unit == "utf8" { try check(["--format", "tsv"], "\(line)\n\n\(line)", expected) }
    }

    /// An ill-formed subpart counts as U+FFFD, one of each unit but bytes.
    @Test(arguments: [("utf8", 2, 3), ("utf16", 1, 2), ("scalars", 1, 2)])
    func offsetsAfterIllFormedBytes(_ unit: String, _ start: Int, _ end: Int) throws {
        let result = try arabictext(
            "tokenize", "--words", "--format", "tsv", "--offsets", unit, "--invalid", "keep", bytes: [0xE2, 0x82, 0x61])
        #expect(result.output == Array("1\t\(start)\t\(end)\tword\ta\ta\n".utf8))
    }

    @Test func tabAndBackslashAreEscaped() throws {
        try check(
            ["--format", "tsv"], "\t\u{64E}\\\n",
            "1\t0\t3\tpunctuation\t\\t\u{64E}\t\\t\u{64E}\n1\t3\t4\tpunctuation\t\\\\\t\\\\\n")
    }

    @Test func clitics() throws {
        try check(["--clitics", "atb"], "وبالكتاب، له Book\n", "و+ب+الكتاب ، ل+ه Book\n")
        try check(["--clitics", "full", "--format", "lines"], "وبالكتاب", "و+ب+ال+كتاب\n\n")
        try check(
            ["--clitics", "full", "--format", "tsv", "--offsets", "scalars"], "a وب3\nوَبالكتاب",
            """
            1\t0\t1\tword\ta\ta
            1\t2\t5\tstem\tوب3\tوب3
            2\t0\t2\tconjunction\tوَ\tوَ
            2\t2\t3\tpreposition\tب\tب
            2\t3\t5\tarticle\tال\tال
            2\t5\t9\tstem\tكتاب\tكتاب

            """)
    }

    @Test func rules() throws {
        try check(["--rules", "unicode", "--words"], "© قال:نعم __ a\n", "قال:نعم a\n")
        try check(["--rules", "standard", "--words"], "© __ a\n", "© a\n")
        for rules in TokenizationRules.all {
            let article = try Gold.file(articlePath)
            var expected: [UInt8] = []
            for line in Gold.lines(article) {
                var tokens: [[UInt8]] = []
                ArabicTokenizer(rules).forEachToken(in: line.span) {
                    if $0.kind != .space { tokens.append(Array(line[$0.range])) }
                }
                expected += tokens.joined(separator: [0x20]) + [0x0A]
            }
            #expect(try arabictext("tokenize", "--rules", rules.name, bytes: article).output == expected)
        }
    }
}
