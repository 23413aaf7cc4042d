import Support
import Testing

@testable import ArabicText

/// The word lists of the guarded stemmer are well formed.
@Suite struct GuardedWordsTests {
    private func folded(_ word: some StringProtocol) -> String {
        String(String.UnicodeScalarView(ArrayWord(word.unicodeScalars).folded))
    }

    private func isListable(_ word: some StringProtocol) -> Bool {
        (1...GuardedKey.longest).contains(word.unicodeScalars.count)
            && word.unicodeScalars.allSatisfy { $0 >= "\u{621}" && $0 <= "\u{64A}" && $0 != "\u{640}" }
    }

    /// Arabic letters alone, short enough for a key, and no word twice in a list.
    @Test func listsAreWellFormed() {
        var all: Set<String> = []
        for (list, text) in GuardedLexicon.guards {
            let words = text.split(whereSeparator: \.isWhitespace)
            #expect(!words.isEmpty)
            for word in words { #expect(isListable(word), "\(escaped(String(word)))") }
            let distinct = Set(words.map(folded))
            #expect(distinct.count == words.count, "list \(list.rawValue)")
            all.formUnion(distinct)
        }
        #expect(all.count > 2_000)
        #expect(all.count + 1_000 < 4_096, "the hash table is to stay half empty")
    }

    /// Pairs form=base; a form has one base, and the base of a broken plural is no broken plural itself.
    @Test func irregularsAreWellFormed() {
        var forms: Set<String> = []
        var bases: [(base: String, form: String)] = []
        for (_, text) in GuardedLexicon.irregulars {
            for pair in text.split(whereSeparator: \.isWhitespace) {
                let words = pair.split(separator: "=", omittingEmptySubsequences: false)
                #expect(words.count == 2 && words.allSatisfy(isListable), "\(escaped(String(pair)))")
                guard let form = words.first, let base = words.last else { continue }
                // A form with a final ى stands for that spelling alone.
                let key = form.hasSuffix("ى") ? String(form) : folded(form)
                #expect(base.unicodeScalars.count <= ShortWord.capacity, "\(escaped(String(base)))")
                #expect(forms.insert(key).inserted, "\(escaped(key))")
                bases.append((folded(base), folded(form)))
            }
        }
        #expect(forms.count > 700)
        // أسس is founded and foundations, مرآة a mirror beside مرأة; the others stand for themselves.
        let homographs: Set<String> = ["اسس", "مراة", "اثنان", "اسود", "اطول"]
        for (base, form) in bases where forms.contains(base) && base != form {
            #expect(homographs.contains(base), "\(escaped(form))")
        }
    }

    /// Guard endings are read as at most four letters.
    @Test func endingsAreShort() {
        #expect(GuardedEnding.all.count == Set(GuardedWords.endings.split(whereSeparator: \.isWhitespace)).count)
        #expect(GuardedEnding.all.allSatisfy { (1...4).contains($0.count) })
    }
}
