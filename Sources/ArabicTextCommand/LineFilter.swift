#if CommandLineTool
    import ArabicText

    /// Finds the lines in which a query may stand, many lines at once: normalises them together, and looks for the
    /// bytes of the query. Each is then looked at by ``ArabicMatcher``, which alone knows whether and where the query
    /// stands there.
    struct LineFilter: Sendable {
        private let normalizer: ArabicNormalizer
        private let search: ByteSearch

        /// Nil where the bytes of the query do not tell: where vowels may be written or not, or nothing is left of it.
        init?(_ matcher: ArabicMatcher) {
            guard let search = matcher.search else { return nil }
            self.search = search
            normalizer = matcher.normalizer
        }

        /// Calls a function with the range of each such line among lines that each end with a line feed, and how many
        /// lines come before it. Other lines certainly do not match. Linear in the bytes and the query.
        func forEachCandidate(in lines: Span<UInt8>, _ body: (_ line: Range<Int>, _ number: Int) -> Void) {
            // No line holds its end.
            if search.bytes.contains(0x0A) { return }
            var normalized = ByteBuffer(capacity: lines.count + 64)
            do throws(IllFormedUTF8Error) {
                try normalizer.normalize(lines, illFormed: .keep, into: &normalized)
            } catch {
                // `keep` does not throw.
            }
            normalized.withSpan { text in
                // A line in is a line out, so line feeds tell which line it is.
                var (number, start, counted, offset) = (0, 0, 0, 0)
                while let found = search.first(in: text, from: offset) {
                    let skipped = ByteScan.count(0x0A, in: text.extracting(counted..<found))
                    for _ in 0..<skipped {
                        start = (ByteScan.first(0x0A, in: lines, from: start) ?? lines.count - 1) + 1
                    }
                    number += skipped
                    body(start..<(ByteScan.first(0x0A, in: lines, from: start) ?? lines.count), number)
                    counted = found
                    offset = ByteScan.first(0x0A, in: text, from: found) ?? text.count
                }
            }
        }
    }
#endif
