import ArabicText
import Support
import Testing

/// How the guarded stemmer reads what it is given.
@Suite struct GuardedInputTests {
    private static let marks = Array(
        "\u{64B}\u{64C}\u{64D}\u{64E}\u{64F}\u{650}\u{651}\u{652}\u{670}\u{640}\u{6E1}\u{8F0}".unicodeScalars)

    private static func words() throws -> [[UInt8]] {
        Gold.rows(try Gold.bundledBytes("Data/stemming/guarded_examples.tsv")).dropFirst().compactMap(\.first)
    }

    private func stem(_ scalars: some Sequence<Unicode.Scalar>) -> [UInt8] {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return Array(ArabicStemmer.guarded.stem(String(view)).utf8)
    }

    /// Marks and tatweel anywhere behind the first letter change nothing.
    @Test func vocalizedIsBare() throws {
        var random = SplitMix64(seed: 30)
        for word in try Self.words() {
            let bare = String(decoding: word, as: UTF8.self).unicodeScalars.filter { !Self.marks.contains($0) }
            guard !bare.contains("\u{654}") else { continue }
            for _ in 0..<5 {
                let vocalized = bare.flatMap { letter in
                    [letter]
                        + (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in
                            Self.marks.randomElement(using: &random)
                        }
                }
                #expect(stem(vocalized) == stem(bare), "\(escaped(word))")
            }
        }
    }

    /// Composed and decomposed hamza are one, with marks of other classes in between and in any order.
    @Test(arguments: [
        ("أعمال", "ا\u{654}عمال"), ("أعمال", "ا\u{64E}\u{654}عمال"), ("إعلام", "ا\u{655}علام"),
        ("إعلام", "أ\u{655}علام"),
        ("القرآن", "القرا\u{653}ن"), ("مسؤول", "مسو\u{654}ول"), ("رئيس", "ري\u{654}يس"),
        ("ك\u{6C0}", "ك\u{6D5}\u{654}"),
        ("مسائل", "مساي\u{650}\u{654}ل"),
    ])
    func decomposedIsComposed(composed: String, decomposed: String) {
        #expect(stem(composed.unicodeScalars) == stem(decomposed.unicodeScalars))
    }

    /// Persian letters, alef wasla, and controls that show nothing.
    @Test(arguments: [
        ("كتابي", "کتابی"), ("الشمس", "ٱلشمس"), ("كتاب", "\u{200F}كتاب\u{200E}"),
        ("كتاب", "\u{202B}كت\u{61C}اب\u{202C}"),
        ("أفئدة", "أَفْ\u{640}\u{654}ِدَة"),
    ])
    func readsAlike(plain: String, other: String) {
        #expect(stem(plain.unicodeScalars) == stem(other.unicodeScalars))
    }

    /// What is no Arabic word comes back byte for byte: other scripts, marks alone, ill-formed UTF-8.
    @Test(arguments: [
        [], Array("Word".utf8), Array("2024".utf8), Array("٢٠٢٤".utf8), Array("😀👨‍👩‍👧".utf8), Array("\u{64E}\u{651}".utf8),
        Array("\u{640}".utf8), Array("\u{654}".utf8), [0xD8], [0xD8, 0xA7, 0xD9], [0xFF, 0xD9, 0x83],
        [0xC0, 0xAF, 0xD8, 0xA7],
        Array("و".utf8) + [0xED, 0xA0, 0x80], [0],
    ])
    func leavesOtherBytesAlone(word: [UInt8]) {
        #expect(guardedStem(word) == word)
    }

    /// Any letters and any bytes have a stem; a stem of a word is not empty and is no longer than the word but for the
    /// mark ه and a letter of a weak root.
    @Test func isTotal() throws {
        var random = SplitMix64(seed: 28)
        let letters = Array("اأإآبتثكلمنويىةهؤئءسفقعد\u{64E}\u{654}\u{640}aα😀".unicodeScalars)
        for _ in 0..<20_000 {
            let word = (0..<Int.random(in: 0...9, using: &random)).compactMap { _ in
                letters.randomElement(using: &random)
            }
            let result = stem(word)
            #expect(word.isEmpty || !result.isEmpty)
            #expect(String(validating: result, as: UTF8.self) != nil)
        }
        let bytes: [UInt8] = [0xD8, 0xD9, 0xDA, 0xA7, 0x84, 0x88, 0x8A, 0x80, 0x41, 0xF0, 0x9F, 0xFF]
        for _ in 0..<20_000 {
            let word = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
                bytes.randomElement(using: &random)
            }
            let result = guardedStem(word)
            #expect(word.isEmpty || !result.isEmpty)
            if String(validating: word, as: UTF8.self) == nil { #expect(result == word) }
        }
    }

    /// These would take hours if time were the square of the length.
    @Test func longWordsEnd() {
        _ = guardedStem(Array(String(repeating: "سيست", count: 200_000).utf8))
        let long = String(repeating: "كتاب", count: 2_500)
        #expect(ArabicStemmer.guarded.stem("وال" + long + "هما").unicodeScalars.count == 10_000)
    }

    /// Eight tasks at once give what one gives.
    @Test func isSafeToShare() async throws {
        let words = try Self.words()
        let expected = words.map(guardedStem)
        await withTaskGroup(of: [[UInt8]].self) { group in
            for _ in 0..<8 { group.addTask { words.map(guardedStem) } }
            for await stems in group { #expect(stems == expected) }
        }
    }
}
