import Support
import Testing

/// `--invalid`: what each stage does with bytes that are not UTF-8, and what it says about where they stand.
@Suite(.needsCommand) struct IllFormedInputTests {
    @Test func failWritesWhatCameBeforeAndSaysWhere() throws {
        let result = try arabictext("normalize", bytes: Array("a".utf8) + [0xFF] + Array("b".utf8))
        #expect(result.status == 1)
        #expect(result.output == Array("a".utf8))
        #expect(
            result.errors == """
                arabictext: standard input: line 1, column 2: ill-formed UTF-8 at byte 1 \
                (--invalid replace or keep goes on)

                """)
    }

    @Test(arguments: CommandTests.stages)
    func aTruncatedEndIsIllFormed(_ stage: String) throws {
        let result = try arabictext(stage, bytes: Array("\nab".utf8) + [0xD9])
        #expect(result.status == 1)
        #expect(result.errors.contains("standard input: line 2, column 3: ill-formed UTF-8 at byte 3 "))
    }

    /// Inputs that are longer than several blocks, with the bad byte around the edges of blocks.
    @Test(arguments: CommandTests.stages, [65_536, 262_143, 262_144, 600_001])
    func theRightPlaceFarIntoAFile(_ stage: String, _ offset: Int) throws {
        let line = Array("سلام عليكم \u{628}\u{64E}\u{651}\n".utf8)
        var bytes = Array(repeatElement(line, count: offset / line.count).joined())
        let start = bytes.count
        bytes += [UInt8](repeating: 0x78, count: offset - start)
        bytes += [0xE2, 0x82] + Array("x\n".utf8) + bytes
        let place = "line \(offset / line.count + 1), column \(offset - start + 1)"
        let expected = ": \(place): ill-formed UTF-8 at byte \(offset) "
        for result in [
            try arabictext(stage, bytes: bytes), try withFile(bytes) { try arabictext(stage, $0) },
        ] {
            #expect(result.status == 1)
            #expect(result.errors.contains(expected), "\(result.errors) is not \(expected)")
            #expect(!result.output.isEmpty)
        }
    }

    /// The stream holds marks back over the edge of a block.
    @Test func theRightPlaceAfterBytesThatWereHeldBack() throws {
        let marks = Array(repeatElement(Array("\u{64E}".utf8), count: 140_000).joined())
        let bytes = Array("a\n\u{628}".utf8) + marks + [0xFF]
        let result = try arabictext("normalize", bytes: bytes)
        #expect(result.status == 1)
        #expect(result.errors.contains(": line 2, column 280003: ill-formed UTF-8 at byte 280004 "))
        #expect(result.output == bytes.dropLast())
    }

    // MARK: Wherever reads cut the text

    static let cutStages = [
        "normalize", "normalize --profile search", "normalize --white-space collapse --elongation one", "strip",
        "unify",
        "tokenize", "tokenize --format lines", "tokenize --format tsv", "tokenize --clitics full --format json",
        "sentences", "sentences --format lines", "sentences --format tsv", "sentences --format json", "stem", "analyze",
        "analyze --format tsv", "analyze --profile lucene --format json", "transliterate --to bw --escape",
        "strip --tsv-column 1", "strip --tsv-column 2", "strip --tsv-column 2 --strict", "tokenize --tsv-column 2",
        "strip --json-field t", "tokenize --json-field t",
    ]

    /// With the fault at the end of a block, at the start of a line, behind what a stream holds back, and cut in two.
    static let faults: [[UInt8]] = [
        [0xBA], [0xD9], Array("ab\n".utf8) + [0xBA],
        Array("كِ\nب\u{64E}\u{651}".utf8) + [0xE2, 0x82] + Array("x\n".utf8),
        Array("ab\tجميي".utf8) + [0xBA, 0x0A], Array("\nكتاب. قلم \u{648}\u{654}\r".utf8) + [0xF0, 0x9F],
        Array(#"{"t":"كِتَابٌ  "#.utf8) + [0xC0] + Array("\"}\n".utf8),
    ]

    /// The message and the output are the same for every size of reads. What the message must be is counted here.
    @Test(arguments: cutStages)
    func anyCutGivesTheSamePlaceAndOutput(_ stage: String) throws {
        for null in [false, true] {
            let arguments = stage.split(separator: " ").map(String.init) + (null ? ["--null"] : [])
            for fault in null ? Array(Self.faults[2...3]) : Self.faults {
                let input = null ? fault.map { $0 == 0x0A ? 0x00 : $0 } : fault
                let bad = firstIllFormed(input)
                let before = input[..<bad].split(separator: null ? 0x00 : 0x0A, omittingEmptySubsequences: false)
                let place = "line \(before.count), column \((before.last?.count ?? 0) + 1)"
                let whole = try CommandRunner.run(arguments, input: input)
                // A line without the field is another fault.
                let hasField = input.first == UInt8(ascii: "{") && !stage.contains("--strict") || bad == 0
                if hasField || !stage.contains("--json-field") && !stage.contains("--strict") {
                    #expect(
                        whole.errors == """
                            arabictext: standard input: \(place): ill-formed UTF-8 at byte \(bad) \
                            (--invalid replace or keep goes on)

                            """, "\(escaped(input))")
                }
                #expect(whole.status == 1)
                for size in null ? ["1"] : ["1", "2", "7"] {
                    let cut = try CommandRunner.run(
                        arguments, input: input, environment: ["ARABICTEXT_BLOCK_SIZE": size])
                    #expect(cut.status == 1)
                    #expect(cut.errors == whole.errors, "\(escaped(input)), reads of \(size)")
                    #expect(
                        cut.output == whole.output,
                        "\(escaped(input)), reads of \(size): \(escaped(cut.output)) is not \(escaped(whole.output))")
                }
            }
        }
    }

    /// What comes out before the fault: of a line, what there is of it; of a line that begins with the fault, nothing.
    @Test(arguments: [
        ("strip", "a\nكِ", "a\nك"), ("tokenize", "a\n", "a\n"), ("tokenize", "a\nb c", "a\nb c\n"),
        ("tokenize --format lines", "a\n", "a\n\n"), ("tokenize --format json", "", ""),
        ("sentences --format lines", "a\n", "a\n\n"), ("strip --tsv-column 2", "a\tبَ\nكَ\tكَ", "a\tب\nكَ\tك"),
        ("strip --tsv-column 2", "a\tبَ\nكَ", "a\tب\nكَ"), ("strip --tsv-column 2 --strict", "a\tبَ\nكَ", "a\tب\nكَ"),
        ("tokenize --tsv-column 1", "a.\nb.", "a .\nb ."),
        ("strip --json-field t", #"{"t":"كِ"}\#n{"t":"ك"#, #"{"t":"ك"}\#n"#),
    ])
    func whatCameBeforeComesOut(_ stage: String, _ text: String, _ expected: String) throws {
        for size in ["1", "2", "5", "1048576"] {
            let result = try CommandRunner.run(
                stage.split(separator: " ").map(String.init), input: Array(text.utf8) + [0xBA],
                environment: ["ARABICTEXT_BLOCK_SIZE": size])
            #expect(result.status == 1)
            #expect(result.output == Array(expected.utf8), "reads of \(size): \(escaped(result.output))")
        }
    }

    /// The usual block is 1 MiB.
    @Test(arguments: ["strip", "normalize", "unify", "tokenize", "stem"])
    func theLastByteOfABlock(_ stage: String) throws {
        let before = [UInt8](repeating: 0x61, count: (1 << 20) - 1)
        let result = try arabictext(stage, bytes: before + [0xBA] + before + before)
        #expect(result.status == 1)
        #expect(result.output.starts(with: before))
        #expect(
            result.errors.contains(": line 1, column 1048576: ill-formed UTF-8 at byte 1048575 "), "\(result.errors)")
    }

    /// A worker that has met a fault may get more of the same input before that is known.
    @Test func aFaultInEveryBlock() throws {
        let line = Array(#"{"t":"\#u{643}\#u{650}"}"#.utf8) + [0x0A]
        let input = Array((0..<400).map { $0 % 3 == 2 ? Array("{\"t\":\n".utf8) : line }.joined())
        for jobs in ["1", "2", "7"] {
            for size in ["7", "16", "64", "1048576"] {
                let result = try CommandRunner.run(
                    ["strip", "--json-field", "t", "--jobs", jobs], input: input,
                    environment: ["ARABICTEXT_BLOCK_SIZE": size])
                #expect(result.status == 1)
                #expect(result.output == Array("{\"t\":\"ك\"}\n{\"t\":\"ك\"}\n".utf8))
                #expect(result.errors == "arabictext: standard input: line 3, column 6: this is no JSON at byte 31\n")
            }
        }
    }

    private func firstIllFormed(_ bytes: [UInt8]) -> Int {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return bytes.count
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    /// A maximal subpart is one U+FFFD; `keep` passes the bytes through.
    @Test(arguments: [
        ("normalize", "a\u{FFFD}b \u{FFFD}c\u{FFFD}\n"), ("strip", "a\u{FFFD}b \u{FFFD}c\u{FFFD}\n"),
        ("unify", "a\u{FFFD}b \u{FFFD}c\u{FFFD}\n"), ("stem", "a\u{FFFD}b \u{FFFD}c\u{FFFD}\n"),
        ("tokenize", "a \u{FFFD} b \u{FFFD} c \u{FFFD}\n"), ("analyze", "a b c\n"),
    ])
    func replaceAndKeep(_ stage: String, _ replaced: String) throws {
        let bytes = Array("a".utf8) + [0xFF] + Array("b ".utf8) + [0xE2, 0x82] + Array("c".utf8) + [0xD9, 0x0A]
        let result = try arabictext(stage, "--invalid", "replace", bytes: bytes)
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        #expect(result.output == Array(replaced.utf8), "\(escaped(result.output))")

        let kept = try arabictext(stage, "--invalid", "keep", bytes: bytes)
        #expect(kept.status == 0)
        var bad: [[UInt8]] = [[0xFF], [0xE2, 0x82], [0xD9]]
        var expected: [UInt8] = []
        for scalar in replaced.unicodeScalars {
            expected += scalar == "\u{FFFD}" ? bad.removeFirst() : Array(String(scalar).utf8)
        }
        #expect(kept.output == expected, "\(kept.output)")
    }
}
