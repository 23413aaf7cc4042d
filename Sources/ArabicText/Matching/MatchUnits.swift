internal import CArabicKernels

/// A normalised text as a matcher compares it, unit by unit: letters, and with each the vowels that are written on it.
/// It takes a text piece by piece, and can forget its start.
struct MatchUnits: Sendable {
    /// The marks that a query may write or leave out.
    static let optionalMarks: ArabicMarks = [.harakat, .daggerAlef]
    private static let allVowels: UInt16 = (1 << 9) - 1
    /// Some vowel is written.
    private static let isVocalized: UInt16 = 1 << 15

    private let keepsVowelsApart: Bool
    /// The scalars; without vowels where those are kept apart.
    private(set) var letters: [UInt32] = []
    /// Of a letter with vowels those that are not written on it, one bit each, and one bit more; 0 of a letter without
    /// vowels, which contradicts none. Empty where vowels are not kept apart.
    private(set) var missingVowels: [UInt16] = []
    /// Where the source of each unit starts and ends, in bytes. Those that one edit made share its source.
    private(set) var starts: [Int] = []
    /// The last one may move on with the next piece.
    private(set) var ends: [Int] = []

    init(vocalized: Bool) { keepsVowelsApart = vocalized }

    var count: Int { letters.count }

    /// The vowels that are written on each letter, one bit each; empty where there are none.
    var writtenVowels: [UInt16] {
        if missingVowels.allSatisfy({ $0 == 0 }) { return [] }
        return missingVowels.map { $0 == 0 ? 0 : ~$0 & Self.allVowels }
    }

    /// Appends what a piece of a text became. It starts at `base` in the source.
    mutating func append(_ piece: Span<UInt8>, _ alignment: Alignment, from base: Int) {
        let edits = alignment.edits
        var next = 0
        // How far the source is ahead behind the edits so far.
        var shift = base
        var offset = 0
        while true {
            // What is deleted here belongs to the unit before.
            while next < edits.count, edits[next].normalized.upperBound <= offset {
                shift = base + edits[next].source.upperBound - edits[next].normalized.upperBound
                next += 1
            }
            var start = offset + shift
            var end = start
            // Up to where the bytes stand together in the source, or come from one edit.
            var limit = piece.count
            if next < edits.count {
                let edit = edits[next]
                limit = edit.normalized.lowerBound
                if limit <= offset {
                    start = base + edit.source.lowerBound
                    end = limit < offset ? base + edit.source.upperBound : start
                    limit = edit.normalized.upperBound
                }
            }
            if !ends.isEmpty { ends[ends.count - 1] = end }
            if offset == piece.count { return }
            var element = UTF8Element.decode(piece, at: offset)
            if offset + element.length > limit {
                // Ill-formed bytes between which something was deleted.
                element = UTF8Element.decode(piece.extracting(..<limit), at: offset)
            }
            // Ill-formed bytes are no scalar of any query.
            var letter = UInt32.max
            if case .scalar(let scalar, _) = element { letter = scalar }
            offset += element.length
            if keepsVowelsApart {
                let vowel = Self.vowelBit(letter)
                if vowel != 0, let last = missingVowels.indices.last {
                    let missing = missingVowels[last] == 0 ? Self.isVocalized | Self.allVowels : missingVowels[last]
                    missingVowels[last] = missing & ~vowel
                    continue
                }
                missingVowels.append(0)
            }
            letters.append(letter)
            starts.append(start)
            ends.append(start)
        }
    }

    /// Forgets the first units.
    mutating func removeFirst(_ count: Int) {
        letters.removeFirst(count)
        starts.removeFirst(count)
        ends.removeFirst(count)
        if keepsVowelsApart { missingVowels.removeFirst(count) }
    }

    /// Forgets all units, and keeps the room.
    mutating func removeAll() {
        letters.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        missingVowels.removeAll(keepingCapacity: true)
    }

    /// Whether some vowel of a row of letters contradicts those that are written on the letters from a place on.
    func contradicts(_ vowels: [UInt16], from start: Int) -> Bool {
        guard start + vowels.count <= missingVowels.count else { return false }
        return unsafe vowels.withUnsafeBufferPointer { vowels in
            unsafe missingVowels.withUnsafeBufferPointer { missing in
                guard let left = vowels.baseAddress, let right = missing.baseAddress else { return false }
                // SAFETY: both have as many as there are vowels, from there on.
                return unsafe cak_share_bits(left, right + start, vowels.count)
            }
        }
    }

    func isMark(_ index: Int) -> Bool { isScalar(index) && CharacterFacts.combiningClass(letters[index]) != 0 }

    /// Whether a letter belongs to a word, for whole words.
    func isWordPart(_ index: Int) -> Bool {
        let letter = letters[index]
        return isScalar(index)
            && (letter == 0x5F || ArabicLetters.isWordPart(letter) || CharacterFacts.decimalDigit(letter) != nil)
    }

    private func isScalar(_ index: Int) -> Bool { letters[index] != UInt32.max }

    /// The bit of one of the ``optionalMarks``; 0 for any other scalar.
    private static func vowelBit(_ scalar: UInt32) -> UInt16 {
        switch scalar {
        case 0x064B...0x0652: 1 << UInt16(scalar - 0x064B)
        case ArabicLetters.daggerAlef: 1 << 8
        default: 0
        }
    }
}
