import Support
import Testing

@testable import ArabicText

/// A word with marks, tatweel or invisible signs inside stays one token.
@Suite struct ArabicMarkTokenTests {
    /// The 116 non-spacing marks of the Arabic blocks in Unicode 15.
    static let marks: [UInt32] = [
        0x610...0x61A, 0x64B...0x65F, 0x670...0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7...0x6E8, 0x6EA...0x6ED,
        0x898...0x89F, 0x8CA...0x8E1, 0x8E3...0x8FF, 0x10EFD...0x10EFF,
    ].flatMap { Array($0) }

    /// Those of Unicode 14 and 15, which an older ICU does not know.
    static let laterMarks: Set<UInt32> = Set([0x898...0x89F, 0x8CA...0x8D2, 0x10EFD...0x10EFF].flatMap { Array($0) })

    @Test(arguments: TokenizationRules.all)
    func eachMarkStaysInsideItsWord(_ rules: TokenizationRules) {
        #expect(Self.marks.count == 116)
        let word: [UInt32] = [0x643, 0x62A, 0x627, 0x628]
        let knowsAll = UnicodeVersion.unicode.split(separator: ".").first.flatMap { Int($0) }.map { $0 >= 15 } ?? false
        for mark in Self.marks where knowsAll || !Self.laterMarks.contains(mark) {
            for place in 1...4 {
                let bytes = utf8(word[..<place] + [mark] + word[place...])
                #expect(tokens(bytes, rules).map(\.kind) == [.arabic], "\(escaped(bytes))")
            }
        }
    }

    @Test(
        arguments: [0x640, 0x200C, 0x200D, 0x200E, 0x200F, 0x61C, 0x202A, 0x2066, 0xAD, 0xFEFF] as [UInt32])
    func tatweelAndInvisibleSignsStayInside(_ sign: UInt32) {
        for rules in TokenizationRules.all {
            #expect(tokens(utf8([0x643, 0x62A, sign, 0x627, 0x628]), rules).map(\.kind) == [.arabic])
        }
    }

    /// Signs of Arabic text are ignored like marks by Unicode's rules, and divide words for searching.
    @Test(arguments: [0x6DD, 0x600] as [UInt32]) func signsInsideAWord(_ sign: UInt32) {
        let bytes = utf8([0x643, 0x62A, sign, 0x627, 0x628])
        for rules in [TokenizationRules.unicode, .standard] { #expect(tokens(bytes, rules).map(\.kind) == [.arabic]) }
        for rules in [TokenizationRules.search, .searchDivided] {
            #expect(tokens(bytes, rules).map(\.kind) == [.arabic, .punctuation, .arabic])
        }
    }

    /// Pinned to Format, so that no ICU makes them digits.
    @Test func signsOfTheBlockArePinned() {
        for sign in [0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x890, 0x891, 0x8E2] as [UInt32] {
            #expect(WordClass(scalar: sign) == .arabicSign)
            #expect(tokens(utf8([0x20, sign, 0x662])).map(\.kind) == [.punctuation, .number])
        }
        #expect(WordClass(scalar: 0x3A) == .colon)
    }
}
