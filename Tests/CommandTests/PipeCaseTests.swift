import Foundation
import Support
import Testing

/// What users of such tools ask of them in a pipe, with the results written down: line ends, NUL, byte order marks, long
/// lines, other encodings.
@Suite(.needsCommand) struct PipeCaseTests {
    /// Line ends stay as they are where a line in is a line out; lists end every line with a line feed.
    @Test(arguments: [
        ("strip", "بَ\r\nتَ\r\n", "ب\r\nت\r\n"), ("strip", "بَ\nتَ", "ب\nت"), ("strip", "\n\n", "\n\n"), ("strip", "", ""),
        ("strip", "بَ\u{0}تَ\n", "ب\u{0}ت\n"), ("strip", "\r", "\r"), ("unify", "أ\r\nة", "ا\r\nه"),
        ("normalize", "\u{FEFF}a", "\u{FEFF}a"), ("normalize --profile light", "\u{FEFF}a", "a"),
        ("stem", "الكتاب\r\nx", "كتاب\r\nx"), ("stem", "الكتاب\u{0}", "كتاب\u{0}"),
        ("tokenize", "ab c\r\nd", "ab c\nd\n"), ("tokenize", "a\u{0}b", "a \u{0} b\n"), ("tokenize", "\n", "\n"),
        ("tokenize", "", ""), ("tokenize --format lines", "a b\r\n", "a\nb\n\n"), ("sentences", "a.\r\nb", "a.\nb\n"),
        ("analyze", "الكتاب\r\n\r\nمكتبة", "كتاب\n\nمكتب\n"), ("analyze", "\u{0}\n", "\n"),
        ("transliterate --to bw", "باب\r\n", "bAb\r\n"), ("grep ب", "با\r\nتا\nب", "با\r\nب\n"),
    ])
    func lineEndsAndControls(_ stage: String, _ input: String, _ expected: String) throws {
        for size in ["1", "3", "262144"] {
            let result = try CommandRunner.run(
                stage.split(separator: " ").map(String.init), input: Array(input.utf8),
                environment: ["ARABICTEXT_BLOCK_SIZE": size])
            #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
            #expect(result.output == Array(expected.utf8), "\(escaped(result.output))")
        }
    }

    /// The bytes of "كتاب؟", and for UTF-16 with a character beyond U+FFFF.
    @Test(
        arguments: [
            ("windows-1256", [0xDF, 0xCA, 0xC7, 0xC8, 0xBF], "كتاب؟"), ("cp1256", [0xDF, 0xCA, 0xC7, 0xC8], "كتاب"),
            ("iso-8859-6", [0xE3, 0xCA, 0xC7, 0xC8, 0xBF], "كتاب؟"), ("ISO_8859-6", [0xE3, 0x0A], "ك\n"),
            ("utf-16le", [0x28, 0x06, 0x3D, 0xD8, 0x00, 0xDE, 0x0A, 0x00], "ب😀\n"),
            ("utf-16", [0xFE, 0xFF, 0x06, 0x28, 0xD8, 0x3D, 0xDE, 0x00], "ب😀"), ("utf-8", [0xD8, 0xA8], "ب"),
        ] as [(String, [UInt8], String)])
    func otherEncodingsAreRead(_ encoding: String, _ input: [UInt8], _ expected: String) throws {
        for size in ["1", "2", "3", "262144"] {
            let result = try CommandRunner.run(
                ["strip", "--from", encoding], input: input, environment: ["ARABICTEXT_BLOCK_SIZE": size])
            #expect(result.status == 0, "\(result.errors)")
            #expect(result.output == Array(expected.utf8), "\(encoding): \(escaped(result.output))")
        }
    }

    @Test func bytesThatAreNothingInAnEncoding() throws {
        // 0xA1 is not assigned in ISO 8859-6.
        let bytes: [UInt8] = [0xE3, 0x0A, 0xCA, 0xA1, 0xC7]
        let failed = try arabictext("strip", "--from", "iso-8859-6", bytes: bytes)
        #expect(failed.status == 1)
        #expect(failed.errors.hasPrefix("arabictext: standard input: line 2: "), "\(failed.errors)")
        #expect(failed.output == Array("ك\nت".utf8))
        let replaced = try arabictext("strip", "--from", "iso-8859-6", "--invalid", "replace", bytes: bytes)
        #expect(replaced.output == Array("ك\nت\u{FFFD}ا".utf8))
        #expect(try arabictext("strip", "--from", "iso-8859-6", "--invalid", "keep", bytes: bytes).status == 64)
        let mistyped = try arabictext("strip", "--from", "windows-12566", bytes: bytes)
        #expect(mistyped.status == 64)
        #expect(mistyped.errors.contains("Did you mean \"windows-1256\"?"), "\(mistyped.errors)")
    }

    #if os(Linux)
        /// The most memory that a stage has had by the time a line of 40 MB is read, in kilobytes.
        @Test(
            arguments: [
                ("normalize --profile search", 32), ("strip", 32), ("unify", 32), ("tokenize", 64),
                ("tokenize --format json --offsets utf16", 64), ("sentences", 64), ("sentences --format lines", 64),
                ("stem", 64), ("analyze --format tsv", 64), ("transliterate --to bw --escape", 64),
            ].sampled(every: 3))
        func aLineOfAnyLengthNeedsLittleMemory(_ stage: String, _ megabytes: Int) throws {
            // Without stops the line is one sentence.
            let stop = stage.hasPrefix("sentences --format") ? "" : "."
            let result = try CommandRunner.shell(
                """
                folder=$(mktemp -d) && cd "$folder" && mkfifo in &&
                { sh -c 'echo $$ > pid; exec arabictext \(stage) --jobs 1' < in > /dev/null & } &&
                { yes 'قال: كتاب \(stop) جديد' | tr '\\n' ' ' | head -c 40000000
                  grep VmHWM "/proc/$(cat pid)/status" >&2; } > in
                wait; rm -r "$folder"
                """)
            let line = try #require(result.errors.split(separator: "\n").first { $0.hasPrefix("VmHWM") })
            let kilobytes = try #require(line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) })
            #expect(kilobytes <= megabytes * 1_000, "\(stage)")
        }
    #endif
}
