import ArabicText
import Foundation
import Support
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// `explain`: what each step made of a text, and nothing of the text that a terminal obeys.
@Suite struct ExplainCommandTests {
    /// Text with what must not come through: ESC, NUL, a C1 control, marks and overrides of direction, markup.
    static let hostile =
        "a\u{1B}[31m\u{0}\u{9B}\u{200F}\u{202E}<script>\"&'\u{61C}\r\u{2028}\u{FEFF}\u{E0001}\u{FFFF}]]>"

    private func check(
        _ arguments: [String], _ input: String, _ expected: String, _ location: SourceLocation = #_sourceLocation
    ) throws {
        let result = try CommandRunner.run(["explain"] + arguments, input: Array(input.utf8))
        #expect(result.status == 0, "\(result.errors)", sourceLocation: location)
        #expect(result.output == Array(expected.utf8), "\(result.text)", sourceLocation: location)
    }

    @Test func stepsOfAWord() throws {
        let expected = """
            شيـ\u{654}ا

            1 hamzaOnTatweel
              before  شيـ\u{654}ا
              after   شيئا
                U+0634 ARABIC LETTER SHEEN
                U+064A ARABIC LETTER YEH
              - U+0640 ARABIC TATWEEL
              ~ U+0654 ARABIC HAMZA ABOVE  → U+0626 ARABIC LETTER YEH WITH HAMZA ABOVE
                U+0627 ARABIC LETTER ALEF

            2 hamzaCarriers
              before  شيئا
              after   شييا
                U+0634 ARABIC LETTER SHEEN
                U+064A ARABIC LETTER YEH
              ~ U+0626 ARABIC LETTER YEH WITH HAMZA ABOVE  → U+064A ARABIC LETTER YEH
                U+0627 ARABIC LETTER ALEF

            words, by the analyser search: rules search, stemmer guarded
              bytes 0..<10, arabic
                source      شيـ\u{654}ا
                normalised  شيئا
                term        شيء

            """
        try check(["شيـ\u{654}ا"], "", expected)
    }

    @Test func linesOfStandardInput() throws {
        try check(
            ["--profile", "strip"], "كِتَابٌ\n\nفي",
            """
            line 1  كِتَابٌ

            1 removedMarks
              before  كِتَابٌ
              after   كتاب
                U+0643 ARABIC LETTER KAF
              - U+0650 ARABIC KASRA
                U+062A ARABIC LETTER TEH
              - U+064E ARABIC FATHA
                U+0627 ARABIC LETTER ALEF
                U+0628 ARABIC LETTER BEH
              - U+064C ARABIC DAMMATAN

            words, cut by the rules unicode
              bytes 0..<14, arabic
                source      كِتَابٌ
                normalised  كتاب

            line 2  \("")
            no step of the profile strip changes this text

            line 3  في
            no step of the profile strip changes this text
                U+0641 ARABIC LETTER FEH
                U+064A ARABIC LETTER YEH

            words, cut by the rules unicode
              bytes 0..<4, arabic
                source      في
                normalised  في

            """)
        try check([], "", "")
        try check(["--format", "html"], "", "")
    }

    @Test func stopWordsAndPunctuation() throws {
        let result = try arabictext("explain", "--profile", "lucene", "في البيت.").text
        #expect(result.contains("bytes 0..<4, arabic, stop word\n    source      في\n    normalised  في\n  bytes"))
        #expect(
            result.contains("bytes 5..<15, arabic\n    source      البيت\n    normalised  البيت\n    term        بيت\n")
        )
        let punctuation = try arabictext("explain", "!").text
        #expect(punctuation.hasSuffix("  bytes 0..<1, punctuation, no term\n    source  !\n"))
    }

    /// What is printed of the scalars is the texts before and after, whatever they are: random ones, and long ones.
    @Test(arguments: ["search", "light", "lossless", "lucene", "camel"])
    func rowsGiveBothTexts(_ profile: String) throws {
        var random = RandomText(seed: 31)
        var texts = (0..<150).sampled(every: 5).map { _ in random.next(longest: 25) }
        texts += [
            random.next(longest: 400), Array(repeating: 0xFDFA, count: 9),
            [0x0640] + Array(repeating: 0xFC62, count: 60),
        ]
        texts = texts.map { $0.filter { $0 != 0x0A } }
        let normalizer = try ArabicNormalizer(try #require(NormalizationProfile(named: profile)))
        let result = try CommandRunner.run(
            ["explain", "--profile", profile], input: Array(texts.map { utf8($0) + [0x0A] }.joined()))
        let blocks = result.lines.split { $0.starts(with: Array("line ".utf8)) }
        try #require(blocks.count == texts.count)
        for (text, block) in zip(texts, blocks) {
            let steps = normalizer.trace(String(decoding: utf8(text), as: UTF8.self)).steps
            let printed = PrintedStep.list(block)
            #expect(printed.map(\.name) == steps.map(\.name))
            for (step, printed) in zip(steps, printed) {
                #expect(utf8(printed.before) == Array(step.before.utf8), "\(step.name): \(escaped(step.before))")
                #expect(utf8(printed.after) == Array(step.after.utf8), "\(step.name): \(escaped(step.before))")
            }
        }
    }

    @Test(arguments: ["text", "html"], ["search", "lossless", "light"])
    func nothingRawComesThrough(_ format: String, _ profile: String) throws {
        let some = scalarValues(in: 0...0x2FFF, every: 31).filter { $0 != 0x0A }
        let others = scalarValues(in: 0xF000...0x11FFF, every: 31)
        for input in [Array(Self.hostile.utf8), utf8(some), utf8(others)] {
            let result = try CommandRunner.run(["explain", "--format", format, "--profile", profile], input: input)
            #expect(result.status == 0)
            let scalars = String(decoding: result.output, as: UTF8.self).unicodeScalars
            let raw = Set(scalars.filter(Self.isDangerous)).subtracting(["\n"])
            #expect(raw.isEmpty, "\(raw.map { $0.escaped(asASCII: true) })")
        }
        let text = try arabictext("explain", "--format", format, Self.hostile.replacing("\u{0}", with: "")).text
        if format == "text" {
            #expect(text.hasPrefix("a[ESC][31m[CSI][RLM][RLO]<script>\"&'[ALM][CR][LSEP][BOM][U+E0001][U+FFFF]]]>\n"))
            #expect(text.contains("    U+001B <control-001B>\n"))
        } else {
            #expect(!text.contains("<script"))
            #expect(text.contains("&lt;script&gt;&quot;&amp;"))
            #expect(text.contains("title=\"U+001B &lt;control-001B&gt;\">ESC</span>"))
        }
    }

    /// Whether a terminal might obey it, or a page or terminal reorder a line for it, or nobody see it.
    private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
            0xE0000...0xE0FFF, 0xFDD0...0xFDEF, 0xFFFE, 0xFFFF, 0xAD, 0x34F:
            true
        default: false
        }
    }

    @Test(arguments: ["شيـ\u{654}ا", "كِتَابٌ في ﷺ", hostile, "", "\u{651}"])
    func thePageIsWellFormedAndAlone(_ text: String) throws {
        let result = try arabictext("explain", "--format", "html", "-", input: "\(text)\nكتاب\n")
        #expect(result.status == 0)
        let page = result.text
        #expect(XML.error(in: result.output) == nil)
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"))
        #expect(page.contains("<title>arabictext explain: profile search</title>"))
        #expect(page.contains("prefers-color-scheme: dark"))
        #expect(page.contains("<bdi dir=\"auto\" lang=\"ar\">كتاب</bdi>"))
        for outside in ["<script", "<link", "<img", "href=", "src=", "url(", "@import", "http:", "https:"] {
            #expect(!page.contains(outside))
        }
    }

    @Test func illFormedInput() throws {
        let bytes = Array("ab\na".utf8) + [0xE2, 0x82] + Array("b\nc\n".utf8)
        for format in ["text", "html"] {
            let failed = try CommandRunner.run(["explain", "--format", format], input: bytes)
            #expect(failed.status == 1)
            #expect(
                failed.errors.hasPrefix("arabictext: standard input: line 2, column 2: ill-formed UTF-8 at byte 4 "))
            // What came before is there, and a page is whole.
            #expect(failed.text.contains("U+0061"))
            if format == "html" { #expect(XML.error(in: failed.output) == nil) }
        }
        for policy in ["replace", "keep"] {
            let result = try CommandRunner.run(["explain", "--invalid", policy], input: bytes)
            #expect(result.status == 0)
            #expect(result.text.contains("line 2  a\u{FFFD}b\n"))
            #expect(result.text.contains("    U+FFFD REPLACEMENT CHARACTER\n    U+0062 LATIN SMALL LETTER B\n"))
        }
    }

    #if os(Linux)
        @Test(arguments: ["", "x"])
        func aFullDiskIsAFailure(_ text: String) throws {
            let result = try CommandRunner.shell("arabictext explain \(text) > /dev/full", input: Array("x\n".utf8))
            #expect(result.status == 1)
            #expect(result.errors == "arabictext: cannot write: No space left on device\n")
        }
    #endif

    @Test func aLongLineTakesLinearTime() throws {
        let line = String(repeating: "وَالكِتَابُ\u{651}\u{64E}ﻻ ", count: isExhaustive ? 2_000 : 500)
        let start = ContinuousClock.now
        let result = try arabictext("explain", input: line)
        #expect(result.status == 0)
        #expect(ContinuousClock.now - start < .seconds(60))
    }
}

/// A step as it is printed, read back from its rows.
private struct PrintedStep {
    let name: String
    var before: [UInt32] = []
    var after: [UInt32] = []

    /// The steps among the lines of an explanation: "1 form", then rows such as "  ~ U+0041 …  → U+0061 …".
    static func list(_ lines: some Sequence<[UInt8]>) -> [PrintedStep] {
        var steps: [PrintedStep] = []
        for line in lines.map({ String(decoding: $0, as: UTF8.self) }) {
            let words = line.split(separator: " ")
            if line.first?.isNumber == true, words.count == 2 {
                steps.append(PrintedStep(name: String(words[1])))
                continue
            }
            let kind = line.dropFirst(2).prefix(1)
            guard !steps.isEmpty, line.hasPrefix("    U+") || ["-", "~", "+"].contains(kind) else { continue }
            let scalars = words.filter { $0.hasPrefix("U+") }.compactMap { UInt32($0.dropFirst(2), radix: 16) }
            if kind != "+" { steps[steps.count - 1].before.append(contentsOf: scalars.prefix(1)) }
            if kind != "-" { steps[steps.count - 1].after.append(contentsOf: scalars.suffix(1)) }
        }
        return steps
    }
}

/// Whether bytes are well-formed XML.
private enum XML {
    /// The message of the parser, or nil.
    static func error(in bytes: [UInt8]) -> String? {
        let parser = XMLParser(data: Data(bytes))
        return parser.parse()
            ? nil : "\(parser.parserError.map { "\($0)" } ?? "not well-formed"), line \(parser.lineNumber)"
    }
}
