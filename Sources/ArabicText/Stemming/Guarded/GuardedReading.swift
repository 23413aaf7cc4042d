extension ArrayWord {
    /// Reads a word: drops marks, tatweel and invisible controls, joins a hamza or madda that stands as a mark with its
    /// letter, and reads Persian ya and kaf and alef wasla as their Arabic letters. Vocalized and bare spelling, composed
    /// and decomposed, are one word from here on. A hamza above on tatweel, as in Quranic text, is ئ.
    ///
    /// Gives nil for what is no Arabic word: ill-formed UTF-8, or no Arabic letter left.
    init?(reading bytes: Span<UInt8>) {
        var noStarts: [Int]?
        self.init(reading: bytes, starts: &noStarts)
    }

    /// Reads a word, and where it is wanted the offset of the first byte of each letter.
    init?(reading bytes: Span<UInt8>, starts: inout [Int]?) {
        guard Self.mayBeArabic(bytes), let text = try? UTF8Span(validating: bytes) else { return nil }
        starts?.removeAll()
        var letters: [Unicode.Scalar] = []
        letters.reserveCapacity(bytes.count / 2)
        var isArabic = false
        var isOnTatweel = false
        var scalars = text.makeUnicodeScalarIterator()
        while true {
            let start = scalars.currentCodeUnitOffset
            guard let scalar = scalars.next() else { break }
            if Self.isHamzaMark(scalar) {
                guard let last = letters.last else { continue }
                if isOnTatweel && scalar == "\u{654}" {
                    letters.append("ئ")
                    starts?.append(start)
                    isOnTatweel = false
                } else {
                    letters[letters.count - 1] = Self.composed(last, scalar)
                }
            } else if !Self.isSilent(scalar) {
                let letter = Self.arabic(scalar)
                isArabic = isArabic || (letter >= "ء" && letter <= "ي")
                letters.append(letter)
                starts?.append(start)
                isOnTatweel = false
            } else if scalar == "\u{640}" {
                isOnTatweel = true
            }
        }
        guard isArabic else { return nil }
        self.init(letters)
    }

    /// Has the word a lead byte of U+0600…U+06FF? Every word that we know has one.
    private static func mayBeArabic(_ bytes: Span<UInt8>) -> Bool {
        for index in bytes.indices where bytes[index] >= 0xD8 && bytes[index] <= 0xDB { return true }
        return false
    }

    static func arabic(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "\u{671}": "ا"  // alef wasla
        case "\u{6A9}": "ك"  // keheh
        case "\u{6CC}": "ي"  // Farsi yeh
        default: scalar
        }
    }

    /// Madda above, hamza above, hamza below.
    static func isHamzaMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar >= "\u{653}" && scalar <= "\u{655}"
    }

    /// The letter with that mark, as in NFC: marks in between do not matter, and the mark below comes first, since its
    /// combining class is the lower one.
    private static func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar {
        switch (letter, mark) {
        case ("ا", "\u{653}"): "آ"
        case ("ا", "\u{654}"): "أ"
        case ("ا", "\u{655}"), ("أ", "\u{655}"), ("آ", "\u{655}"): "إ"
        case ("و", "\u{654}"): "ؤ"
        case ("ي", "\u{654}"): "ئ"
        case ("\u{6C1}", "\u{654}"): "\u{6C2}"
        case ("\u{6D2}", "\u{654}"): "\u{6D3}"
        case ("\u{6D5}", "\u{654}"): "\u{6C0}"
        default: letter
        }
    }

    /// Marks, tatweel, and controls that show nothing.
    static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x640, 0x64B...0x65F, 0x670: true  // tatweel, harakat and their like, dagger alef
        case 0x610...0x61A, 0x6D6...0x6ED: true  // honorifics, Quranic signs
        case 0x898...0x89F, 0x8CA...0x8E1, 0x8E3...0x8FF: true  // extended marks
        case 0x61C, 0x200C...0x200F, 0x202A...0x202E, 0x2066...0x2069: true  // joiners, direction
        default: false
        }
    }
}
