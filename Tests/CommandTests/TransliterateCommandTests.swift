import ArabicText
import Support
import Testing

/// `transliterate` writes Arabic script in Latin characters and reads it back.
@Suite(.needsCommand) struct TransliterateCommandTests {
    @Test func documentedResult() throws {
        let result = try arabictext("transliterate", "--to", "bw", input: "مرحبا\r\n\n!")
        #expect(result.output == Array("mrHbA\r\n\n!".utf8))
    }

    @Test(arguments: Transliteration.all.map(\.name))
    func thereAndBack(_ scheme: String) throws {
        let article = try Gold.file(articlePath)
        let roman = try arabictext("transliterate", "--to", scheme, "--escape", bytes: article)
        #expect(roman.status == 0)
        #expect(roman.output != article)
        let back = try arabictext("transliterate", "--from", scheme, "--escape", bytes: roman.output)
        #expect(back.status == 0)
        #expect(back.output == article)
    }

    @Test(arguments: [[], ["--to", "bw", "--from", "bw"], ["--to", "nothing"]])
    func wrongUsageExitsWith64(_ options: [String]) throws {
        #expect(try CommandRunner.run(["transliterate"] + options).status == 64)
    }

    @Test func illFormedBytes() throws {
        let failed = try arabictext("transliterate", "--to", "bw", bytes: Array("a\nb".utf8) + [0xFF])
        #expect(failed.status == 1)
        #expect(failed.errors.contains("standard input: line 2, column 2: ill-formed UTF-8 at byte 3 "))
        let replaced = try arabictext("transliterate", "--to", "bw", "--invalid", "replace", bytes: [0x61, 0xFF])
        #expect(replaced.output == Array("a\u{FFFD}".utf8))
        let kept = try arabictext("transliterate", "--to", "bw", "--invalid", "keep", bytes: [0x61, 0xFF])
        #expect(kept.output == [0x61, 0xFF])
    }
}
