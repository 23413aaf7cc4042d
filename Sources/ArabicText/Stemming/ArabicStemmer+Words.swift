extension ArabicStemmer {
    /// Fills a list with the stems of words, each at the index of its word: the fast way to stem many.
    ///
    /// ```swift
    /// var words = WordList()
    /// words.append("والكتاب")
    /// words.append("كتابها")
    /// var stems = WordList()
    /// ArabicStemmer.light10.stem(words, into: &stems)
    /// for index in 0..<stems.count { print(stems.bytes[stems.word(at: index)]) }
    /// ```
    ///
    /// The stems are those that the words have one by one. ``light10``, ``snowball`` and ``guarded`` work on several words at
    /// once; the first two allocate nothing, as long as the list that is filled has been so large before. The other
    /// algorithms are not faster than word by word.
    public func stem(_ words: borrowing WordList, into stems: inout WordList) {
        stems.removeAll()
        var scratch: [UInt8] = []
        while stems.count < words.count {
            appendFast(words, to: &stems)
            if stems.count == words.count { break }
            // A word that the kernel leaves over.
            scratch.removeAll(keepingCapacity: true)
            stemByReference(words.bytes.span.extracting(words.word(at: stems.count)), into: &scratch)
            stems.append(scratch.span)
        }
    }

    /// Appends the stems of words up to the first one that the algorithm's kernel does not know.
    private func appendFast(_ words: borrowing WordList, to stems: inout WordList) {
        if self == .light10, let rules = LightRules.light10 {
            unsafe stems.appendStems(of: words) { unsafe rules.stem($0, into: $1) }
        } else if self == .snowball, let kernel = PackedStemmer.snowball {
            unsafe stems.appendStems(of: words) { unsafe kernel.stem($0, into: $1) }
        } else if let kernel = guarded?.kernel {
            stems.appendStems(of: words, by: kernel) { stem($0, into: &$1) }
        }
    }

    /// The stem of one word by the slow, obvious form: what the fast one must equal.
    package func stemByReference(_ word: Span<UInt8>, into output: inout [UInt8]) {
        if self == .snowball {
            SnowballStemmer.stem(word, into: &output)
        } else if let guarded {
            guarded.stemByReference(word, into: &output)
        } else {
            stem(word, into: &output)
        }
    }
}
