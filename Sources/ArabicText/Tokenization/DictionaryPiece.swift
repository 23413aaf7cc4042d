private import CICUShims

/// A part of a token that ICU's dictionaries divided.
struct DictionaryPiece: Sendable {
    let range: Range<Int>
    let kind: TokenKind

    /// The pieces of a token that holds dictionary runs, last first.
    ///
    /// Each longest run of characters of one group of dictionaries goes to ICU's default word iterator by itself: that
    /// iterator's rules would divide between the groups (U+0E01 U+3005), ours do not. Where ICU fails or has
    /// no dictionary, the run stays whole: ICU's status is not reported.
    static func pieces(of range: Range<Int>, in bytes: Span<UInt8>) -> [DictionaryPiece] {
        var pieces: [DictionaryPiece] = []
        var cuts = cuts(of: range, in: bytes)[...]
        var start = range.lowerBound
        var offset = start
        var content = TokenContent.nothing
        while offset < range.upperBound {
            let (wordClass, length) = read(bytes, at: offset)
            content = content.adding(wordClass)
            offset += length
            if offset == cuts.first || offset >= range.upperBound {
                if offset == cuts.first { cuts.removeFirst() }
                pieces.append(DictionaryPiece(range: start..<offset, kind: content.kind))
                start = offset
                content = .nothing
            }
        }
        pieces.reverse()
        return pieces
    }

    /// The boundaries inside a token, in order: those inside each of its dictionary runs.
    private static func cuts(of range: Range<Int>, in bytes: Span<UInt8>) -> [Int] {
        var cuts: [Int] = []
        var runStart = range.lowerBound
        var group: WordClass.Dictionary?
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (wordClass, length) = read(bytes, at: offset)
            if wordClass.dictionary != group {
                if group != nil { appendCuts(of: runStart..<offset, in: bytes, to: &cuts) }
                runStart = offset
                group = wordClass.dictionary
            }
            offset += length
        }
        if group != nil { appendCuts(of: runStart..<range.upperBound, in: bytes, to: &cuts) }
        return cuts
    }

    private static func appendCuts(of run: Range<Int>, in bytes: Span<UInt8>, to cuts: inout [Int]) {
        // A letter goes before the run: ICU's rules would divide after a mark at the start of the text, and do not
        // where the mark has a base.
        var text: [UInt8] = [0x61]
        text.reserveCapacity(run.count + 1)
        for offset in run { text.append(bytes[offset]) }
        guard let length = Int32(exactly: text.count) else { return }
        var status: Int32 = 0
        guard let iterator = unsafe ats_word_iterator_open(&status) else { return }
        defer { unsafe ats_word_iterator_close(iterator) }
        // SAFETY: the bytes stay in place until the closure ends, and the iterator is not asked after that. They are
        // well-formed: each was decoded to a scalar of a dictionary class, which U+FFFD is not.
        unsafe text.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            unsafe ats_word_iterator_start(iterator, start, length, &status)
            guard status <= 0 else { return }
            var boundary = unsafe ats_word_iterator_next(iterator)
            while boundary >= 0 {
                if 1 < boundary, boundary < length { cuts.append(run.lowerBound + Int(boundary) - 1) }
                boundary = unsafe ats_word_iterator_next(iterator)
            }
        }
    }

    private static func read(_ bytes: Span<UInt8>, at offset: Int) -> (WordClass, Int) {
        let decoded = DecodedScalar.read(bytes, at: offset, isLast: true)
        return (WordClass(rawValue: WordClass.table[decoded.scalar]) ?? .other, decoded.length)
    }
}
