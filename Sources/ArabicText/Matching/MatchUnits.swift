/// A normalised text as a matcher compares it: letters, and with each the vowels that are written on it.
struct MatchUnits: Sendable {
    /// The marks that a query may write or leave out.
    static let optionalMarks: ArabicMarks = [.harakat, .daggerAlef]

    /// Some of those marks, one bit each.
    struct Vowels: OptionSet, Sendable {
        let rawValue: UInt16

        init(rawValue: UInt16) { self.rawValue = rawValue }

        /// The mark itself; empty for any other scalar.
        init(_ scalar: UInt32) {
            switch scalar {
            case 0x064B...0x0652: rawValue = 1 << UInt16(scalar - 0x064B)
            case ArabicLetters.daggerAlef: rawValue = 1 << 8
            default: rawValue = 0
            }
        }
    }

    /// The scalars; without vowels where those are kept apart.
    private(set) var letters: [UInt32] = []
    /// The vowels on each letter; none where they are not kept apart.
    private(set) var vowels: [Vowels] = []
    /// Where each letter starts in the normalised text, and after the last where the text ends.
    private var offsets: [Int] = []
    private let alignment: Alignment

    init(_ normalizer: ArabicNormalizer, _ bytes: Span<UInt8>, vocalized: Bool) {
        var alignment = Alignment()
        var normalized: [UInt8] = []
        normalized.append(room: bytes.count + 64) { alignment = normalizer.align(bytes, into: &$0) }
        self.alignment = alignment
        var offset = 0
        while offset < normalized.count {
            let element = UTF8Element.decode(normalized.span, at: offset)
            // Ill-formed bytes are no scalar of any query.
            var letter = UInt32.max
            if case .scalar(let scalar, _) = element { letter = scalar }
            let marks = vocalized ? Vowels(letter) : []
            if !marks.isEmpty, let last = vowels.indices.last {
                vowels[last].formUnion(marks)
            } else {
                letters.append(letter)
                vowels.append([])
                offsets.append(offset)
            }
            offset += element.length
        }
        offsets.append(offset)
    }

    /// Where letters stand in the source, in bytes.
    func sourceRange(of range: Range<Int>) -> Range<Int> {
        let start = NormalizedPosition(offsets[range.lowerBound])
        let end = NormalizedPosition(offsets[range.upperBound])
        let source = alignment.sourceRange(of: start..<end)
        return source.lowerBound.offset..<source.upperBound.offset
    }

    func isMark(_ index: Int) -> Bool { isScalar(index) && CharacterFacts.combiningClass(letters[index]) != 0 }

    /// Whether a letter belongs to a word, for whole words.
    func isWordPart(_ index: Int) -> Bool {
        let letter = letters[index]
        return isScalar(index)
            && (letter == 0x5F || ArabicLetters.isWordPart(letter) || CharacterFacts.decimalDigit(letter) != nil)
    }

    private func isScalar(_ index: Int) -> Bool { letters[index] != UInt32.max }
}
