import Support
import Testing

/// `--json-field` and JSON itself: what is none is told with its place, wherever reads cut it.
@Suite(.needsCommand) struct JSONFieldTests {
    // The offset of the byte that cannot stand there; reads of one byte find the same.
    @Test(arguments: [
        ("{", 1), ("{}}", 2), ("[1,]", 3), ("[,1]", 1), ("{,}", 1), ("{\"a\"}", 4), ("{\"a\":}", 5), ("{\"a\":1,}", 7),
        ("{\"a\" 1}", 5), ("{1:2}", 1), ("[1 2]", 3), ("[1}", 2), ("{\"a\":1]", 6), ("]", 0), ("x", 0), ("tru", 3),
        ("trux", 3), ("[nul]", 4), ("falsey", 5), ("01", 1), ("-", 1), ("-x", 1), ("1.", 2), ("1.x", 2), ("[1e]", 3),
        ("1e+", 3), ("+1", 0), (".5", 0), ("\"", 1), ("\"a\u{1}\"", 2), ("\"\\", 2), ("\"\\u12x4\"", 5),
        ("\"\\u12\"", 5),
        ("\"a\" \"b\"", 4), ("[\"a\":1]", 4),
    ])
    func everyFaultOfJSON(_ input: String, _ offset: Int) throws {
        try fail(Array(input.utf8), "line 1, column \(offset + 1): this is no JSON at byte \(offset)")
    }

    @Test func allOfJSON() throws {
        let lines = """
            [ ]
            { }
            [[],{},[[{"a":[{}]}]]]
            -0
            -0.0e-0
            [0,1,-12,3.25,1E9,2e+3,4.5e-67,0e0]
            [true,false,null]
            "\\"\\\\\\/\\b\\f\\n\\r\\t\\u0628\\uD83D\\ude00"
             \t 7 \t\u{20}
            """
        try expect(lines, gives: lines)
    }

    /// Of two faults in a line the first is told.
    @Test func theFirstFault() throws {
        try fail(
            Array("{\"t\":x ".utf8) + [0xFF], "line 1, column 6: this is no JSON at byte 5")
        try fail(
            Array("{\"t\": \"".utf8) + [0xFF] + Array("x\" y".utf8),
            "line 1, column 8: ill-formed UTF-8 at byte 7 (--invalid replace or keep goes on)")
    }

    /// Half a pair of surrogates: the message tells where, and nothing of the line is written, unless it is replaced.
    @Test(arguments: [
        (#"\ud83d"#, 7, "\u{FFFD}"), (#"\ude00"#, 7, "\u{FFFD}"), (#"ab\ud83d\ud83d\ude00"#, 9, "ab\u{FFFD}😀"),
        (#"\ud83d\ude00\ude00"#, 19, "😀\u{FFFD}"), (#"\ud83dx\ude00"#, 7, "\u{FFFD}x\u{FFFD}"),
        (#"\ud83d\n\ude00"#, 7, "\u{FFFD}\\n\u{FFFD}"), (#"\uD83D\u0628"#, 7, "\u{FFFD}ب"),
    ])
    func surrogates(_ text: String, _ offset: Int, _ replaced: String) throws {
        let line = #"{"t": ""# + text + "\"}\n"
        try fail(
            Array(line.utf8),
            "line 1, column \(offset + 1): half a pair of surrogates is no character at byte \(offset)")
        try expect(line, gives: #"{"t": ""# + replaced + "\"}\n", ["--invalid", "replace"])
    }

    private func fail(
        _ input: [UInt8], _ message: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for size in ["1", "2", "3", "8", "300"].sampled(every: 3, from: input.count) {
            let result = try CommandRunner.run(
                ["strip", "--json-field", "t"], input: input,
                environment: ["ARABICTEXT_BLOCK_SIZE": size])
            #expect(result.status == 1 && result.output.isEmpty, sourceLocation: sourceLocation)
            #expect(
                result.errors == "arabictext: standard input: \(message)\n", "reads of \(size)",
                sourceLocation: sourceLocation)
        }
    }

    @Test func deepJSON() throws {
        let deep = String(repeating: "[", count: 1_000_000) + String(repeating: "]", count: 1_000_000) + "\n"
        let result = try CommandRunner.run(["strip", "--json-field", "t", "--quiet"], input: Array(deep.utf8))
        #expect(result.status == 0 && result.output == Array(deep.utf8))
        let deeper = try CommandRunner.run(["strip", "--json-field", "t"], input: Array(("[" + deep).utf8))
        let message = "line 1, column 1000001: this is nested more than 1000000 deep at byte 1000000"
        #expect(deeper.errors == "arabictext: standard input: \(message)\n")
    }

    /// A line that is longer than a block: the string comes before and behind the member that takes the result.
    @Test func aLongObject() throws {
        let text = String(repeating: "كِتَابٌ \\n\\u0628\\\" ", count: 200_000)
        let plain = String(repeating: "كتاب \\nب\\\" ", count: 200_000)
        let run = { (arguments: [String], line: String) in
            try CommandRunner.run(["strip", "--json-field", "t"] + arguments, input: Array((line + "\n{}\n").utf8))
        }
        let note = "arabictext: lines that have no string at t and stay as they are: 1\n"
        let inPlace = try run([], "{\"a\":\"\(text)\",\"t\":\"\(text)\",\"b\":[\"\(text)\"]}")
        #expect(
            inPlace.output == Array("{\"a\":\"\(text)\",\"t\":\"\(plain)\",\"b\":[\"\(text)\"]}\n{}\n".utf8))
        #expect(inPlace.errors == note)
        let before = try run(["--json-into", "p"], "{\"p\":\"\(text)\",\"t\":\"\(text)\"}")
        #expect(before.output == Array("{\"p\":\"\(plain)\",\"t\":\"\(text)\"}\n{}\n".utf8))
        let behind = try run(["--json-into", "p", "--stats"], "{\"t\":\"\(text)\"}")
        #expect(behind.output == Array("{\"t\":\"\(text)\",\"p\":\"\(plain)\"}\n{}\n".utf8))
        #expect(behind.errors.contains(" lines=2 changed-lines=1 "), "\(behind.errors)")
        let same = try run(["--stats"], "{\"t\":\"\(String(repeating: "كتاب ", count: 300_000))\"}")
        #expect(same.errors.contains(" changed-lines=0 "), "\(same.errors)")
    }

    /// What is written, whatever is read at once.
    private func expect(
        _ input: String, gives expected: String, _ options: [String] = ["--quiet"],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for size in ["1", "2", "3", "8", "300"].sampled(every: 3, from: input.utf8.count) {
            let result = try CommandRunner.run(
                ["strip", "--json-field", "t"] + options, input: Array(input.utf8),
                environment: ["ARABICTEXT_BLOCK_SIZE": size])
            #expect(result.status == 0 && result.errors == "", sourceLocation: sourceLocation)
            #expect(
                result.output == Array(expected.utf8), "reads of \(size): \(escaped(result.output))",
                sourceLocation: sourceLocation)
        }
    }
}
