import ArabicText
import Support
import Testing

@Suite struct CharacterNameTests {
    @Test(
        arguments: [
            ("\u{651}", "U+0651 ARABIC SHADDA"), ("A", "U+0041 LATIN CAPITAL LETTER A"),
            ("\u{0}", "U+0000 <control-0000>"), ("\u{7}", "U+0007 <control-0007>"), ("\u{9B}", "U+009B <control-009B>"),
            ("\u{378}", "U+0378 <unassigned-0378>"), ("\u{E000}", "U+E000 <private use area-E000>"),
            ("\u{FFFF}", "U+FFFF <noncharacter-FFFF>"), ("\u{10FFFF}", "U+10FFFF <noncharacter-10FFFF>"),
            ("\u{1F600}", "U+1F600 GRINNING FACE"), ("\u{200F}", "U+200F RIGHT-TO-LEFT MARK"),
            ("\u{6CC}", "U+06CC ARABIC LETTER FARSI YEH"), ("\u{AC00}", "U+AC00 HANGUL SYLLABLE GA"),
        ] as [(Unicode.Scalar, String)])
    func names(_ scalar: Unicode.Scalar, _ expected: String) {
        #expect(CharacterName(of: scalar).description == expected)
    }

    /// No name ends early at the 128 bytes of its buffer, and none brings a character of the text itself along.
    @Test func everyNameIsPrintableASCII() throws {
        for value in scalarValues(every: 31) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let name = CharacterName(of: scalar).name
            try #require((1..<100).contains(name.utf8.count), "\(value)")
            try #require(name.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(value)")
        }
    }
}
