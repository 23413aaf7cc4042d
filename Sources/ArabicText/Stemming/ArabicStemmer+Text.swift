extension ArabicStemmer {
    /// Appends a text with each word stemmed. A word is a run without White_Space; what stands between words is kept
    /// as it is. Nothing is normalised first. Linear in the text.
    public func stemWords(in text: Span<UInt8>, into output: inout [UInt8]) {
        var wordStart = 0
        var offset = 0
        while offset < text.count {
            let element = UTF8Element.decode(text, at: offset)
            if case .scalar(let scalar, _) = element, CharacterFacts.isWhiteSpace(scalar) {
                if offset > wordStart { stem(text.extracting(wordStart..<offset), into: &output) }
                for index in offset..<offset + element.length { output.append(text[index]) }
                wordStart = offset + element.length
            }
            offset += element.length
        }
        if offset > wordStart { stem(text.extracting(wordStart..<offset), into: &output) }
    }
}
