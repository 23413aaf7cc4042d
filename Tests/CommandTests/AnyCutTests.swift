import Foundation
import Support
import Testing

/// Invariant 4, for the command: however the input is cut into reads, blocks and threads, the output is the same.
@Suite(.needsCommand) struct AnyCutTests {
    static let stages = [
        "normalize", "normalize --profile search", "normalize --profile quran", "normalize --white-space collapse",
        "strip", "unify", "tokenize", "tokenize --rules standard", "tokenize --rules search --format json",
        "tokenize --words --format lines", "tokenize --clitics full", "tokenize --format tsv --offsets utf16",
        "tokenize --clitics atb --format json --offsets scalars", "sentences", "sentences --format lines --verses",
        "sentences --format tsv --offsets utf16", "sentences --format json --semicolons --offsets scalars", "stem",
        "stem --algorithm guarded", "stem --algorithm snowball", "analyze", "analyze --profile lucene",
        "analyze --format lines", "analyze --format tsv --offsets scalars",
        "analyze --profile lucene --format json --offsets utf16", "grep كتاب", "grep -n -o كتاب", "grep -c كتاب",
        "grep -n -w --color always 3", "grep -o --vocalized كِتاب", "transliterate --to bw",
        "transliterate --to hsb --escape", "transliterate --from bw",
        "transliterate --from safebw --escape", "strip --tsv-column 2", "analyze --tsv-column 2",
    ]

    private static let line =
        "قَالَ: «كِتَابٌ» 3٫14\tوَالكِتَابُ a.b user@example.com شَّـئة \u{E01}\u{E34}\u{E19}ข้าว 漢字かな 👨‍👩‍👧 🇸🇦 1\u{FE0F}\u{20E3} "
        + "Abc \\x\\ هل؟ نعم. ﷺ a\u{327}\u{301} د. أحمد\u{200F} ق.م \u{1E9B}\u{323}"

    /// Lines short and long, with CR LF, NUL and empty ones, and none at the end.
    private static let text: [UInt8] = {
        var text = "\u{FEFF}"
        for number in 0..<40 {
            text += line + ["\n", "\r\n", "\n\n", " \u{0} \n"][number % 4]
            text += String(repeating: "س", count: number * 7) + "\n"
            text += String(repeating: "\u{64E}\u{651}", count: number)
        }
        return Array((text + line).utf8)
    }()

    /// A line that is longer than some blocks.
    private static let longLine = Array(String(repeating: line + " ", count: 4_000).utf8)

    private func arguments(_ stage: String) -> [String] { stage.split(separator: " ").map(String.init) }

    /// What the variable `ARABICTEXT_BLOCK_SIZE` says is read at once; a line that is longer comes in parts.
    @Test(arguments: stages)
    func readsOfAnySizeGiveTheSame(_ stage: String) throws {
        let whole = try CommandRunner.run(arguments(stage), input: Self.text)
        #expect(whole.status == 0 && !whole.output.isEmpty, "\(whole.errors)")
        var random = SplitMix64(seed: 31)
        for size in Array(1...64) + (0..<4).map({ _ in Int.random(in: 65...5_000, using: &random) }) {
            let cut = try CommandRunner.run(
                arguments(stage), input: Self.text, environment: ["ARABICTEXT_BLOCK_SIZE": "\(size)"])
            #expect(cut.output == whole.output, "reads of \(size)")
            #expect(cut.status == 0 && cut.errors == whole.errors, "\(cut.errors)")
        }
    }

    @Test(arguments: stages)
    func jobsGiveTheSame(_ stage: String) throws {
        let one = try CommandRunner.run(arguments(stage) + ["--jobs", "1"], input: Self.text)
        for (jobs, size) in [("2", "1"), ("3", "64"), ("8", "300"), ("2", "4096"), ("4", "262144")] {
            let several = try CommandRunner.run(
                arguments(stage) + ["--jobs", jobs], input: Self.text, environment: ["ARABICTEXT_BLOCK_SIZE": size])
            #expect(several.output == one.output, "\(jobs) jobs, reads of \(size)")
        }
    }

    @Test(arguments: stages)
    func aLongLineIsALine(_ stage: String) throws {
        let lines = Self.longLine + [0x0A] + Self.text + [0x0A] + Self.longLine
        let parts = try CommandRunner.run(arguments(stage) + ["--jobs", "2"], input: lines)
        let whole = try CommandRunner.run(
            arguments(stage), input: lines, environment: ["ARABICTEXT_BLOCK_SIZE": "8000000"])
        #expect(parts.status == 0 && !whole.output.isEmpty)
        #expect(parts.output == whole.output)
    }

    @Test(arguments: stages)
    func lineBufferedGivesTheSame(_ stage: String) throws {
        let blocks = try CommandRunner.run(arguments(stage), input: Self.text)
        #expect(try CommandRunner.run(arguments(stage) + ["--line-buffered"], input: Self.text).output == blocks.output)
    }

    /// With `--null`, NUL and line feed change places, and nothing else happens.
    @Test(arguments: [
        "normalize --profile search", "strip", "stem", "tokenize", "tokenize --format lines", "analyze",
        "grep كتاب", "grep -n -w ان", "grep -c 3",
    ])
    func nullEndsLinesToo(_ stage: String) throws {
        let text = Self.text.map { $0 == 0x00 ? 0x20 : $0 }
        let expected = try CommandRunner.run(arguments(stage), input: text)
        let swapped = text.map { $0 == 0x0A ? 0x00 : $0 }
        for size in ["3", "64", "262144"] {
            let null = try CommandRunner.run(
                arguments(stage) + ["--null"], input: swapped, environment: ["ARABICTEXT_BLOCK_SIZE": size])
            #expect(null.output == expected.output.map { $0 == 0x0A ? 0x00 : $0 })
        }
    }
}
