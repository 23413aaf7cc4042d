import ArabicText
import Testing

@Suite struct UnicodeVersionTests {
    @Test func versionsAreNumbers() {
        #expect(UnicodeVersion.icu.first?.isNumber == true)
        #expect(UnicodeVersion.unicode.first?.isNumber == true)
    }
}
