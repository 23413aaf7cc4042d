/// Reads words of plain letters and marks of U+0600–06FF as packed words: nearly all, at a look-up a character.
struct GuardedReader: Sendable {
    /// What a character of U+0600–06FF is to a word: the code of a letter, or one of these.
    private enum Code {
        /// What only ``ArrayWord`` reads: a hamza that stands as a mark, and what is no letter of the stemmer.
        static let other: UInt8 = 0
        /// What is dropped. No letter has this code.
        static let silent: UInt8 = 0xFF

        static let letters: ClosedRange<UInt8> = 1...0xFE
    }

    private let codes = ConstantTable((0x600...0x6FF).map(Self.code(of:)))

    private static func code(of value: UInt32) -> UInt8 {
        if let code = letterCode(of: value) { return code }
        guard let scalar = Unicode.Scalar(value), !ArrayWord.isHamzaMark(scalar), ArrayWord.isSilent(scalar) else {
            return Code.other
        }
        return Code.silent
    }

    /// The code of the letter that a scalar is read as, or nil where it is none of one byte.
    static func letterCode(of value: UInt32) -> UInt8? {
        guard let scalar = Unicode.Scalar(value), !ArrayWord.isHamzaMark(scalar), !ArrayWord.isSilent(scalar) else {
            return nil
        }
        let letter = GuardedLetter(ArrayWord.arabic(scalar))
        return letter.isPacked ? UInt8(letter.code) : nil
    }

    /// The word, as ``ArrayWord`` reads it; nil where the bytes are not of this kind, or are more letters than fit.
    @inline(__always)
    func packedWord<Letters>(_ bytes: Span<UInt8>) -> PackedWord<Letters>? {
        guard bytes.count & 1 == 0 else { return nil }
        var word = PackedWord<Letters>()
        // From the end, so that a letter is put below the others.
        var index = bytes.count - 2
        while index >= 0 {
            // SAFETY: the index is even, at least 0, and below the even count less one.
            let (lead, trail) = unsafe (bytes[unchecked: index], bytes[unchecked: index + 1])
            guard lead & 0xFC == 0xD8, trail & 0xC0 == 0x80 else { return nil }
            let code = codes[Int(lead & 3) << 6 | Int(trail & 0x3F)]
            if Code.letters.contains(code) {
                word.prepend(code)
            } else if code == Code.other {
                return nil
            }
            index -= 2
        }
        return word.count > 0 && word.count <= PackedWord<Letters>.capacity ? word : nil
    }
}
