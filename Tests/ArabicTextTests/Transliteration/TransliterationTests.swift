import ArabicText
import Support
import Testing

/// A text through a scheme, as bytes to compare.
func romanized(_ text: [UInt8], _ scheme: Transliteration, escaping: Bool = false) -> [UInt8] {
    var output: [UInt8] = []
    scheme.romanize(text.span, escapingLatin: escaping, into: &output)
    return output
}

/// A text back through a scheme, as bytes to compare.
func arabized(_ text: [UInt8], _ scheme: Transliteration, escaping: Bool = false) -> [UInt8] {
    var output: [UInt8] = []
    scheme.arabize(text.span, escapingLatin: escaping, into: &output)
    return output
}

@Suite struct TransliterationTests {
    @Test func names() {
        #expect(Transliteration.all.map(\.name) == ["bw", "safebw", "xmlbw", "hsb"])
        for scheme in Transliteration.all {
            #expect(Transliteration(named: scheme.name) == scheme)
            #expect(scheme.description == scheme.name)
        }
        #expect(Transliteration(named: "BW") == nil)
    }

    /// CAMeL's tables to the letter: all 1,280 code points, alone and between letters.
    @Test(arguments: Transliteration.all)
    func camelTables(_ scheme: Transliteration) throws {
        let rows = Gold.rows(try Gold.bundledBytes("Data/camel/transliteration.tsv"))
        let column = try #require(rows[0].firstIndex(of: Array("charmap_ar2\(scheme.name)".utf8)))
        #expect(rows.count == 1_281)
        var changed = 0
        for row in rows.dropFirst() {
            let scalars = [row[0], row[column]].map { field in
                field.split(separator: 0x20).compactMap { UInt32(String(decoding: $0, as: UTF8.self), radix: 16) }
            }
            let (source, expected) = (utf8(scalars[0]), utf8(scalars[1]))
            let between = utf8([0x628] + scalars[0] + [0x628])
            #expect(romanized(source, scheme) == expected, "\(escaped(source))")
            #expect(romanized(between, scheme) == [0x62] + expected + [0x62], "\(escaped(source))")
            if source != expected {
                changed += 1
                #expect(arabized(expected, scheme) == source, "\(escaped(source))")
            }
        }
        #expect(changed == 51)
    }

    /// The 51 symbols there and back, alone and all together; and neither direction touches anything else.
    @Test(arguments: Transliteration.all)
    func symbols(_ scheme: Transliteration) {
        let pairs = scheme.pairs
        #expect(pairs.count == 51)
        #expect(Set(pairs.map(\.arabic)).count == 51)
        #expect(Set(pairs.map(\.roman)).count == 51)
        let arabic = utf8(pairs.map(\.arabic.value))
        let roman = utf8(pairs.map(\.roman.value))
        #expect(romanized(arabic, scheme) == roman)
        #expect(arabized(roman, scheme) == arabic)
        let (arabics, romans) = (Set(pairs.map(\.arabic.value)), Set(pairs.map(\.roman.value)))
        for scalar in (UInt32(0)...0x2FFF).compactMap(Unicode.Scalar.init) {
            let bytes = utf8([scalar.value])
            #expect((romanized(bytes, scheme) == bytes) == !arabics.contains(scalar.value))
            #expect((arabized(bytes, scheme) == bytes) == !romans.contains(scalar.value))
        }
    }

    @Test func texts() {
        let arabic = "\u{627}\u{644}\u{639}\u{64E}\u{631}\u{64E}\u{628}\u{650}\u{64A}\u{651}\u{64E}\u{629}"
        #expect(Transliteration.buckwalter.romanize(arabic) == "AlEarabiy~ap")
        #expect(Transliteration.buckwalter.romanize("\u{634}\u{624}\u{648}\u{646} \u{623}") == "$&wn >")
        #expect(Transliteration.safeBuckwalter.romanize("\u{634}\u{624}\u{648}\u{646} \u{623}") == "cWwn O")
        #expect(Transliteration.xmlBuckwalter.romanize("\u{634}\u{624}\u{648}\u{646} \u{623}") == "$Wwn O")
        let hsb = Transliteration.habashSoudiBuckwalter.romanize("\u{634}\u{624}\u{648}\u{646} \u{623}")
        #expect(Array(hsb.utf8) == Array("\u{161}\u{175}wn \u{C2}".utf8))
        #expect(Transliteration.buckwalter.arabize("ktAb") == "\u{643}\u{62A}\u{627}\u{628}")
        // Digits and punctuation of Arabic are in no scheme.
        #expect(Transliteration.buckwalter.romanize("\u{663}\u{60C} \u{61F}") == "\u{663}\u{60C} \u{61F}")
    }

    /// The scheme's letters are read composed only; what looks the same in two scalars is a letter and a mark.
    @Test func decomposedLetters() {
        let scheme = Transliteration.habashSoudiBuckwalter
        #expect(arabized(utf8([0x100]), scheme) == utf8([0x622]))
        #expect(arabized(utf8([0x41, 0x304]), scheme) == utf8([0x627, 0x304]))
        #expect(romanized(utf8([0x627, 0x304]), scheme) == utf8([0x41, 0x304]))
    }

    /// Marks come off in Arabic script, where a full stop is no sukun and Latin vowels are no harakat.
    @Test func marksComeOffFirst() {
        let text = "\u{643}\u{64E}\u{62A}\u{652}. Hello (info) No."
        let bare = String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.arabic.isTashkeel }))
        let scheme = Transliteration.habashSoudiBuckwalter
        #expect(scheme.romanize(bare) == "kt. Hello (info) No.")
        #expect(scheme.romanize(text) == "kat.. Hello (info) No.")
    }

    /// Invariant 6: ill-formed bytes pass through, in both directions and in both modes.
    @Test(arguments: Transliteration.all)
    func illFormedBytes(_ scheme: Transliteration) {
        let beh = utf8([0x628])
        for bytes: [UInt8] in [[0xFF], [0xD9], [0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98], [0xC3]] {
            for escaping in [false, true] {
                let mixed = beh + bytes + beh + bytes
                let roman = romanized(mixed, scheme, escaping: escaping)
                #expect(roman == [0x62] + bytes + [0x62] + bytes, "\(bytes)")
                #expect(arabized(roman, scheme, escaping: escaping) == mixed, "\(bytes)")
            }
        }
    }

    /// Invariant 9: linear time, for what each step could read again and again.
    @Test(.timeLimit(.minutes(1)), arguments: Transliteration.all)
    func longTexts(_ scheme: Transliteration) {
        for piece in ["a", "\\", "\u{628}", "\\a", "1", "\u{628}a", ".", "\u{1F600}"] {
            let text = Array(String(repeating: piece, count: 100_000 / piece.utf8.count).utf8)
            let roman = romanized(text, scheme, escaping: true)
            #expect(roman.count <= 3 * text.count)
            #expect(arabized(roman, scheme, escaping: true) == text)
            #expect(arabized(text, scheme, escaping: true).count <= 3 * text.count)
        }
    }
}
