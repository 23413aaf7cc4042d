#if CommandLineTool
    import ArabicText

    /// Finds the lines that match, which may have to be printed as a whole.
    struct GrepStage: WholeLineStage {
        /// Nil where lines are counted only.
        private let printer: MatchPrinter?
        private let name: [UInt8]
        let lineEnd: UInt8
        private let filter: LineFilter?
        private var matches: MatchScanner
        private var count = 0

        /// The line that was read, on its way out.
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

        mutating func read(_ line: Span<UInt8>, of number: Int, end: PartEnd) { printed = find(line, number) }

        mutating func write(_ line: Span<UInt8>, most: Int, to output: inout ByteBuffer) -> Bool {
            guard var printed else { return false }
            let goesOn = printed.print(line, &matches, most: most, to: &output)
            self.printed = printed
            return goesOn
        }

        mutating func takeTally() -> Tally {
            let tally = Tally(items: count)
            count = 0
            return tally
        }
    }
#endif
