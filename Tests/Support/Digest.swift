/// FNV-1a, 64 bits, over bytes and numbers.
public struct Digest {
    /// The digest of what was added so far.
    public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// That of nothing.
    public init() {}

    /// Goes on with the eight bytes of a number, the lowest first.
    public mutating func add(_ number: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            add(byte: UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    /// Goes on with a byte.
    public mutating func add(byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
