import Foundation
import Support
import Testing

/// `grep` prints lines as they are, and has grep's exit codes.
@Suite struct GrepCommandTests {
    static let text = "كُتَّاَبْ بيوت نبات ثمار\nلا شيء\nالكتاب\n"

    @Test func printsTheLinesAsTheyAre() throws {
        let result = try arabictext("grep", "كتاب", input: Self.text)
        #expect(result.status == 0)
        #expect(result.output == Array("كُتَّاَبْ بيوت نبات ثمار\nالكتاب\n".utf8), "\(escaped(result.output))")
    }

    @Test(arguments: [
        (["-n"], "1:كُتَّاَبْ بيوت نبات ثمار\n3:الكتاب\n"),
        (["-c"], "2\n"),
        (["-o"], "كُتَّاَبْ\nكتاب\n"),
        (["-w", "-n", "-o"], "1:كُتَّاَبْ\n"),
        (["--profile", "lossless"], "الكتاب\n"),
        (["-o", "--color", "always", "-w"], "\u{1B}[1;31mكُتَّاَبْ\u{1B}[m\n"),
    ])
    func options(_ options: [String], _ expected: String) throws {
        let result = try CommandRunner.run(["grep"] + options + ["كتاب"], input: Array(Self.text.utf8))
        #expect(result.output == Array(expected.utf8), "\(escaped(result.output))")
        #expect(result.status == 0)
    }

    @Test func exitCodes() throws {
        #expect(try arabictext("grep", "xyz", input: Self.text).status == 1)
        #expect(try arabictext("grep", "-c", "xyz", input: Self.text).output == Array("0\n".utf8))
        let missing = try arabictext("grep", "كتاب", "/no/such/file")
        #expect(missing.status == 2)
        #expect(missing.errors.contains("/no/such/file"))
        #expect(try CommandRunner.run(["grep", "b"], input: [0x61, 0xFF, 0x62]).status == 2)
        #expect(
            try CommandRunner.run(["grep", "--invalid", "keep", "b"], input: [0x61, 0xFF, 0x62]).output == [
                0x61, 0xFF, 0x62, 0x0A,
            ])
        #expect(try arabictext("grep").status == 64)
    }

    @Test func vowelsOfTheQuery() throws {
        let text = "كَتَبَ\nكُتِب\nكتب\n"
        let result = try arabictext("grep", "--vocalized", "كَتب", input: text)
        #expect(result.output == Array("كَتَبَ\nكتب\n".utf8), "\(escaped(result.output))")
    }

    @Test func namesOfSeveralFiles() throws {
        let article = articlePath
        let result = try arabictext("grep", "-c", "طرابلس", article, article)
        let lines = result.lines.map { String(decoding: $0, as: UTF8.self) }
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.hasPrefix(article + ":") })
    }
}
