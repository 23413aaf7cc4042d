#if CommandLineTool
    import ArabicText

    /// A line that matches on its way out, which may take several pieces of output.
    struct PrintedLine {
        private let printer: MatchPrinter
        private let name: [UInt8]
        private let number: Int
        /// The match that is printed, or comes next.
        private var match: Range<Int>?
        private var isInMatch = false
        /// What comes before is printed.
        private var place = 0
        private var isStarted = false

        init(_ printer: MatchPrinter, name: [UInt8], number: Int, first match: Range<Int>) {
            self.printer = printer
            self.name = name
            self.number = number
            self.match = match
        }

        /// Prints more of the line, about as many bytes as `most` says; false where that was the rest.
        mutating func print(
            _ line: Span<UInt8>, _ matches: inout MatchScanner, most: Int, to output: inout ByteBuffer
        ) -> Bool {
            let start = output.count
            if !isStarted, !printer.onlyMatching { printer.start(name, number, to: &output) }
            isStarted = true
            while output.count - start < most {
                let room = most - (output.count - start)
                guard let match else {
                    if printer.onlyMatching { return false }
                    copy(line, upTo: line.count, room: room, to: &output)
                    if place < line.count { continue }
                    output.append(byte: printer.lineEnd)
                    return false
                }
                if isInMatch {
                    copy(line, upTo: match.upperBound, room: room, to: &output)
                    if place < match.upperBound { continue }
                    printer.endMatch(to: &output)
                    isInMatch = false
                    self.match = matches.next(in: line)
                } else {
                    if printer.onlyMatching { place = match.lowerBound }
                    copy(line, upTo: match.lowerBound, room: room, to: &output)
                    if place < match.lowerBound { continue }
                    if printer.onlyMatching { printer.start(name, number, to: &output) }
                    printer.startMatch(to: &output)
                    isInMatch = true
                }
            }
            return true
        }

        private mutating func copy(_ line: Span<UInt8>, upTo end: Int, room: Int, to output: inout ByteBuffer) {
            let stop = place + min(room, end - place)
            output.append(copying: line.extracting(place..<stop))
            place = stop
        }
    }
#endif
