#if CommandLineTool
    import ArabicText

    /// Finds the lines that match. A line that comes in parts is held until it ends: it may be printed as a whole.
    struct GrepStage: LineStage {
        /// Nil where lines are counted only.
        private let printer: MatchPrinter?
        private let name: [UInt8]
        private let lineEnd: UInt8
        private let filter: LineFilter?
        private var matches: MatchScanner
        private var count = 0

        // MARK: A line that comes in parts

        private let line = LineMemory()
        private var isTooLong = false
        /// The line on its way out.
        private var printed: PrintedLine?

        init(matcher: ArabicMatcher, printer: MatchPrinter?, name: [UInt8], lineEnd: UInt8) {
            self.printer = printer
            self.name = name
            self.lineEnd = lineEnd
            filter = LineFilter(matcher)
            matches = MatchScanner(matcher)
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
            guard var printed = find(line, number) else { return }
            while printed.print(line, &matches, most: .max, to: &output) {}
        }

        /// Counts a line if it matches, and says what is to be printed of it.
        private mutating func find(_ line: Span<UInt8>, _ number: Int) -> PrintedLine? {
            matches.startAnew()
            guard let match = matches.next(in: line) else { return nil }
            count += 1
            return printer.map { PrintedLine($0, name: name, number: number, first: match) }
        }

        mutating func append(
            part: Span<UInt8>, of number: Int, end: PartEnd, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            isTooLong = !line.append(part)
            if isTooLong {
                line.removeAll()
                throw IllFormedUTF8Error(offset: 0)
            }
            if end == .open { return }
            printed = line.withSpan { find($0, number) }
            if printed == nil { line.removeAll() }
        }

        mutating func appendMore(into output: inout ByteBuffer) -> Bool {
            guard var printed else { return false }
            let goesOn = line.withSpan { printed.print($0, &matches, most: TextBlock.readSize, to: &output) }
            self.printed = goesOn ? printed : nil
            if !goesOn { line.removeAll() }
            return true
        }

        mutating func takeTally() -> Tally {
            let tally = Tally(items: count)
            count = 0
            return tally
        }

        func failure(at place: TextPosition, in name: String) -> InputError {
            if !isTooLong { return .illFormed(name, at: place) }
            return InputError(
                description: "\(name): line \(place.line): too long for memory, which has to hold it")
        }
    }
#endif
