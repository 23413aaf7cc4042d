internal import CArabicKernels

extension WordList {
    /// Appends the stems of the words of which it has none yet: of short words by a kernel, and of others by a
    /// function.
    mutating func appendStems(
        of words: borrowing WordList, by kernel: GuardedKernel, others stem: (Span<UInt8>, inout [UInt8]) -> Void
    ) {
        var terms = TermSlots()
        var other: [UInt8] = []
        while count < words.count {
            let first = count
            let most = min(words.count - first, TermSlots.leastRoom)
            reserve(words: most, bytes: 16 * most)
            // SAFETY: the arrays and this list have room for `most` words.
            unsafe appendStems(of: words) { source, _ in
                unsafe terms.withTerms { unsafe cak_take_words(source, first, most, $0) }
            }
            terms.stem(by: kernel)
            var next = 0
            while true {
                unsafe appendStems(of: words) { _, target in
                    unsafe terms.withTerms { next = unsafe cak_append_stems($0, next, target) }
                }
                if next == terms.count { break }
                other.removeAll(keepingCapacity: true)
                stem(words.bytes.span.extracting(words.word(at: first + next)), &other)
                append(other.span)
                next += 1
            }
        }
    }
}
