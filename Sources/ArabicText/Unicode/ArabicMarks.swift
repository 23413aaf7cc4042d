/// A set of classes of Arabic non-spacing marks.
///
/// The classes are a partition: each of the 116 non-spacing marks (General_Category Mn) that Unicode 15 has for the
/// Arabic script is in exactly one of them, and so are the four that Unicode 16 and 17 add.
public struct ArabicMarks: OptionSet, Sendable, Hashable {
    /// One bit a class, in the order of the table of ranges.
    public let rawValue: UInt16

    /// A set from its bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Tanwin: U+064B FATHATAN to U+064D KASRATAN.
    public static let tanwin = ArabicMarks(rawValue: 1 << 0)
    /// The short vowels: U+064E FATHA to U+0650 KASRA.
    public static let shortVowels = ArabicMarks(rawValue: 1 << 1)
    /// U+0651 SHADDA.
    public static let shadda = ArabicMarks(rawValue: 1 << 2)
    /// U+0652 SUKUN.
    public static let sukun = ArabicMarks(rawValue: 1 << 3)
    /// Marks that make another letter of the one below them: U+0653 MADDAH ABOVE, U+0654 HAMZA ABOVE, U+0655 HAMZA
    /// BELOW. Deleting them turns أ into ا where the text is decomposed, so no preset does.
    public static let hamzaMarks = ArabicMarks(rawValue: 1 << 4)
    /// U+0670 SUPERSCRIPT ALEF, the dagger alef.
    public static let daggerAlef = ArabicMarks(rawValue: 1 << 5)
    /// Honorifics above a name: U+0610 to U+0614.
    public static let honorificSigns = ArabicMarks(rawValue: 1 << 6)
    /// Pause signs and reading signs of the Quran: U+0615–0617, U+06D6–06DC, U+06DF–06E4, U+06EA–06ED.
    public static let quranicSigns = ArabicMarks(rawValue: 1 << 7)
    /// Small letters above the line that stand for a letter left out: U+06E7 SMALL HIGH YEH, U+06E8 SMALL HIGH NOON.
    public static let smallHighLetters = ArabicMarks(rawValue: 1 << 8)
    /// Vowels and signs of other spellings: U+0618–061A, U+0656–065F.
    public static let extendedVowels = ArabicMarks(rawValue: 1 << 9)
    /// The marks of Arabic Extended-A, -B and -C: U+0897–089F, U+08CA–08E1, U+08E3–08FF, U+10EFA–10EFF.
    public static let extendedMarks = ArabicMarks(rawValue: 1 << 10)

    /// What most tools call tashkeel or harakat: U+064B to U+0652.
    public static let harakat: ArabicMarks = [.tanwin, .shortVowels, .shadda, .sukun]
    /// Every class.
    public static let all = ArabicMarks(rawValue: (1 << 11) - 1)

    /// The classes in order, with their names and code points: the one statement of the partition.
    static let table: [(name: String, marks: ArabicMarks, ranges: [ClosedRange<UInt32>])] = [
        ("tanwin", .tanwin, [0x064B...0x064D]),
        ("shortVowels", .shortVowels, [0x064E...0x0650]),
        ("shadda", .shadda, [0x0651...0x0651]),
        ("sukun", .sukun, [0x0652...0x0652]),
        ("hamzaMarks", .hamzaMarks, [0x0653...0x0655]),
        ("daggerAlef", .daggerAlef, [0x0670...0x0670]),
        ("honorificSigns", .honorificSigns, [0x0610...0x0614]),
        ("quranicSigns", .quranicSigns, [0x0615...0x0617, 0x06D6...0x06DC, 0x06DF...0x06E4, 0x06EA...0x06ED]),
        ("smallHighLetters", .smallHighLetters, [0x06E7...0x06E8]),
        ("extendedVowels", .extendedVowels, [0x0618...0x061A, 0x0656...0x065F]),
        (
            "extendedMarks", .extendedMarks,
            [0x0897...0x089F, 0x08CA...0x08E1, 0x08E3...0x08FF, 0x10EFA...0x10EFF]
        ),
    ]

    /// The names of the classes in this set, such as `shortVowels`, in the order in which the classes stand here.
    public var names: [String] { Self.table.filter { contains($0.marks) }.map(\.name) }

    /// The class of that name, or `harakat` or `all`; nil for another name.
    public init?(named name: String) {
        switch name {
        case "harakat": self = .harakat
        case "all": self = .all
        default:
            guard let row = Self.table.first(where: { $0.name == name }) else { return nil }
            self = row.marks
        }
    }

    /// The class of a scalar: a set of one, or empty where the scalar is no Arabic non-spacing mark.
    public init(of scalar: Unicode.Scalar) {
        let value = scalar.value
        let row = Self.table.first { $0.ranges.contains { $0.contains(value) } }
        self = row?.marks ?? []
    }

    /// The code points of the classes in this set.
    var ranges: [ClosedRange<UInt32>] { Self.table.filter { contains($0.marks) }.flatMap(\.ranges) }
}
