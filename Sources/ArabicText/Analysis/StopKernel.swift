internal import CArabicKernels

/// Stop words for the kernel: as terms, and, where there is a second profile, as they are spelled before it.
struct StopKernel: Sendable {
    /// The stop words after both profiles, and what tells of most words that they are none.
    private let terms: WordKeys
    private let filter: cak_word_filter
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
    init?(_ stopWords: WordSet, before: ArabicNormalizer?, after: ArabicNormalizer?) {
        var words = StopTerms()
        var first = WordBuffer(before)
        var second = WordBuffer(after)
        stopWords.forEach { word in
            if after == nil {
                words.insert(term: word)
            } else {
                first.set(word)
                second.set(word)
                words.insert(term: second.bytes.span)
                words.noteScalars(of: second.bytes.span)
                if first.bytes.span.hasSameBytes(as: word) { words.insert(spelled: word) }
            }
        }
        guard words.fit else { return nil }
        terms = words.terms
        filter = words.filter
        spelled = after == nil ? nil : words.spelled
        shortSpelled = after == nil ? nil : Self.short(words.shortSpelled)

        let table = before?.engine.table
        let isFixed = (UInt32(0)..<256).map { table?.keeps(0x600 + $0) ?? true }
        fixedLetters = Self.letters(isFixed)
        // Asked only where there is a second profile.
        lettersDecide =
            after != nil
            && isFixed.indices.allSatisfy { number in
                if isFixed[number] { return true }
                var letter: [UInt8] = []
                (0x600 + UInt32(number)).appendUTF8(to: &letter)
                first.set(letter.span)
                second.set(first.bytes.span)
                return !words.haveAllScalars(of: second.bytes.span)
            }
    }

    /// The words, if a table holds them.
    private static func short(_ words: [UInt32]) -> cak_short_words? {
        var held = cak_short_words()
        return unsafe cak_hold_short_words(&held, words, words.count) ? held : nil
    }

    private static func letters(_ areMeant: [Bool]) -> cak_fixed_letters {
        let bits = stride(from: 0, to: 256, by: 64).map { first in
            (0..<64).reduce(UInt64(0)) { areMeant[first + $1] ? $0 | 1 << UInt64($1) : $0 }
        }
        return cak_fixed_letters(bits: (bits[0], bits[1], bits[2], bits[3]))
    }

    /// Calls a function with the stop words as the kernel takes them.
    @unsafe func withStopWords(_ body: (UnsafePointer<cak_stop_words>) -> Void) {
        // SAFETY: the pointers are used within the call only.
        unsafe terms.withSet { terms in
            unsafe withUnsafePointer(to: fixedLetters) { fixed in
                var stop = unsafe cak_stop_words(
                    terms: terms.pointee, filter: filter, spelled: nil, short_spelled: nil, fixed: fixed,
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

/// What is known of stop words while they are taken one by one: lists may be long.
private struct StopTerms {
    var terms = WordKeys()
    var filter = cak_word_filter()
    var spelled = WordKeys()
    /// Those spelled with up to four letters of U+0601–06FF, a byte each.
    var shortSpelled: [UInt32] = []
    /// Whether the tables hold the words.
    var fit = true
    /// What the terms consist of.
    private var scalars: Set<UInt32> = []

    /// Takes a stop word as it comes out of both profiles.
    mutating func insert(term: Span<UInt8>) {
        fit = fit && terms.insert(term)
        unsafe cak_insert_in_filter(&filter, WordKeys.key(term.extracting(first: 8)).low)
    }

    /// Takes a stop word that the first profile leaves as it is.
    mutating func insert(spelled word: Span<UInt8>) {
        fit = fit && spelled.insert(word)
        if word.count <= 8 { insertShort(word) }
    }

    /// Takes what a term consists of.
    mutating func noteScalars(of term: Span<UInt8>) { term.forEachScalar { scalars.insert($0) } }

    private mutating func insertShort(_ word: Span<UInt8>) {
        var letters: UInt32 = 0
        var isShort = true
        var count: UInt32 = 0
        word.forEachScalar { scalar in
            isShort = isShort && count < 4 && 0x601..<0x700 ~= scalar
            if isShort { letters |= (scalar & 0xFF) << (8 * count) }
            count += 1
        }
        if isShort, count > 0 { shortSpelled.append(letters) }
    }

    /// Whether each of some scalars is in a term.
    func haveAllScalars(of bytes: Span<UInt8>) -> Bool {
        var areAll = true
        bytes.forEachScalar { areAll = areAll && scalars.contains($0) }
        return areAll
    }
}

extension Span<UInt8> {
    /// Calls a function with each scalar of well-formed bytes.
    fileprivate func forEachScalar(_ body: (UInt32) -> Void) {
        var offset = 0
        while offset < count {
            let element = UTF8Element.decode(self, at: offset)
            if case .scalar(let scalar, _) = element { body(scalar) }
            offset += element.length
        }
    }

    fileprivate func hasSameBytes(as other: Span<UInt8>) -> Bool {
        if count != other.count { return false }
        for index in indices where self[index] != other[index] { return false }
        return true
    }
}
