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
        var wordStart = 0
        var offset = 0
        while offset < text.count {
            // No byte inside a sequence is one with which white space begins.
            guard let length = CharacterFacts.whiteSpaceLength(text, at: offset) else {
                offset += 1
                continue
            }
            if offset > wordStart { stem(text.extracting(wordStart..<offset), into: &output) }
            output.append(copying: text.extracting(offset..<offset + length))
            offset += length
            wordStart = offset
        }
        if !isLast { return wordStart }
        if offset > wordStart { stem(text.extracting(wordStart..<offset), into: &output) }
        return offset
    }
}
