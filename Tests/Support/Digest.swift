/// FNV-1a over numbers.
public struct Digest {
    /// The digest of the numbers so far.
    public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// That of no number.
    public init() {}

    /// Goes on with the eight bytes of a number, the lowest first.
    public mutating func add(_ number: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            value = (value ^ (number >> shift & 0xFF)) &* 0x100_0000_01B3
        }
    }
}
