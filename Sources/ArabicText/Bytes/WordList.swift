internal import CArabicKernels

/// Words, or their stems, one after the other in flat arrays: what an ``ArabicStemmer`` takes and fills. To be used again
/// and again: what is emptied keeps its room.
public struct WordList: Sendable {
    // Kernels read and write beyond the words that they work on.
    private static let front = Int(CAK_WORDS_FRONT)
    private static let back = Int(CAK_WORDS_BACK)

    /// How many words there are.
    public private(set) var count = 0
    /// The words one after the other; what stands before the first and after the last one is none of them.
    public private(set) var bytes = [UInt8](repeating: 0, count: Self.front + Self.back)
    private var end = Self.front
    private var ends: [Int] = []

    /// A list without words.
    public init() {}

    /// Words one after the other, each of which ends at one of the offsets, in order; the first one starts at 0.
    ///
    /// An end that is beyond the bytes, or before the end of the word before it, is taken as the nearest one that is not.
    public init(_ words: Span<UInt8>, ends: some Collection<Int>) {
        var end = 0
        reserve(words: ends.count, bytes: words.count)
        for given in ends {
            let next = min(max(given, end), words.count)
            append(words.extracting(end..<next))
            end = next
        }
    }

    /// Whether there are no words.
    public var isEmpty: Bool { count == 0 }

    /// How many bytes the words have.
    public var byteCount: Int { end - Self.front }

    /// Where a word lies in ``bytes``. The index must be below ``count``.
    @inline(__always)
    public func word(at index: Int) -> Range<Int> {
        precondition(index >= 0 && index < count, "there is no such word")
        return (index == 0 ? Self.front : ends[index - 1])..<ends[index]
    }

    /// Takes all words out, and keeps the room.
    public mutating func removeAll() {
        count = 0
        end = Self.front
    }

    /// Appends a word of UTF-8 bytes.
    public mutating func append(_ word: Span<UInt8>) {
        reserve(words: 1, bytes: word.count)
        // SAFETY: there is room for the word, and `Span` says how many bytes it has.
        unsafe bytes.withUnsafeMutableBufferPointer { bytes in
            unsafe word.withUnsafeBufferPointer { word in
                guard let target = bytes.baseAddress, let source = word.baseAddress else { return }
                unsafe (target + end).update(from: source, count: word.count)
            }
        }
        end += word.count
        ends[count] = end
        count += 1
    }

    /// Appends a word.
    public mutating func append(_ word: String) { append(word.utf8Span.span) }

    /// Makes room for so many more words, of so many bytes in all.
    mutating func reserve(words: Int, bytes more: Int) {
        let needed = end + more + Self.back
        if bytes.count < needed { bytes += [UInt8](repeating: 0, count: needed + needed / 2 - bytes.count) }
        let neededEnds = count + words
        if ends.count < neededEnds { ends += [Int](repeating: 0, count: neededEnds + neededEnds / 2 - ends.count) }
    }

    /// Appends the stems of those of some words of which it has none yet, until the kernel stops.
    mutating func appendStems(
        of words: borrowing WordList,
        _ kernel: (UnsafePointer<cak_stem_words>, UnsafeMutablePointer<cak_stems>) -> Void
    ) {
        guard count < words.count else { return }
        reserve(words: words.count - count, bytes: words.end - words.word(at: count).lowerBound)
        // SAFETY: the lists have what the kernel needs to spare, and this one has room for all that is left.
        unsafe bytes.withUnsafeMutableBufferPointer { bytes in
            unsafe ends.withUnsafeMutableBufferPointer { ends in
                unsafe words.bytes.withUnsafeBufferPointer { wordBytes in
                    unsafe words.ends.withUnsafeBufferPointer { wordEnds in
                        guard let bytes = bytes.baseAddress, let ends = ends.baseAddress,
                            let wordBytes = wordBytes.baseAddress, let wordEnds = wordEnds.baseAddress
                        else { return }
                        var source = unsafe cak_stem_words(
                            bytes: wordBytes, start: Self.front, ends: wordEnds, count: words.count)
                        var target = unsafe cak_stems(bytes: bytes, byte_count: end, ends: ends, count: count)
                        unsafe kernel(&source, &target)
                        unsafe (end, count) = (target.byte_count, target.count)
                    }
                }
            }
        }
    }
}
