/// Stems the words of texts, a group of words at once. Its memory serves one text after the other.
package struct TextStemmer {
    private static let groupSize = 256

    private let stemmer: ArabicStemmer
    private var words = WordList()
    private var stems = WordList()
    /// Where each of the words starts in its text.
    private var starts: [Int] = []

    package init(_ stemmer: ArabicStemmer) { self.stemmer = stemmer }

    /// Appends a text with each word stemmed. A word is a run without White_Space; what stands between words is kept.
    package mutating func stem(_ text: Span<UInt8>, into output: inout [UInt8]) {
        var written = 0
        var end = 0
        while let word = text.nextWord(after: &end) {
            words.append(text.extracting(word))
            starts.append(word.lowerBound)
            if words.count == Self.groupSize { write(text, from: &written, into: &output) }
        }
        write(text, from: &written, into: &output)
        output.append(copying: text.extracting(written...))
    }

    /// Writes the words that wait, and what stands before each.
    private mutating func write(_ text: Span<UInt8>, from written: inout Int, into output: inout [UInt8]) {
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
