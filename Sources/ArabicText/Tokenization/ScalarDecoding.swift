/// One scalar read from UTF-8 bytes that need not be well-formed.
struct DecodedScalar {
    /// The scalar value; U+FFFD for an ill-formed sequence.
    var scalar: UInt32
    /// The bytes of it: those of an ill-formed maximal subpart are one. 0 where the bytes end inside a sequence that
    /// more bytes could complete.
    var length: Int

    static let incomplete = DecodedScalar(scalar: 0xFFFD, length: 0)

    /// Reads at an offset below the count.
    ///
    /// Where the bytes end inside a sequence that could still become well-formed: ill-formed if `isLast`, else
    /// `incomplete`. The table is that of the Unicode Standard, "Well-Formed UTF-8 Byte Sequences".
    @inline(never)
    static func read(_ bytes: Span<UInt8>, at offset: Int, isLast: Bool) -> DecodedScalar {
        let lead = bytes[offset]
        if lead < 0x80 { return DecodedScalar(scalar: UInt32(lead), length: 1) }
        let count: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: count = 2
        case 0xE0...0xEF:
            count = 3
            if lead == 0xE0 { second = 0xA0...0xBF }
            if lead == 0xED { second = 0x80...0x9F }
        case 0xF0...0xF4:
            count = 4
            if lead == 0xF0 { second = 0x90...0xBF }
            if lead == 0xF4 { second = 0x80...0x8F }
        default: return DecodedScalar(scalar: 0xFFFD, length: 1)
        }
        var scalar = UInt32(lead) & (0x7F >> UInt32(count))
        for index in 1..<count {
            guard offset + index < bytes.count else {
                return isLast ? DecodedScalar(scalar: 0xFFFD, length: index) : incomplete
            }
            let byte = bytes[offset + index]
            guard (index == 1 ? second : 0x80...0xBF).contains(byte) else {
                return DecodedScalar(scalar: 0xFFFD, length: index)
            }
            scalar = scalar << 6 | UInt32(byte & 0x3F)
        }
        return DecodedScalar(scalar: scalar, length: count)
    }
}
