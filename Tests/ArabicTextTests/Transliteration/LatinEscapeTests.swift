import ArabicText
import Support
import Testing

@Suite struct LatinEscapeTests {
    /// What is written, by scheme.
    @Test(arguments: [
        ("bw", "\u{642}\u{627}\u{644} Hello \u{646}\u{639}\u{645}", #"qAl \Hello\ nEm"#),
        ("bw", "Hello, world!", #"\Hello\, \world\!"#),
        ("bw", "C 19 #!?", "C 19 #!?"),
        ("bw", "covid19", #"\covid19\"#),
        ("bw", "\u{627}\u{644}iPhone", #"Al\iPhone\"#),
        ("bw", "iPhone\u{627}\u{62A}", #"\iPhone\At"#),
        ("bw", "<b>", #"\<b>\"#),
        ("safebw", "<b>", #"<\b\>"#),
        ("bw", "caf\u{E9}", "\\caf\u{E9}\\"),
        ("bw", #"\"#, #"\\"#),
        ("bw", #"C:\dir\1"#, #"C:\\\dir\\\1"#),
        ("bw", "\u{643}\u{62A}\u{627}\u{628}.", "ktAb."),
        ("hsb", "\u{643}\u{62A}\u{627}\u{628}.", #"ktAb\.\"#),
        ("hsb", "\u{161}\u{175}", "\\\u{161}\u{175}\\"),
        ("hsb", "\u{663}\u{66B}\u{661}\u{664} \u{60C}", "\u{663}\u{66B}\u{661}\u{664} \u{60C}"),
        ("bw", "a\nb", "\\a\\\n\\b\\"),
    ])
    func written(name: String, text: String, expected: String) throws {
        let scheme = try #require(Transliteration(named: name))
        let roman = scheme.romanize(text, escapingLatin: true)
        #expect(Array(roman.utf8) == Array(expected.utf8), "\(escaped(roman))")
        #expect(Array(scheme.arabize(roman, escapingLatin: true).utf8) == Array(text.utf8))
    }

    /// What is read of texts that no call wrote: every text has one reading.
    @Test(arguments: [
        ("\\Hello world\\ ktAb", "Hello world \u{643}\u{62A}\u{627}\u{628}"),
        ("\\Hello\nktAb", "Hello\n\u{643}\u{62A}\u{627}\u{628}"),
        ("\\ktAb", "ktAb"), ("b\\", "\u{628}"), ("\\\\", "\\"), ("\\\\\\", "\\"), ("\\\\b\\\\", "\\\u{628}\\"),
        ("\\b\\\\b\\", "bb"),
    ])
    func read(text: String, expected: String) {
        let arabic = Transliteration.buckwalter.arabize(text, escapingLatin: true)
        #expect(Array(arabic.utf8) == Array(expected.utf8), "\(escaped(arabic))")
    }

    /// No scheme may take the escape, or a line feed.
    @Test(arguments: Transliteration.all)
    func escapeIsFree(_ scheme: Transliteration) {
        let romans = scheme.pairs.map(\.roman)
        #expect(!romans.contains("\\") && !romans.contains("\n"))
    }

    static let alphabet: [UInt32] = {
        let ranges: [ClosedRange<UInt32>] = [
            0x00...0x7F, 0x00A0...0x0180, 0x0300...0x0310, 0x0370...0x03FF, 0x0600...0x06FF, 0x0621...0x0652,
            0x0621...0x0652, 0x41...0x5A, 0x61...0x7A, 0x200B...0x200F, 0x1E00...0x1E10, 0xFE70...0xFEFF,
            0x1F600...0x1F610, 0xE000...0xE001, 0x10FFFE...0x10FFFF,
        ]
        let frequent: [UInt32] = [0x5C, 0x5C, 0x0A, 0x20, 0x2E, 0x40, 0x0D, 0x7E, 0x27, 0x304, 0x100]
        return ranges.flatMap(Array.init) + (0..<16).flatMap { _ in frequent }
    }()

    /// Any text comes back byte for byte, line by line as well: four times 50,000 texts.
    @Test(arguments: Transliteration.all)
    func roundTrip(_ scheme: Transliteration) {
        var random = SplitMix64(seed: 39)
        for number in (0..<50_000).sampled(every: 7) {
            let text = utf8(
                (0..<Int.random(in: 0...12, using: &random)).map { _ in
                    Self.alphabet[Int.random(in: 0..<Self.alphabet.count, using: &random)]
                })
            let roman = romanized(text, scheme, escaping: true)
            let back = arabized(roman, scheme, escaping: true)
            if back != text { Issue.record("\(escaped(text)) -> \(escaped(roman)) -> \(escaped(back))") }
            if number % 10 == 0 { expectLinesAlone(text, roman, scheme) }
        }
    }

    /// Lines transliterated one by one, as the command does it, are the whole.
    func expectLinesAlone(_ text: [UInt8], _ roman: [UInt8], _ scheme: Transliteration) {
        func byLine(_ bytes: [UInt8], _ stage: ([UInt8]) -> [UInt8]) -> [UInt8] {
            Array(
                bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { stage(Array($0)) }.joined(
                    separator: [0x0A]))
        }
        #expect(byLine(text) { romanized($0, scheme, escaping: true) } == roman, "\(escaped(text))")
        // Of any text, not only of what was written so.
        let arabic = arabized(text, scheme, escaping: true)
        #expect(byLine(text) { arabized($0, scheme, escaping: true) } == arabic, "\(escaped(text))")
    }

    /// Bytes that are no UTF-8 come back too.
    @Test(arguments: Transliteration.all)
    func roundTripOfBytes(_ scheme: Transliteration) {
        var random = SplitMix64(seed: 40)
        let frequent: [UInt8] = [0xD8, 0xA8, 0xD9, 0x5C, 0x61, 0x2E, 0xC3, 0xC4, 0x80, 0xE0, 0xED, 0xF0, 0x9F, 0xFF]
        for _ in (0..<20_000).sampled(every: 7) {
            let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                Int.random(in: 0..<4, using: &random) > 0
                    ? frequent[Int.random(in: 0..<frequent.count, using: &random)]
                    : UInt8.random(in: 0...255, using: &random)
            }
            let roman = romanized(bytes, scheme, escaping: true)
            let back = arabized(roman, scheme, escaping: true)
            if back != bytes { Issue.record("\(bytes) -> \(roman) -> \(back)") }
        }
    }

    /// Text without Latin script, backslash or a character of the scheme is written as plainly.
    @Test(arguments: Transliteration.all)
    func arabicIsWrittenPlainly(_ scheme: Transliteration) {
        var random = SplitMix64(seed: 41)
        for _ in 0..<2_000 {
            let text = utf8((0..<20).map { _ in UInt32.random(in: 0x0600...0x06FF, using: &random) })
            #expect(romanized(text, scheme, escaping: true) == romanized(text, scheme), "\(escaped(text))")
        }
    }
}
