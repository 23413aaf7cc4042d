extension ArabicStemmer {
    /// Appends a text with each word stemmed. A word is a run without White_Space; what stands between words is kept
    /// as it is. Nothing is normalised first. Linear in the text.
    public func stemWords(in text: Span<UInt8>, into output: inout [UInt8]) {
        stemWords(in: text, isLast: true, into: &output)
    }

    /// The same for the next part of a text, which ends between characters: gives how many bytes are done. What is left,
    /// the start of a word, comes again before the part after it.
    @discardableResult
    package func stemWords(in text: Span<UInt8>, isLast: Bool, into output: inout [UInt8]) -> Int {
        var group = WordGroup()
        var end = 0
        while let word = text.nextWord(after: &end) {
            if end == text.count && !isLast {
                end = word.lowerBound
                break
            }
            group.append(word, of: text)
            if group.isFull { group.writeStems(self, of: text, into: &output) }
        }
        group.writeStems(self, of: text, into: &output)
        output.append(copying: text.extracting(group.written..<end))
        return end
    }
}

/// Words of a text that are stemmed together.
private struct WordGroup {
    private var words = WordList()
    private var stems = WordList()
    /// Where each of the words starts in the text.
    private var starts: [Int] = []
    /// How much of the text is written.
    private(set) var written = 0

    var isFull: Bool { words.count == 256 }

    mutating func append(_ word: Range<Int>, of text: Span<UInt8>) {
        words.append(text.extracting(word))
        starts.append(word.lowerBound)
    }

    /// Writes the stems of the words, and what stands before each.
    mutating func writeStems(_ stemmer: ArabicStemmer, of text: Span<UInt8>, into output: inout [UInt8]) {
        stemmer.stem(words, into: &stems)
        for index in 0..<stems.count {
            output.append(copying: text.extracting(written..<starts[index]))
            output.append(copying: stems.bytes.span.extracting(stems.word(at: index)))
            written = starts[index] + words.word(at: index).count
        }
        words.removeAll()
        starts.removeAll(keepingCapacity: true)
    }
}
