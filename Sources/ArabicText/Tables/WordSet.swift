/// An immutable set of words, compared by their bytes.
///
/// A look-up allocates nothing. It hashes the word, unless that is longer than every word of the set, and then compares
/// it with at most the words of one run of slots. Beside its bytes a word takes 24 to 40 bytes of memory: lists may have
/// millions of words.
struct WordSet: Sendable, Hashable {
    /// The words one after the other, sorted by bytes.
    private let bytes: [UInt8]
    /// Where each word ends in `bytes`.
    private let ends: [Int]
    /// An open-addressing table, a power of two and at most half full: the number of a word from 1, or 0.
    private let slots: [Int]
    /// How many bytes the longest word has.
    private let longest: Int

    /// The set without a word.
    init() { self.init(WordList()) }

    /// The set of these words; an empty word and a repeated one are left out.
    init(_ words: borrowing WordList) {
        let source = words.bytes
        var bytes: [UInt8] = []
        var ends: [Int] = []
        bytes.reserveCapacity(words.byteCount)
        ends.reserveCapacity(words.count)
        var longest = 0
        var previous = 0..<0
        for index in words.sortedIndices() {
            let range = words.word(at: index)
            let word = source.span.extracting(range)
            if word.isEmpty || word.comesBefore(source.span.extracting(previous)) == nil { continue }
            bytes.append(copying: word)
            ends.append(bytes.count)
            longest = max(longest, word.count)
            previous = range
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

    /// Calls a function with a word, by its place in the order of their bytes. The index must be below ``count``.
    func withWord<Result>(at index: Int, _ body: (Span<UInt8>) -> Result) -> Result {
        body(bytes.span.extracting(range(of: index)))
    }

    /// Calls a function with each word, in the order of their bytes.
    func forEach(_ body: (Span<UInt8>) -> Void) {
        for index in 0..<count { withWord(at: index, body) }
    }

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

extension WordList {
    /// The numbers of the words in the order of their bytes.
    fileprivate func sortedIndices() -> [Int] {
        let bytes = self.bytes
        // The first eight bytes of each, highest first, decide nearly always.
        let heads = (0..<count).map { index in
            let word = bytes.span.extracting(word(at: index))
            return (0..<8).reduce(UInt64(0)) { $0 << 8 | ($1 < word.count ? UInt64(word[$1]) : 0) }
        }
        return (0..<count).sorted { first, second in
            if heads[first] != heads[second] { return heads[first] < heads[second] }
            return bytes.span.extracting(word(at: first)).comesBefore(bytes.span.extracting(word(at: second))) ?? false
        }
    }
}

extension Span<UInt8> {
    /// Whether these bytes come before others in order; nil where they are the same.
    fileprivate func comesBefore(_ other: Span<UInt8>) -> Bool? {
        for index in 0..<Swift.min(count, other.count) where self[index] != other[index] {
            return self[index] < other[index]
        }
        return count == other.count ? nil : count < other.count
    }
}
