/// Seeded random texts that are hard on normalisers and tokenisers.
public struct RandomText {
    private var generator: SplitMix64

    /// Starts from a seed.
    public init(seed: UInt64) { generator = SplitMix64(seed: seed) }

    /// Scalars that meet in Arabic text and in attacks on it: letters, marks of every class, controls, presentation
    /// forms, digits, emoji, and composing letters of other scripts.
    public static let scalars: [UInt32] = {
        var scalars: [UInt32] = []
        let ranges: [ClosedRange<UInt32>] = [
            0x0600...0x06FF, 0x0750...0x077F, 0x0870...0x08FF, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069,
            0xFB50...0xFB60, 0xFC5E...0xFC63, 0xFD3E...0xFD4F, 0xFDCF...0xFDCF, 0xFDF0...0xFDFF, 0xFE70...0xFEFC,
            0x0300...0x0304, 0x0315...0x0315, 0x0323...0x0328, 0x0344...0x0345, 0x1100...0x1102, 0x1161...0x1163,
            0x11A8...0x11A9, 0xAC00...0xAC02, 0x0915...0x0916, 0x093C...0x093C, 0x0958...0x0958, 0x10EFD...0x10EFF,
            0x1F468...0x1F46A, 0x1F3FB...0x1F3FC, 0x1F1E6...0x1F1E8, 0xFE0F...0xFE0F, 0x20E3...0x20E3,
        ]
        for range in ranges { scalars += Array(range) }
        scalars += " \n\t.,:;'\"_-@#/aAeEiIsSkK0129éÅßſ\u{130}\u{212A}\u{1E9B}".unicodeScalars.map(\.value)
        // What matters most, more often.
        let frequent: [UInt32] = [
            0x0627, 0x0648, 0x064A, 0x0649, 0x0640, 0x0621, 0x064E, 0x0650, 0x0651, 0x064B, 0x0653, 0x0654, 0x0655,
            0x0670, 0x06D5, 0x06C1, 0x06D2, 0x200D, 0x200C, 0x200F, 0xFEFF, 0x20, 0x061C,
        ]
        for _ in 0..<12 { scalars += frequent }
        return scalars
    }()

    /// A text of up to `longest` scalars.
    public mutating func next(longest: Int) -> [UInt32] {
        let count = Int.random(in: 0...longest, using: &generator)
        return (0..<count).map { _ in Self.scalars[Int.random(in: 0..<Self.scalars.count, using: &generator)] }
    }

    /// A number of a range.
    public mutating func number(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
}

/// The UTF-8 bytes of scalar values.
public func utf8(_ scalars: some Sequence<UInt32>) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in scalars {
        if let encoded = Unicode.Scalar(scalar).flatMap(UTF8.encode) { bytes.append(contentsOf: encoded) }
    }
    return bytes
}
