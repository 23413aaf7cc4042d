/// An immutable set of words, compared by their bytes.
///
/// A look-up allocates nothing. It hashes the word, unless that is longer than every word of the set, and then compares
/// it with at most the words of one run of slots.
struct WordSet: Sendable, Hashable {
    /// The words one after the other, sorted by bytes.
    private let bytes: [UInt8]
    /// Where each word ends in `bytes`.
    private let ends: [Int]
    /// An open-addressing table, a power of two and at most half full: the number of a word from 1, or 0.
    private let slots: [Int]
    /// How many bytes the longest word has.
    private let longest: Int

    /// The set of these words; an empty word and a repeated one are left out.
    init(_ words: some Sequence<[UInt8]>) {
        var bytes: [UInt8] = []
        var ends: [Int] = []
        var longest = 0
        var previous: [UInt8] = []
        for word in words.sorted(by: { $0.lexicographicallyPrecedes($1) }) where word != previous {
            bytes.append(contentsOf: word)
            ends.append(bytes.count)
            longest = max(longest, word.count)
            previous = word
        }
        var size = 2
        while size < ends.count * 2 { size *= 2 }
        var slots = [Int](repeating: 0, count: size)
        var start = 0
        for (number, end) in ends.enumerated() {
            var slot = WordSet.hash(bytes.span.extracting(start..<end)) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = number + 1
            start = end
        }
        self.bytes = bytes
        self.ends = ends
        self.slots = slots
        self.longest = longest
    }

    /// The number of words.
    var count: Int { ends.count }

    /// The words, sorted by bytes.
    var words: [[UInt8]] { ends.indices.map { Array(bytes[range(of: $0)]) } }

    /// Whether the set has exactly these bytes as a word. Linear in the word; constant if it is longer than every one.
    func contains(_ word: Span<UInt8>) -> Bool {
        guard word.count <= longest, !word.isEmpty else { return false }
        var slot = WordSet.hash(word) & (slots.count - 1)
        while slots[slot] != 0 {
            if isEqual(word, toWord: slots[slot] - 1) { return true }
            slot = (slot + 1) & (slots.count - 1)
        }
        return false
    }

    private func range(of number: Int) -> Range<Int> {
        (number == 0 ? 0 : ends[number - 1])..<ends[number]
    }

    private func isEqual(_ word: Span<UInt8>, toWord number: Int) -> Bool {
        let range = range(of: number)
        guard range.count == word.count else { return false }
        for index in word.indices where word[index] != bytes[range.lowerBound + index] { return false }
        return true
    }

    /// FNV-1a over the bytes, its high half folded in because the slot is taken from the low bits.
    private static func hash(_ word: Span<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in word.indices { hash = (hash ^ UInt64(word[index])) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ (hash >> 32))
    }

    static func == (left: WordSet, right: WordSet) -> Bool { left.bytes == right.bytes && left.ends == right.ends }

    func hash(into hasher: inout Hasher) {
        hasher.combine(bytes)
        hasher.combine(ends)
    }
}
