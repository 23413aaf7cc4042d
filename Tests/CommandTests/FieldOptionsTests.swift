import Support
import Testing

/// `--tsv-column` and `--json-field`: one field of a line is worked on, and the rest stays, byte for byte.
@Suite(.needsCommand) struct FieldOptionsTests {
    /// What a command prints, which is the same whatever is read at once.
    private func output(
        _ arguments: String, _ input: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        let arguments = arguments.split(separator: " ").map(String.init)
        let whole = try CommandRunner.run(arguments, input: Array(input.utf8))
        for size in ["1", "2", "3", "7", "16", "64"].sampled(every: 3, from: input.utf8.count) {
            let cut = try CommandRunner.run(
                arguments, input: Array(input.utf8), environment: ["ARABICTEXT_BLOCK_SIZE": size])
            #expect(cut.output == whole.output, "reads of \(size)", sourceLocation: sourceLocation)
            #expect(cut.status == whole.status && cut.errors == whole.errors, sourceLocation: sourceLocation)
        }
        return whole.text
    }

    /// Bytes are compared: `==` of strings is canonical equivalence.
    private func expect(
        _ arguments: String, _ input: String, gives expected: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let found = try output(arguments, input, sourceLocation: sourceLocation)
        #expect(
            Array(found.utf8) == Array(expected.utf8), "\(escaped(Array(found.utf8)))", sourceLocation: sourceLocation)
    }

    // MARK: Columns

    @Test(arguments: [
        (1, "ب\u{64E}\tب\u{64E}\tب\u{64E}\n", "ب\tب\u{64E}\tب\u{64E}\n"),
        (2, "ب\u{64E}\tب\u{64E}\tب\u{64E}\n", "ب\u{64E}\tب\tب\u{64E}\n"),
        (3, "ب\u{64E}\tب\u{64E}\tب\u{64E}\n", "ب\u{64E}\tب\u{64E}\tب\n"),
        // No such column: as it is.
        (
            4, "ب\u{64E}\tب\u{64E}\tب\u{64E}\nب\u{64E}\t\t\tب\u{64E}\n",
            "ب\u{64E}\tب\u{64E}\tب\u{64E}\nب\u{64E}\t\t\tب\n"
        ),
        // Empty columns and lines.
        (2, "\t\t\n\n\tب\u{64E}\n", "\t\t\n\n\tب\n"),
        (1, "\n\nب\u{64E}", "\n\nب"),
        // A return belongs to the end of its line, and to a column elsewhere.
        (2, "a\tب\u{64E}\r\na\tب\u{64E}\r\tc\r\n\r\n", "a\tب\r\na\tب\r\tc\r\n\r\n"),
        (2, "a\tب\u{64E}\r", "a\tب\r"), (2, "a\tb\r\r\n", "a\tb\r\r\n"),
        // No line feed at the end.
        (2, "a\tب\u{64E}", "a\tب"), (2, "a\t", "a\t"), (2, "a", "a"),
    ])
    func columnsOfText(_ column: Int, _ input: String, _ expected: String) throws {
        try expect("strip --tsv-column \(column) --quiet", input, gives: expected)
    }

    @Test func columnsOfLists() throws {
        try expect(
            "tokenize --tsv-column 2", "7\tقال: نعم.\t9\r\n8\t\n9\tلا", gives: "7\tقال : نعم .\t9\r\n8\t\n9\tلا")
        try expect("analyze --profile lucene --tsv-column 1", "والكتاب والبيت\t1\n \t2\n", gives: "كتاب بيت\t1\n\t2\n")
    }

    @Test func linesThatEndWithNull() throws {
        try expect("strip --null --tsv-column 2", "a\tب\u{64E}\n\0c\tد\u{64F}\0", gives: "a\tب\n\0c\tد\0")
    }

    /// A line that is longer than a block is held, and written piece by piece.
    @Test func aLongLine() throws {
        let text = String(repeating: "كِتَابٌ ", count: 40_000)
        let plain = String(repeating: "كتاب ", count: 40_000)
        let lines = "\(text)\t\(text)\t\(text)\n\(text)\n"
        let result = try CommandRunner.run(["strip", "--tsv-column", "2"], input: Array(lines.utf8))
        #expect(result.output == Array("\(text)\t\(plain)\t\(text)\n\(text)\n".utf8))
        #expect(result.errors == "arabictext: lines that have no column 2 and stay as they are: 1\n")
    }

    @Test func strictColumns() throws {
        let result = try CommandRunner.run(
            ["strip", "--tsv-column", "2", "--strict"], input: Array("a\tب\u{64E}\nكلمة\n".utf8))
        #expect(result.status == 1)
        #expect(result.text == "a\tب\n")
        #expect(result.errors == "arabictext: standard input: line 2, column 1: no column 2 at byte 7\n")
    }

    // MARK: JSON

    @Test(arguments: [
        ("text", #"{"text":"ب\#u{64E}"}"#, #"{"text":"ب"}"#),
        // Everything else stays, white space and order too.
        (
            "text", #" { "a" : 1.0 , "text" : "ب\#u{64E}" , "b" : [ "ب\#u{64E}" ] } "#,
            #" { "a" : 1.0 , "text" : "ب" , "b" : [ "ب\#u{64E}" ] } "#
        ),
        (
            "a.b", #"{"b":"ب\#u{64E}","a":{"c":{"b":"ب\#u{64E}"},"b":"ب\#u{64E}"}}"#,
            #"{"b":"ب\#u{64E}","a":{"c":{"b":"ب\#u{64E}"},"b":"ب"}}"#
        ),
        // Of members with one key the last counts; a key may be written with escapes.
        ("t", #"{"t":"ب\#u{64E}","t":"ت\#u{64E}"}"#, #"{"t":"ب\#u{64E}","t":"ت"}"#),
        ("t", #"{"\u0074":"ت\#u{64E}"}"#, #"{"\u0074":"ت"}"#), (#"a\.b"#, #"{"a.b":"ت\#u{64E}"}"#, #"{"a.b":"ت"}"#),
        // Escapes in the text: pairs of surrogates are one character, half a pair is none.
        ("t", #"{"t":"\u0628\u064e\ud83d\ude00\n\"\\\/"}"#, #"{"t":"ب😀\n\"\\/"}"#),
        // No such string: as it is.
        ("t", #"{"t":3}"#, #"{"t":3}"#), ("t", #"{"t":null}"#, #"{"t":null}"#), ("t", "{}", "{}"), ("t", "", ""),
        ("t", #"["ب\#u{64E}"]"#, #"["ب\#u{64E}"]"#),
    ])
    func membersOfObjects(_ path: String, _ input: String, _ expected: String) throws {
        try expect("strip --json-field \(path) --quiet", input, gives: expected)
        try expect("strip --json-field \(path) --quiet", input + "\r\n", gives: expected + "\r\n")
    }

    @Test func intoAnotherMember() throws {
        try expect(
            "strip --json-field t --json-into plain", #"{"t":"ب\#u{64E}"}"#, gives: #"{"t":"ب\#u{64E}","plain":"ب"}"#)
        try expect(
            "strip --json-field a.t --json-into p", #"{"p":{"q":1},"a":{"t":"ب\#u{64E}"}}"#,
            gives: #"{"p":"ب","a":{"t":"ب\#u{64E}"}}"#)
        try expect(
            "tokenize --json-field t --json-into words", #"{"t":"قال: نعم"}"#,
            gives: #"{"t":"قال: نعم","words":["قال",":","نعم"]}"#)
    }

    @Test(arguments: [
        ("{\"t\":\"a\"}\n{\"t\":\n", "line 2, column 6: this is no JSON at byte 15"),
        ("{\"t\":\"a\"} x\n", "line 1, column 11: this is no JSON at byte 10"),
        ("{\"t\":\"\\x\"}\n", "line 1, column 8: this is no JSON at byte 7"),
    ])
    func whatIsNoJSON(_ input: String, _ message: String) throws {
        let result = try CommandRunner.run(["strip", "--json-field", "t"], input: Array(input.utf8))
        #expect(result.status == 1)
        #expect(result.errors == "arabictext: standard input: \(message)\n")
    }

    @Test func strictMembers() throws {
        let result = try CommandRunner.run(
            ["strip", "--json-field", "t", "--strict"], input: Array("{\"t\":\"a\"}\n{\"t\":1}\n".utf8))
        #expect(result.status == 1 && result.text == "{\"t\":\"a\"}\n")
        #expect(result.errors == "arabictext: standard input: line 2, column 1: no string at t at byte 10\n")
    }
}
