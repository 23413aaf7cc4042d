#if os(Linux)
    import Support
    import Testing

    private let limit = "ulimit -v 280000 || exit 1"

    /// Sanitizers take more.
    private let limitsMemory =
        (try? CommandRunner.shell("\(limit); echo x | arabictext grep -c x").status) == 0

    /// Stages that hold the line that they are at: memory has to hold it, but not what becomes of it.
    @Suite(.needsCommand, .enabled(if: limitsMemory, "the command does not run in so little memory"))
    struct HeldLineTests {
        /// The message names file and line, and the next input is done.
        @Test(arguments: [
            "grep كلمة", "grep -o كلمة", "strip --tsv-column 1", "tokenize --tsv-column 2 --strict",
            "strip --json-field t", "tokenize --json-field t --json-into u --stats",
            "sentences --format tsv",
            "sentences --format json --offsets scalars",
        ])
        func lineThatMemoryCannotHold(_ stage: String) throws {
            let line = "{\"t\":\"كلمة\",\t\"v\":\"كلمة\"}\n"
            try withFile(Array(line.utf8)) { next in
                let arguments = stage.split(separator: " ").map(String.init) + ["-", next]
                let expected = try CommandRunner.run(arguments, input: Array(line.utf8))
                #expect(expected.status == 0 && !expected.output.isEmpty)
                let result = try CommandRunner.shell(
                    """
                    \(limit)
                    { cat '\(next)'; { yes 'كلمة ' | tr -d '\\n'; } 2> /dev/null | head -c 400000000; } |
                        arabictext \(stage) - '\(next)'
                    """)
                #expect(result.status == (stage.hasPrefix("grep") ? 2 : 1))
                let message =
                    "arabictext: standard input: line 2: too long for memory, which has to hold it\n"
                #expect(result.errors.hasPrefix(message), "\(result.errors)")
                #expect(result.output == expected.output, "\(escaped(result.output))")
            }
        }

        /// Nothing is printed for an input that fails.
        @Test func countsOfLines() throws {
            let result = try CommandRunner.shell(
                """
                \(limit)
                { echo كلمة; yes 'كلمة ' | tr -d '\\n' | head -c 400000000; } |
                    arabictext grep -c كلمة - \(articlePath)
                """)
            #expect(result.status == 2)
            #expect(
                result.errors.contains("standard input: line 2: too long for memory"), "\(result.errors)")
            #expect(result.lines.count == 1, "\(escaped(result.output))")
        }

        /// What stands before the text and behind it, and before and behind what becomes of it. The text itself stays.
        @Test(arguments: [
            ("grep كلمة", "", "", "", "\n"), ("strip --tsv-column 2", "x\\t", "\\ty", "x\\t", "\\ty\\n"),
            ("strip --json-field t", "{\"t\":\"", "\"}", "{\"t\":\"", "\"}\\n"),
        ])
        func lineThatMemoryCanHold(
            _ stage: String, _ start: String, _ end: String, _ before: String, _ behind: String
        )
            throws
        {
            let result = try CommandRunner.shell(
                """
                text() { { yes 'كلمة ' | tr -d '\\n'; } 2> /dev/null | head -c 60000003; }
                { printf '\(before)'; text; printf '\(behind)'; } | cksum
                \(limit)
                { printf '\(start)'; text; printf '\(end)\\n'; } | arabictext \(stage) | cksum
                """)
            #expect(result.errors.isEmpty, "\(result.errors)")
            #expect(result.lines.count == 2 && result.lines.first == result.lines.last, "\(result.text)")
        }

        /// The line comes out more than once, which takes no more memory.
        @Test(arguments: [
            (
                "strip --json-field t --json-into u", "{\"t\":\"", "\"}", "{\"t\":\"", "\",\"u\":\"",
                "\"}\\n"
            ),
            ("sentences --format tsv", "", "x", "1\\t0\\t60000004\\tsentence\\t", "x\\t", "x\\n"),
            (
                "sentences --format json", "", "x",
                "{\"line\":1,\"tokens\":[{\"start\":0,\"end\":60000004,\"kind\":\"sentence\",\"source\":\"",
                "x\",\"term\":\"", "x\"}]}\\n"
            ),
        ])
        func lineThatComesOutTwice(
            _ stage: String, _ start: String, _ end: String, _ before: String, _ between: String,
            _ behind: String
        ) throws {
            let result = try CommandRunner.shell(
                """
                text() { { yes 'كلمة ' | tr -d '\\n'; } 2> /dev/null | head -c 60000003; }
                { printf '\(before)'; text; printf '\(between)'; text; printf '\(behind)'; } | cksum
                \(limit)
                { printf '\(start)'; text; printf '\(end)\\n'; } | arabictext \(stage) | cksum
                """)
            #expect(result.errors.isEmpty, "\(result.errors)")
            #expect(result.lines.count == 2 && result.lines.first == result.lines.last, "\(result.text)")
        }
    }
#endif
