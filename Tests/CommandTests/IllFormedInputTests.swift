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
