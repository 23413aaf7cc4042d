#if CommandLineTool
    import ArabicText

    /// Writes the sentences of lines as a table. Where a sentence ends stands before it, so the line is needed as a
    /// whole.
    struct SentenceTableStage: WholeLineStage {
        private let splitter: ArabicSentenceSplitter
        let lineEnd: UInt8
        private var table: TokenTable
        private var count = 0

        // MARK: The line that was read

        private var number = 0
        private var stream: SentenceStream
        /// How much of the line the stream has taken; nil where it has taken all.
        private var taken: Int?
        /// Sentences that are not written yet, the last one first.
        private var waiting: [Range<Int>] = []
        private var row: Row?

        /// A row on its way out.
        private struct Row {
            let range: Range<Int>
            /// What is still to be written of the source, or else of the term.
            var rest: Range<Int>
            var isTerm = false
        }

        private static let kind = "sentence"

        init(
            _ splitter: ArabicSentenceSplitter, _ form: LineForm, _ tableForm: TokenTable.Form,
            _ unit: OffsetOptions.Unit
        ) {
            self.splitter = splitter
            lineEnd = form.lineEnd
            stream = SentenceStream(splitter.options)
            table = TokenTable(tableForm, unit, illFormed: form.policy, lineEnd: form.lineEnd)
        }

        mutating func append(
            lines: Span<UInt8>, from number: Int, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            let splitter = splitter
            lines.forEachLine(endingWith: lineEnd, from: number) { line, number in
                splitter.forEachSentence(in: line) { sentence in
                    count += 1
                    table.write(
                        line.extracting(sentence.range), range: sentence.range, kind: Self.kind, in: line,
                        from: 0,
                        number: number, to: &output)
                }
                table.endLine(number, to: &output)
            }
        }

        mutating func read(_ line: Span<UInt8>, of number: Int, end: PartEnd) {
            self.number = number
            taken = 0
        }

        mutating func write(_ line: Span<UInt8>, most: Int, to output: inout ByteBuffer) -> Bool {
            let start = output.count
            while output.count - start < most {
                if let row {
                    self.row = write(row, of: line, most: most, to: &output)
                } else if let range = waiting.popLast() {
                    count += 1
                    table.startRow(range, kind: Self.kind, in: line, from: 0, number: number, to: &output)
                    row = Row(range: range, rest: range)
                } else if let taken {
                    self.taken = takeSentences(of: line, from: taken, most: most)
                } else {
                    table.endLine(number, to: &output)
                    return false
                }
            }
            return true
        }

        /// Finds the sentences that the next piece of the line settles. Gives where it ends.
        private mutating func takeSentences(of line: Span<UInt8>, from start: Int, most: Int) -> Int? {
            let end = start + min(most, line.count - start)
            var found: [Range<Int>] = []
            stream.append(line.extracting(start..<end)) { found.append($0.range) }
            if end == line.count { stream.finish { found.append($0.range) } }
            waiting = found.reversed()
            return end < line.count ? end : nil
        }

        /// Writes more of a row; nil where that was the rest.
        private mutating func write(
            _ row: Row, of line: Span<UInt8>, most: Int, to output: inout ByteBuffer
        ) -> Row? {
            var row = row
            // At least a character.
            let size = min(max(most, 4), row.rest.count)
            let piece = line.extracting(row.rest.prefix(size))
            let cut = size < row.rest.count ? UTF8Validation.truncatedEnd(of: piece) : 0
            table.write(part: piece.extracting(..<(size - cut)), to: &output)
            row.rest = row.rest.dropFirst(size - cut)
            if !row.rest.isEmpty { return row }
            if row.isTerm {
                table.endRow(&output)
                return nil
            }
            table.startTerm(&output)
            return Row(range: row.range, rest: row.range, isTerm: true)
        }

        mutating func takeTally() -> Tally {
            let tally = Tally(items: count)
            count = 0
            return tally
        }
    }
#endif
