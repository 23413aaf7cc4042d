#if CommandLineTool
    import ArabicText

    /// Finds the lines that match. A line that comes in parts is searched as it comes.
    struct GrepStage: LineStage {
        private let matcher: ArabicMatcher
        /// Nil where lines are counted only.
        private let printer: MatchPrinter?
        private let name: String
        private let lineEnd: UInt8
        private let filter: LineFilter?
        private let cut: LineCut?
        private var count = 0

        // MARK: A line that comes in parts

        /// What is still to be searched, and how much of that is part of a match that was found.
        private var open: [UInt8] = []
        private var matched = 0
        private var hasMatched = false
        /// What was searched before the first match, and what is written behind that.
        private var searched = HeldLine<Void>(failureStatus: GrepCommand.failureStatus)

        /// As much is searched at once, since that takes many times its memory, and no more is looked through for a place to
        /// cut.
        private static let pieceSize = max(min(TextBlock.readSize, 1 << 18), 64)

        init(matcher: ArabicMatcher, printer: MatchPrinter?, name: String, lineEnd: UInt8) {
            self.matcher = matcher
            self.printer = printer
            self.name = name
            self.lineEnd = lineEnd
            filter = LineFilter(matcher)
            cut = LineCut(matcher)
        }

        mutating func append(
            lines: Span<UInt8>, from number: Int, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            guard lineEnd == 0x0A, let filter else {
                lines.forEachLine(endingWith: lineEnd, from: number) { match($0, number: $1, to: &output) }
                return
            }
            filter.forEachCandidate(in: lines) { range, before in
                match(lines.extracting(range), number: number + before, to: &output)
            }
        }

        private mutating func match(_ line: Span<UInt8>, number: Int, to output: inout ByteBuffer) {
            let ranges = matcher.byteRanges(in: line)
            if ranges.isEmpty { return }
            count += 1
            printer?.print(line, ranges, name: name, number: number, to: &output)
        }

        mutating func append(
            part: Span<UInt8>, of number: Int, end: PartEnd, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            var rest = part
            while rest.count > Self.pieceSize {
                let piece = rest.extracting(first: Self.pieceSize)
                let end = piece.count - UTF8Validation.truncatedEnd(of: piece)
                search(more: rest.extracting(..<end), number: number, to: &output)
                rest = rest.extracting(end...)
            }
            if end == .open { return search(more: rest, number: number, to: &output) }
            open.append(copying: rest)
            search(upTo: open.count, number: number, to: &output)
            if hasMatched, let printer, !printer.onlyMatching {
                withOutput(&output) { $0.append(byte: printer.lineEnd) }
            }
            open = []
            matched = 0
            if !searched.isWaiting { searched.removeAll() }
            hasMatched = false
        }

        /// Searches as far as more of the line changes nothing.
        private mutating func search(more: Span<UInt8>, number: Int, to output: inout ByteBuffer) {
            open.append(copying: more)
            let end = open.count - Self.pieceSize
            if end >= 0, let place = cut?.last(in: open.span, behind: max(end, matched)) {
                search(upTo: place, number: number, to: &output)
            }
        }

        /// Finds the matches that begin before a place, and is done with what comes before it.
        private mutating func search(upTo place: Int, number: Int, to output: inout ByteBuffer) {
            let line = open
            var ranges: [Range<Int>] = []
            if mayMatch(line.span) {
                ranges = matcher.byteRanges(in: line.span, startingAt: matched).filter { $0.lowerBound < place }
            }
            // A match may go on behind the place.
            let end = max(place, ranges.last?.upperBound ?? matched)
            if !ranges.isEmpty, !hasMatched {
                hasMatched = true
                count += 1
                if let printer, !printer.onlyMatching {
                    printer.start(name, number, to: &output)
                    if !searched.range.isEmpty { searched.put(searched.range, as: ()) }
                }
            }
            if let printer {
                if printer.onlyMatching {
                    printer.print(matches: ranges, of: line.span, name: name, number: number, to: &output)
                } else if hasMatched {
                    let part = matched..<end
                    withOutput(&output) { printer.print(part, of: line.span, ranges, to: &$0) }
                } else {
                    searched.append(line.span.extracting(matched..<end))
                }
            }
            open.removeFirst(place)
            matched = end - place
        }

        /// To find where the query stands takes several times the memory of the text.
        private func mayMatch(_ line: Span<UInt8>) -> Bool {
            guard let filter else { return true }
            var isCandidate = false
            filter.forEachCandidate(in: line) { _, _ in isCandidate = true }
            return isCandidate
        }

        /// Calls a function with where to write now: behind what was searched, as long as that is not written.
        private mutating func withOutput(_ output: inout ByteBuffer, _ write: (inout ByteBuffer) -> Void) {
            if !searched.isWaiting { return write(&output) }
            var more = ByteBuffer(capacity: 64)
            write(&more)
            searched.put(more)
        }

        mutating func appendMore(into output: inout ByteBuffer) -> Bool {
            guard let piece = searched.next() else { return false }
            output.append(piece.bytes)
            if !searched.isWaiting { searched.removeAll() }
            return true
        }

        mutating func takeTally() -> Tally {
            let tally = Tally(items: count)
            count = 0
            return tally
        }
    }
#endif
