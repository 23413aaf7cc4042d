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
        // SAFETY: there are 32 bytes, and no more than 16 letters.
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
