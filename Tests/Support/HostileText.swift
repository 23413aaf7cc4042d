/// Seeded random texts from pieces: words of many scripts, runs of marks, long repeats, letters that end at the edge of a
/// block, addresses and emoji, with ill-formed bytes where they are asked for.
///
/// ``RandomText`` draws scalar by scalar; here what matters is what stands in a row.
public struct HostileText {
    /// Goes on from the seed.
    public var generator: SplitMix64

    /// Starts from a seed.
    public init(seed: UInt64) { generator = SplitMix64(seed: seed) }

    /// Words and signs of which much is asked.
    public static let words: [String] = [
        "الكتاب", "والكتاب", "كِتَابٌ", "في", "من", "إلى", "على", "المكتبة", "وبالكتاب", "سنكتبها", "الله", "\u{FDF2}",
        "\u{FDFA}",
        "ألمانيا", "مدرسةً", "رحيمًا", "هَٰذَا", "شي\u{640}\u{654}ا", "لأنهم", "للشعر", "فسيكفيكهم", "ق.م.", "أ.د.",
        "د.أحمد",
        "http://a.b/c?d=e", "www.x.com", "a@b.co", "@اسم", "#اليوم_الوطني", "٣٫١٤", "12.5.2024", "1,000", "٢٠٢٤م",
        "covid19كورونا", "don't", "O'Neil", "Straße", "\u{1C5}", "\u{FB01}", "\u{130}stanbul",
        "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "\u{1F44D}\u{1F3FD}", "\u{1F1F8}\u{1F1E6}\u{1F1EA}\u{1F1EC}",
        "1\u{FE0F}\u{20E3}", "می\u{200C}خواهم", "کتاب", "ہے", "۔", "…", "...", "«نعم»", "(!)", "؟!", "؛", "﴿١﴾",
        "\u{6DD}",
        "\u{6DE}", "ءامنوا", "ءَامَنُوا", "جمييييل", "هههههه", "تتتتابع", "  ", "\t", "\n", "\r\n", "\u{85}", "\u{2028}",
        "\u{A0}", "\u{3000}", "สวัสดีครับ", "日本語テスト", "한국어", "ខ្មែរ", "မြန်မာ", "ລາວ", "हिन्दी", "קהל", "\u{3A9}", "\u{E5}",
        "e\u{301}\u{323}", "ΑΣ", "\u{1F1E6}", "\u{0}", "\u{A8}", "\u{FEFB}", "\u{FEF7}", "\u{FE77}", "\u{FCCD}",
        "\u{FEFF}",
        "\u{61C}", "\u{200F}", "_", "'", "\"", ":", ".", ",", "-", "/", "%", "٪", "،",
    ]

    private static let arabicLetters = scalars([0x621...0x63A, 0x641...0x64A, 0x671...0x6D3, 0x6D5...0x6D5])
    private static let commonLetters = Array("الويمنبتةىهأإآءؤئكفس".unicodeScalars.map(\.value))
    /// Those that meet their letter in many orders, more often.
    private static let marks =
        scalars([
            0x610...0x61A, 0x64B...0x65F, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7...0x6E8, 0x6EA...0x6ED, 0x8CA...0x8E1,
            0x8E3...0x8FF, 0x898...0x89F,
        ]) + [0x670, 0x670, 0x670, 0x653, 0x654, 0x655, 0x653, 0x654, 0x655, 0x651, 0x64E, 0x64B, 0x64B]
    /// What the steps of a profile read, and what stands between them.
    private static let stepLetters: [UInt32] = [
        0x640, 0x654, 0x653, 0x655, 0x627, 0x64A, 0x649, 0x648, 0x6D5, 0x6C1, 0x6D2, 0x647, 0x621, 0x64E, 0x64B, 0x670,
        0x6E5, 0x6E6, 0x6E7, 0x6E8, 0x200D, 0x200C, 0x20,
    ]
    private static let wordLetters: [UInt32] = [
        0x627, 0x64B, 0x670, 0x649, 0x621, 0x64E, 0x6D6, 0x6DF, 0x65F, 0x671, 0x20, 0x6E5, 0x647,
    ]
    /// Assigned scalars, and those of them that forms, white space or case treat in a way of their own.
    private static let (assigned, odd): ([UInt32], [UInt32]) = {
        let assigned = (UInt32(0)...0x1FFFF).filter { value in
            guard let scalar = Unicode.Scalar(value) else { return false }
            return scalar.properties.generalCategory != .unassigned && scalar.properties.generalCategory != .privateUse
        }
        let odd = assigned.filter { value in
            guard let properties = Unicode.Scalar(value)?.properties else { return false }
            return properties.canonicalCombiningClass != .notReordered || properties.isFullCompositionExclusion
                || properties.isWhitespace || properties.changesWhenNFKCCaseFolded && value > 0x2000
        }
        return (assigned, odd)
    }()
    private static let pools: [[UInt32]] =
        [
            [[0x600...0x6FF]], [[0x750...0x77F, 0x860...0x8FF]], [[0xFB50...0xFDFF, 0xFE70...0xFEFF]], [[0x20...0x7E]],
            [[0xA0...0x24F]], [[0x300...0x36F]], [[0x370...0x52F]], [[0x900...0xDFF]], [[0xE00...0xFFF]],
            [[0x1100...0x11FF, 0xAC00...0xAC20]], [[0x1E00...0x1FFF]], [[0x2000...0x206F]], [[0x20D0...0x214F]],
            [[0x2460...0x24FF, 0x3000...0x30FF, 0x3200...0x33FF]], [[0x4E00...0x4E30, 0xF900...0xFAD0]],
            [[0xFE00...0xFE6F, 0xFF00...0xFFEF]],
            [[0x10A00...0x10A60, 0x11080...0x11150, 0x1D160...0x1D1C0, 0x1EC70...0x1ECB4, 0x1EE00...0x1EEFF]],
            [[0x10E60...0x10E7E, 0x10EC0...0x10EFF, 0xE0000...0xE007F, 0x1F100...0x1F1AD]],
            [
                [0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0x1F466...0x1F469],
                [0x200D...0x200D, 0xFE0F...0xFE0F, 0x20E3...0x20E3],
            ],
            [[0x660...0x669, 0x6F0...0x6F9, 0x30...0x39, 0x966...0x96F, 0x66A...0x66C, 0x2C...0x2F]],
        ].map { $0.flatMap(scalars) } + [
            [0x20, 0x20, 0x20, 0x0A, 0x09, 0x2E, 0x2C], odd, assigned, odd, stepLetters, wordLetters,
        ]

    private static func scalars(_ ranges: [ClosedRange<UInt32>]) -> [UInt32] { ranges.flatMap { Array($0) } }

    /// A well-formed text of at least one byte, mostly of no more than `longest`.
    public mutating func next(longest: Int) -> [UInt8] {
        var text: [UInt8] = []
        let count = 1 + generator.number(below: longest)
        while text.count < count { appendPiece(to: &text) }
        return text
    }

    /// Puts in, takes out and changes a few bytes, so that the text may be ill-formed.
    public mutating func spoil(_ text: inout [UInt8]) {
        for _ in 0..<(1 + generator.number(below: 4)) {
            let index = generator.number(below: text.count + 1)
            let byte = UInt8(generator.number(below: 256))
            switch generator.number(below: 3) {
            case 0: text.insert(byte, at: index)
            case 1 where index < text.count: text.remove(at: index)
            case 2 where index < text.count: text[index] = byte
            default: break
            }
        }
    }

    /// A word of the list, or letters with marks.
    public mutating func word() -> String {
        if generator.once(in: 2) { return generator.pick(Self.words) }
        var bytes: [UInt8] = []
        appendWord(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func appendWord(to text: inout [UInt8]) {
        for _ in 0..<(1 + generator.number(below: 9)) {
            text += utf8([generator.pick(generator.once(in: 8) ? Self.arabicLetters : Self.commonLetters)])
            if generator.once(in: 4) { appendMarks(1 + generator.number(below: 3), to: &text) }
        }
    }

    private mutating func appendMarks(_ count: Int, to text: inout [UInt8]) {
        for _ in 0..<count { text += utf8([generator.pick(Self.marks)]) }
    }

    private mutating func appendPiece(to text: inout [UInt8]) {
        switch generator.number(below: 18) {
        case 0...4:
            let pool = generator.pick(Self.pools)
            for _ in 0..<(1 + generator.number(below: 6)) { text += utf8([generator.pick(pool)]) }
        case 5...7:
            text += Array(generator.pick(Self.words).utf8)
            if generator.once(in: 2) { text.append(0x20) }
        case 8...10:
            appendWord(to: &text)
            if generator.once(in: 2) { text.append(0x20) }
        case 11:
            text += utf8([generator.pick(Self.arabicLetters)])
            appendMarks(1 + generator.number(below: generator.once(in: 8) ? 80 : 8), to: &text)
        case 12:
            let scalar = utf8([generator.pick(generator.pick(Self.pools))])
            for _ in 0..<generator.number(below: generator.once(in: 6) ? 200 : 12) { text += scalar }
        case 13:
            for _ in 0..<generator.number(below: 70) { text.append(UInt8(0x61 + generator.number(below: 26))) }
        case 14:
            // Up to the end of a block, or a few bytes before it.
            let end = generator.once(in: 3) ? 64 * (1 + generator.number(below: 4)) - generator.number(below: 5) : 0
            while text.count < end { text += utf8([generator.pick(Self.commonLetters)]) }
            if end == 0 { text.append(0x20) }
        case 15:
            let pair = Array((generator.pick(Self.words) + generator.pick(Self.words)).utf8)
            for _ in 0..<generator.number(below: 6) { text += pair }
        case 16:
            for _ in 0..<3 { text += utf8([generator.pick(Self.stepLetters)]) }
            for _ in 0..<2 { text += utf8([generator.pick(Self.wordLetters)]) }
        default:
            text += utf8([UInt32(0x20 + generator.number(below: 0x5F)), UInt32(0x2000 + generator.number(below: 0x70))])
        }
    }
}
