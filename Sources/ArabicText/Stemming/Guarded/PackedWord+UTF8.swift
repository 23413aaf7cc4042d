// Words as UTF-8, several letters at once.

extension PackedWord {
    /// The folded letters as UTF-8, two bytes a letter: numbers of eight bytes, the lowest first, filled up with zeros.
    @inline(__always)
    var utf8: (UInt64, UInt64, UInt64, UInt64) {
        let folded = UInt128(truncatingIfNeeded: folded)
        return (
            Self.utf8(UInt64(truncatingIfNeeded: folded) & 0xFFFF_FFFF),
            Self.utf8(UInt64(truncatingIfNeeded: folded) &>> 32),
            Self.utf8(UInt64(truncatingIfNeeded: folded &>> 64) & 0xFFFF_FFFF),
            Self.utf8(UInt64(truncatingIfNeeded: folded &>> 96))
        )
    }

    /// Appends the folded letters as UTF-8.
    func append(to output: inout [UInt8]) {
        let (first, second, third, fourth) = utf8
        var bytes: InlineArray<4, UInt64> = [
            first.littleEndian, second.littleEndian, third.littleEndian, fourth.littleEndian,
        ]
        // Sound: there are 32 bytes, and no more than 16 letters.
        unsafe withUnsafeBytes(of: &bytes) { bytes in
            unsafe bytes.withMemoryRebound(to: UInt8.self) { bytes in
                unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[..<(2 * count)]))
            }
        }
    }

    /// Four folded letters, a byte each, as eight bytes: lead D8 or D9, and a trail with the low six bits of the scalar.
    @inline(__always)
    private static func utf8(_ codes: UInt64) -> UInt64 {
        // A letter every two bytes.
        var wide = (codes | codes &<< 16) & 0x0000_FFFF_0000_FFFF
        wide = (wide | wide &<< 8) & 0x00FF_00FF_00FF_00FF
        // 0x80 for each letter that is there: codes are below 0x40.
        let exists = (wide &+ 0x007F_007F_007F_007F) & 0x0080_0080_0080_0080
        // A scalar is U+0620 and the code: where that reaches 0x40, the lead is the next one.
        let scalar = wide &+ exists &>> 2
        let trail = scalar & 0x003F_003F_003F_003F | exists
        let lead = (exists | exists &>> 1 | exists &>> 3 | exists &>> 4) | scalar &>> 6 & 0x0001_0001_0001_0001
        return trail &<< 8 | lead
    }
}

extension ShortWord {
    /// The word of `count` bytes of UTF-8, up to 16, as two numbers, the first byte lowest, filled up with zeros; nil where
    /// they are anything but plain letters.
    @inline(__always)
    init?(utf8 low: UInt64, _ high: UInt64, count bytes: Int) {
        let leads = Self.evenBytes(low) | Self.evenBytes(high) &<< 32
        let trails = Self.evenBytes(low &>> 8) | Self.evenBytes(high &>> 8) &<< 32
        // 1 for each letter.
        let exists = UInt64.everywhere(1) &>> UInt64(truncatingIfNeeded: 64 - 4 * max(bytes, 1))
        // U+0600 and so much, and the code.
        let scalars = trails & .everywhere(0x3F) | (leads & .everywhere(1)) &<< 6

        // U+0621–064A without tatweel. No carry leaves its byte, since seven bits are added to seven.
        let isBelow = ~(scalars &+ .everywhere(0x80 - 0x21)), isAbove = scalars &+ .everywhere(0x80 - 0x4B)
        let isTatweel = ~((scalars ^ .everywhere(0x40)) &+ .everywhere(0x7F))
        let unlike =
            (isBelow | isAbove | isTatweel) & exists &<< 7
            | (leads & .everywhere(0xFE) ^ exists &* 0xD8) | (trails & .everywhere(0xC0) ^ exists &* 0x80)
        guard unlike == 0, bytes & 1 == 0, bytes > 0 else { return nil }
        self.init(letters: Self.withVariants(scalars &- exists &* 0x20), count: bytes / 2)
    }

    /// Letters as their scalars number them, with the code of the letter where that is another number.
    @inline(__always)
    private static func withVariants(_ plain: UInt64) -> UInt64 {
        var letters = plain
        for letter: Unicode.Scalar in ["أ", "إ", "آ", "ى"] {
            let code = UInt64(letter.value - 0x620)
            // As in `replacing`.
            let differs = (plain ^ .everywhere(UInt32(code))) &+ .everywhere(0x7F)
            let found = (~differs & .everywhere(0x80)) &>> 7
            letters = letters &+ found &* (UInt64(GuardedLetter(letter).code) &- code)
        }
        return letters
    }

    /// The lowest byte of every two, in the lower half.
    @inline(__always)
    private static func evenBytes(_ bytes: UInt64) -> UInt64 {
        let lowest = bytes & 0x00FF_00FF_00FF_00FF
        let pairs = (lowest | lowest &>> 8) & 0x0000_FFFF_0000_FFFF
        return (pairs | pairs &>> 16) & 0xFFFF_FFFF
    }
}
