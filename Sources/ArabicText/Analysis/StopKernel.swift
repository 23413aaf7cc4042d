internal import CArabicKernels

/// Stop words for the kernel: as terms, and, where there is a second profile, as they are spelled before it.
struct StopKernel: Sendable {
    /// The stop words after both profiles, and what tells of most words that they are none.
    private let terms: WordKeys
    private var noted = cak_noted_words()
    /// Where there is a second profile: the stop words that the first one leaves as they are.
    private let spelled: WordKeys?
    /// Those of them that are of up to four letters of U+0600–06FF, where a table holds them.
    private let shortSpelled: cak_short_words?
    /// The letters of U+0600–06FF that the first profile leaves as they are, whatever stands beside them, as long as that is
    /// such a letter too.
    private let fixedLetters: cak_fixed_letters
    /// Whether no other letter of U+0600–06FF becomes a part of a stop word.
    private let lettersDecide: Bool

    /// Nil where no table holds the words.
    init?(
        _ stopWords: WordSet, before: ArabicNormalizer?, after: ArabicNormalizer?,
        through: (_ word: [UInt8], _ normalizer: ArabicNormalizer?) -> [UInt8]
    ) {
        let words = stopWords.words
        let terms = words.map { through($0, after) }
        let spelledWords = words.filter { through($0, before) == $0 }
        guard let keys = WordKeys(terms), let spelled = WordKeys(spelledWords) else { return nil }
        self.terms = keys
        self.spelled = after == nil ? nil : spelled
        shortSpelled = after == nil ? nil : Self.short(spelledWords)
        for term in terms { unsafe cak_note_word(&noted, WordKeys.key(Array(term.prefix(8)).span).low) }

        let table = before?.engine.table
        let isFixed = (UInt32(0)..<256).map { table?.keeps(0x600 + $0) ?? true }
        fixedLetters = Self.letters(isFixed)
        let scalars = Set(terms.flatMap { String(decoding: $0, as: UTF8.self).unicodeScalars })
        // Asked only where there is a second profile.
        lettersDecide =
            after != nil
            && isFixed.indices.allSatisfy { number in
                guard !isFixed[number], let letter = Unicode.Scalar(0x600 + UInt32(number)) else { return true }
                let becomes = through(through(Array(UTF8.encode(letter) ?? .init()), before), after)
                return !String(decoding: becomes, as: UTF8.self).unicodeScalars.allSatisfy(scalars.contains)
            }
    }

    /// The words of up to four letters of U+0601–06FF, if a table holds them.
    private static func short(_ words: [[UInt8]]) -> cak_short_words? {
        let short = words.compactMap { word -> UInt32? in
            let scalars = String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value)
            guard (1...4).contains(scalars.count), scalars.allSatisfy({ 0x601..<0x700 ~= $0 }) else { return nil }
            return scalars.reversed().reduce(0) { $0 << 8 | $1 & 0xFF }
        }
        var held = cak_short_words()
        return unsafe cak_hold_short_words(&held, short, short.count) ? held : nil
    }

    private static func letters(_ areMeant: [Bool]) -> cak_fixed_letters {
        let bits = stride(from: 0, to: 256, by: 64).map { first in
            (0..<64).reduce(UInt64(0)) { areMeant[first + $1] ? $0 | 1 << UInt64($1) : $0 }
        }
        return cak_fixed_letters(bits: (bits[0], bits[1], bits[2], bits[3]))
    }

    /// Calls a function with the stop words as the kernel takes them.
    @unsafe func withStopWords(_ body: (UnsafePointer<cak_stop_words>) -> Void) {
        // Sound: the pointers are used within the call only.
        unsafe terms.withSet { terms in
            unsafe withUnsafePointer(to: fixedLetters) { fixed in
                var stop = unsafe cak_stop_words(
                    terms: terms.pointee, noted: noted, spelled: nil, short_spelled: nil, fixed: fixed,
                    letters_decide: lettersDecide)
                guard let spelled else { return unsafe body(&stop) }
                unsafe spelled.withSet { spelled in
                    unsafe stop.spelled = spelled
                    guard let shortSpelled else { return unsafe body(&stop) }
                    unsafe withUnsafePointer(to: shortSpelled) { short in
                        unsafe stop.short_spelled = short
                        unsafe body(&stop)
                    }
                }
            }
        }
    }
}
