/// Finds the lines in which a query may stand, many lines at once: normalises them together, and looks for the bytes of
/// the query. Each is then looked at by ``ArabicMatcher``, which alone knows whether and where the query stands there.
package struct LineFilter: Sendable {
    private let normalizer: ArabicNormalizer
    private let query: [UInt8]
    /// By byte: how far the query can be moved on when that byte stands under its last one (Horspool).
    private let shifts: [Int]

    /// Nil where the bytes of the query do not tell: where vowels may be written or not, or nothing is left of it.
    package init?(_ matcher: ArabicMatcher) {
        let query = utf8(matcher.query.letters)
        if matcher.options.contains(.vocalization) || query.isEmpty { return nil }
        var shifts = Array(repeating: query.count, count: 256)
        for (index, byte) in query.dropLast().enumerated() { shifts[Int(byte)] = query.count - 1 - index }
        self.query = query
        self.shifts = shifts
        normalizer = matcher.normalizer
    }

    /// Calls a function with the range of each such line among lines that each end with a line feed, and how many lines
    /// come before it. Other lines certainly do not match. Linear in the bytes times the length of the query.
    package func forEachCandidate(in lines: Span<UInt8>, _ body: (_ line: Range<Int>, _ number: Int) -> Void) {
        var normalized = ByteBuffer(capacity: lines.count + 64)
        var alignment: Alignment?
        normalizer.run(whole: lines, illFormed: .keep, into: &normalized, alignment: &alignment)
        normalized.withSpan { text in
            // A line in is a line out, so line feeds tell which line it is.
            var (number, start, counted, offset) = (0, 0, 0, 0)
            while let found = first(in: text, from: offset) {
                let skipped = ByteScan.count(0x0A, in: text.extracting(counted..<found))
                for _ in 0..<skipped { start = (ByteScan.first(0x0A, in: lines, from: start) ?? lines.count - 1) + 1 }
                number += skipped
                body(start..<(ByteScan.first(0x0A, in: lines, from: start) ?? lines.count), number)
                counted = found
                offset = ByteScan.first(0x0A, in: text, from: found) ?? text.count
            }
        }
    }

    /// Where the query stands first, from an offset on.
    private func first(in text: Span<UInt8>, from offset: Int) -> Int? {
        let last = query.count - 1
        var end = offset + last
        while end < text.count {
            let byte = text[end]
            if byte == query[last] {
                var index = last
                while index > 0, text[end - 1 - last + index] == query[index - 1] { index -= 1 }
                if index == 0 { return end - last }
            }
            end += shifts[Int(byte)]
        }
        return nil
    }
}

private func utf8(_ scalars: [UInt32]) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in scalars { scalar.appendUTF8(to: &bytes) }
    return bytes
}
