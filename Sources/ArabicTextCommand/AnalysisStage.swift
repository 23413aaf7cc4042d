#if CommandLineTool
    import ArabicText

    /// Turns lines into terms.
    struct AnalysisStage: LineStage {
        private var writer: TokenWriter
        private let lineEnd: UInt8
        private let memory: Memory

        /// What cannot be copied; a stage is one worker's.
        private final class Memory {
            private var cutter: BatchAnalyzer
            /// For a line that comes in parts.
            var stream: TermStream

            init(_ analyzer: ArabicAnalyzer) {
                cutter = BatchAnalyzer(analyzer)
                stream = TermStream(analyzer)
            }

            /// Calls a function with the cutter, which is for whole lines. That it is not in use is checked once a call.
            func withCutter(_ body: (inout BatchAnalyzer) -> Void) { body(&cutter) }
        }

        init(analyzer: ArabicAnalyzer, writer: TokenWriter, lineEnd: UInt8) {
            self.writer = writer
            self.lineEnd = lineEnd
            memory = Memory(analyzer)
        }

        mutating func append(
            lines: Span<UInt8>, from number: Int, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            // No token goes beyond a line feed, so lines may be taken together; but positions count from the start of a
            // line, and they are for JSON.
            if lineEnd == 0x0A, !writer.hasPlaces {
                appendBatches(lines, from: number, into: &output)
            } else if lineEnd == 0x0A, writer.format != .json {
                appendTogether(lines, from: number, into: &output)
            } else {
                lines.forEachLine(endingWith: lineEnd, from: number) { append(line: $0, number: $1, into: &output) }
            }
        }

        private mutating func append(line: Span<UInt8>, number: Int, into output: inout ByteBuffer) {
            memory.withCutter { cutter in
                cutter.forEachTerm(in: line) { term, token in
                    writer.write(
                        term, range: token.range, kind: token.kind, position: token.position, in: line, from: 0,
                        number: number, to: &output)
                }
            }
            writer.endLine(number, to: &output)
        }

        /// Without places the terms of a line are written at once.
        private mutating func appendBatches(_ lines: Span<UInt8>, from number: Int, into output: inout ByteBuffer) {
            var place = LinePlace(in: lines, number: number)
            memory.withCutter { cutter in
                cutter.restart()
                while cutter.fill(from: lines) {
                    writer.writeBatch(
                        of: cutter.terms.count, &place, in: lines, to: &output,
                        firstIndex: { cutter.terms.firstIndex(from: $0, startingBehind: $1) }
                    ) { range, separator, output in
                        cutter.terms.append(range, separator: separator, to: &output)
                        return range.count
                    }
                }
            }
            writer.endLines(&place, in: lines, to: &output)
        }

        private mutating func appendTogether(_ lines: Span<UInt8>, from number: Int, into output: inout ByteBuffer) {
            var place = LinePlace(in: lines, number: number)
            var writer = self.writer
            memory.withCutter { cutter in
                cutter.forEachTerm(in: lines) { term, token in
                    while token.range.lowerBound > place.end {
                        writer.endLine(&place, in: lines, to: &output)
                    }
                    let range = token.range.lowerBound - place.start..<token.range.upperBound - place.start
                    writer.write(
                        term, range: range, kind: token.kind, in: lines, from: -place.start, number: place.number,
                        to: &output)
                }
            }
            writer.endLines(&place, in: lines, to: &output)
            self.writer = writer
        }

        mutating func append(
            part: Span<UInt8>, of number: Int, end: PartEnd, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            var writer = self.writer
            memory.stream.append(part) { term, token, text, base in
                writer.write(
                    term, range: token.range, kind: token.kind, position: token.position, in: text, from: base,
                    number: number, to: &output)
            }
            memory.stream.held.withSettled { writer.endPart($0, from: $1) }
            if end != .open {
                memory.stream.finish { term, token, text, base in
                    writer.write(
                        term, range: token.range, kind: token.kind, position: token.position, in: text, from: base,
                        number: number, to: &output)
                }
                writer.endLine(number, to: &output)
            }
            self.writer = writer
        }

        mutating func takeTally() -> Tally { writer.takeTally() }
    }

    /// Where a line stands among lines that are taken together.
    struct LinePlace {
        private(set) var number: Int
        private(set) var start = 0
        /// Where its line feed is, or the lines end.
        private(set) var end: Int

        init(in lines: Span<UInt8>, number: Int) {
            self.number = number
            end = ByteScan.first(0x0A, in: lines) ?? lines.count
        }

        /// Goes to the next line; after the last it starts behind it.
        mutating func moveOn(in lines: Span<UInt8>) {
            start = end + 1
            number += 1
            end = start < lines.count ? ByteScan.first(0x0A, in: lines, from: start) ?? lines.count : lines.count
        }
    }

    extension TokenWriter {
        /// Ends a line of several, and goes to the next one.
        mutating func endLine(_ place: inout LinePlace, in lines: Span<UInt8>, to bytes: inout ByteBuffer) {
            endLine(place.number, to: &bytes)
            place.moveOn(in: lines)
        }

        /// Writes a batch of tokens of several lines, without their places. `firstIndex` gives the first index of those from
        /// one on that starts behind an offset, or the count, and `append` appends a range, each with a separator after it,
        /// and gives how many they are.
        mutating func writeBatch(
            of count: Int, _ place: inout LinePlace, in lines: Span<UInt8>, to bytes: inout ByteBuffer,
            firstIndex: (_ index: Int, _ offset: Int) -> Int,
            append: (_ range: Range<Int>, _ separator: UInt8, _ bytes: inout ByteBuffer) -> Int
        ) {
            var index = 0
            while index < count {
                let end = firstIndex(index, place.end)
                writeTogether(to: &bytes) { append(index..<end, $0, &$1) }
                index = end
                // The next batch may go on with the line.
                if index < count { endLine(&place, in: lines, to: &bytes) }
            }
        }

        /// Ends the lines that are left.
        mutating func endLines(_ place: inout LinePlace, in lines: Span<UInt8>, to bytes: inout ByteBuffer) {
            while place.start < lines.count { endLine(&place, in: lines, to: &bytes) }
        }
    }
#endif
