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

    private static let longLineOptions = [
        [], ["-n"], ["-o"], ["-c"], ["-w"], ["-o", "-w", "-n"], ["--vocalized"], ["--color", "always"],
        ["--profile", "lossless", "--color", "always"], ["--jobs", "3"], ["--stats"],
    ]

    /// A line that comes in parts is searched and printed as a whole.
    @Test(arguments: longLineOptions.indices)
    func longLines(_ index: Int) throws {
        var random = SplitMix64(seed: 37)
        let words = [
            "كِتَابٌ", "كتاب", "كت", "  ", "\u{640}", "a", "كتاب في", "x\u{301}", "\u{301}", "\u{200D}", "\u{FDFA}",
            "كتابكتاب", "\u{640}كتاب", "في كتاب", "\t", "\u{1F600}",
        ]
        var text = ""
        for number in 0..<60 {
            let count = Int.random(in: 0...80, using: &random)
            let some = (0..<count).compactMap { _ in words.randomElement(using: &random) }
            text += some.joined(separator: " ") + ["\n", "\r\n", "\n\n"][number % 3]
        }
        let queries = ["كتاب", "كتاب في", "في كتاب كتاب", "ك", "كتابكتاب", "xyz"]
        for (number, query) in queries.enumerated().sampled(every: 2, from: index) {
            let arguments = ["grep"] + Self.longLineOptions[index] + [query]
            let whole = try CommandRunner.run(arguments, input: Array(text.utf8))
            for size in [1, 3, 17, 64, 100, 999].sampled(every: 3, from: index / 2 + number) {
                let parts = try CommandRunner.run(
                    arguments, input: Array(text.utf8), environment: ["ARABICTEXT_BLOCK_SIZE": "\(size)"])
                #expect(parts.output == whole.output, "reads of \(size)")
                #expect(parts.status == whole.status)
            }
        }
    }

    /// Ligatures, of which the profile makes words: a match is the whole of one, once, and all options agree on it.
    @Test(arguments: [("\u{FDF2}", "ل"), ("\u{FDF4}", "م"), ("\u{FDF2}", "لل"), ("\u{FDF4}", "محمد")])
    func matchesInOneCharacter(_ text: String, _ query: String) throws {
        let options: [([String], String)] = [
            ([], "\(text)\n"), (["-o"], "\(text)\n"), (["-c"], "1\n"), (["-o", "-n"], "1:\(text)\n"),
            (["--color", "always"], "\u{1B}[1;31m\(text)\u{1B}[m\n"),
            (["-o", "--color", "always"], "\u{1B}[1;31m\(text)\u{1B}[m\n"),
            (["-w"], query == "محمد" ? "\(text)\n" : ""), (["-w", "-o"], query == "محمد" ? "\(text)\n" : ""),
            (["-w", "-c"], query == "محمد" ? "1\n" : "0\n"),
        ]
        for (option, expected) in options {
            let result = try CommandRunner.run(["grep"] + option + [query], input: Array((text + "\n").utf8))
            #expect(result.output == Array(expected.utf8), "\(option): \(escaped(result.output))")
            #expect(result.errors.isEmpty)
        }
    }

    /// Whatever is printed of a line shows the same matches.
    @Test func optionsAgreeOnMatches() throws {
        var hostile = HostileText(seed: 47)
        var matching = 0
        for number in (0..<16).sampled(every: 5) {
            var text: [UInt8] = []
            for _ in 0..<120 { text += hostile.next(longest: 40).filter { $0 != 0x0A } + [0x0A] }
            let query = ["ل", "ا", "الله", "هه", " ", "م", "x", "1"][number % 8]
            for words in [[], ["-w"], ["--vocalized"]] {
                let arguments = ["grep", "--profile", number < 8 ? "search" : "camel"] + words
                let colored = try CommandRunner.run(arguments + ["-n", "--color", "always", query], input: text)
                let only = try CommandRunner.run(arguments + ["-n", "-o", query], input: text)
                let count = try CommandRunner.run(arguments + ["-c", query], input: text)
                let plain = try CommandRunner.run(arguments + ["-n", query], input: text)
                let (start, end) = (Array("\u{1B}[1;31m".utf8), Array("\u{1B}[m".utf8))
                // What is coloured, line by line.
                var expected: [[UInt8]] = []
                for line in colored.lines {
                    let number = line.prefix { $0 != 0x3A }
                    let pieces = line.split(separator: start, omittingEmptySubsequences: false).dropFirst()
                    for piece in pieces { expected.append(number + [0x3A] + (piece.split(separator: end).first ?? [])) }
                }
                #expect(only.lines == expected, "\(query), \(arguments): \(escaped(text))")
                #expect(count.output == Array("\(colored.lines.count)\n".utf8))
                #expect(plain.output == removing([start, end], from: colored.output))
                matching += colored.lines.count
            }
        }
        #expect(matching > (isExhaustive ? 500 : 100))
    }

    private func removing(_ parts: [[UInt8]], from bytes: [UInt8]) -> [UInt8] {
        parts.reduce(bytes) { Array($0.split(separator: $1, omittingEmptySubsequences: false).joined()) }
    }

    /// White space that is collapsed is read on from part to part of a line.
    @Test(arguments: [1, 16, 64, 1 << 20])
    func collapsedSpaceInALongLine(_ blockSize: Int) throws {
        let words = String(repeating: "كلمة في جملة ", count: 30)
        let line = words + "كتاب" + String(repeating: " \t", count: 300) + "جديد " + words + "\n"
        let profile = Array(#"{"form":"nfc","tatweel":"remove","whiteSpace":"collapse"}"#.utf8)
        try withFile(profile) { path in
            let file = path + ".json"
            try FileManager.default.moveItem(atPath: path, toPath: file)
            defer { try? FileManager.default.moveItem(atPath: file, toPath: path) }
            for (options, expected) in [(["-c"], "1\n"), ([], line)] {
                let result = try CommandRunner.run(
                    ["grep", "--profile", file] + options + ["كتاب جديد"], input: Array(line.utf8),
                    environment: ["ARABICTEXT_BLOCK_SIZE": "\(blockSize)"])
                #expect(result.output == Array(expected.utf8), "\(result.errors)")
            }
        }
    }

    /// A line holds no line feed, so neither does a match; with NUL for it, it may.
    @Test func lineFeedInTheQuery() throws {
        #expect(try arabictext("grep", "\nكتاب", input: "x\nكتاب\n").status == 1)
        #expect(try arabictext("grep", "ا\nكتاب", input: "ا\nكتاب\nا\n").status == 1)
        #expect(
            try arabictext("grep", "-c", "--null", "\nكتاب", input: "x\nكتاب\u{0}y\u{0}").output == Array("1\u{0}".utf8)
        )
    }

    /// Options, a pattern, and what the text consists of.
    private static let longPatterns: [([String], String, String)] = [
        ([], "ب" + String(repeating: "ا", count: 10_000), "ا"),
        (["--vocalized"], "ب" + String(repeating: "ا", count: 10_000), "ا"),
        (
            ["--vocalized"], String(repeating: "ا", count: 9_900) + String(repeating: "اَ", count: 100),
            String(repeating: "ا", count: 99) + "اُ"
        ),
    ]

    /// Would take minutes if it were the product of both lengths. To compare vowels is, but many at once.
    @Test(arguments: longPatterns.indices)
    func longPattern(_ index: Int) throws {
        let (options, pattern, unit) = Self.longPatterns[index]
        let text = Array(String(repeating: unit, count: 4_000_000 / unit.utf8.count).utf8)
        for end in ([[0x0A], []] as [[UInt8]]).sampled(every: 2, from: index) {
            let start = ContinuousClock.now
            let result = try CommandRunner.run(["grep", "-c"] + options + [pattern], input: text + end)
            #expect(result.output == Array("0\n".utf8))
            #expect(ContinuousClock.now - start < .seconds(60))
        }
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
