#if CommandLineTool
    import ArabicText

    /// Cuts lines into sentences. Of a line that comes in parts, the sentence under way is held for a table; as text, it is
    /// written as it comes.
    struct SentenceStage: LineStage {
        private let splitter: ArabicSentenceSplitter
        private let format: SentencesCommand.Format
        private let policy: IllFormedPolicy
        private var table: TokenTable
        private let lineEnd: UInt8
        private var stream: SentenceStream
        /// The line from an offset on: what is not written yet and may have to be.
        private var held: [UInt8] = []
        private var heldStart = 0
        private var count = 0

        init(
            splitter: ArabicSentenceSplitter, format: SentencesCommand.Format, unit: OffsetOptions.Unit, form: LineForm
        ) {
            self.splitter = splitter
            self.format = format
            policy = form.policy
            lineEnd = form.lineEnd
            stream = SentenceStream(splitter.options)
            table = TokenTable(
                format == .json ? .json : .tsv, unit, illFormed: form.policy, lineEnd: form.lineEnd)
        }

        mutating func append(
            lines: Span<UInt8>, from number: Int, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            let splitter = splitter
            lines.forEachLine(endingWith: lineEnd, from: number) { line, number in
                splitter.forEachSentence(in: line) { write($0.range, in: line, from: 0, number, to: &output) }
                endLine(number, to: &output)
            }
        }

        mutating func append(
            part: Span<UInt8>, of number: Int, end: PartEnd, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            held.append(copying: part)
            let text = held
            var stream = self.stream
            defer { self.stream = stream }
            stream.append(part) { write($0.range, in: text.span, from: heldStart, number, to: &output) }
            if case .open = end {
                let underWay = stream.underWay
                if isTable {
                    drop(to: underWay.lowerBound)
                } else {
                    write(underWay, in: text.span, from: heldStart, to: &output)
                    drop(to: underWay.upperBound)
                }
                return
            }
            stream.finish { write($0.range, in: text.span, from: heldStart, number, to: &output) }
            held = []
            heldStart = 0
            endLine(number, to: &output)
        }

        private var isTable: Bool { format == .tsv || format == .json }

        /// Forgets what is held before an offset.
        private mutating func drop(to offset: Int) {
            if offset == heldStart { return }
            let count = offset - heldStart
            let text = held
            if isTable { table.endPart(text.span.extracting(..<count), from: heldStart) }
            held = Array(text[count...])
            heldStart = offset
        }

        /// Writes a sentence of a line, of which there is the part from an offset on.
        private mutating func write(
            _ range: Range<Int>, in part: Span<UInt8>, from offset: Int, _ number: Int, to output: inout ByteBuffer
        ) {
            count += 1
            if isTable {
                table.write(
                    part.extracting(range.lowerBound - offset..<range.upperBound - offset), range: range,
                    kind: "sentence", in: part, from: offset, number: number, to: &output)
            } else {
                write(range, in: part, from: offset, to: &output)
                output.append(byte: lineEnd)
            }
        }

        /// Writes of a text in a line what is at hand: what comes before has been written.
        private func write(_ range: Range<Int>, in part: Span<UInt8>, from offset: Int, to output: inout ByteBuffer) {
            let text = part.extracting(max(range.lowerBound - offset, 0)..<range.upperBound - offset)
            UTF8Validation.append(text, illFormed: policy, to: &output)
        }

        private mutating func endLine(_ number: Int, to output: inout ByteBuffer) {
            if format == .lines { output.append(byte: lineEnd) }
            table.endLine(number, to: &output)
        }

        mutating func takeTally() -> Tally {
            let tally = Tally(items: count)
            count = 0
            return tally
        }
    }
#endif
