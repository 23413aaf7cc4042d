#if CommandLineTool
    import ArabicText

    /// Cuts lines into sentences. Of a line that comes in parts, the sentence under way is held.
    struct SentenceStage: LineStage {
        private let splitter: ArabicSentenceSplitter
        private let format: SentencesCommand.Format
        private let policy: IllFormedPolicy
        private var table: TokenTable
        private let lineEnd: UInt8
        private var stream: SentenceStream
        /// The line from an offset on: what comes after the last sentence that is done.
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
            var done = heldStart
            var stream = self.stream
            stream.append(part) { sentence in
                write(sentence.range, in: text.span, from: heldStart, number, to: &output)
                done = sentence.range.upperBound
            }
            if case .open = end {
                let count = done - heldStart
                if format == .tsv || format == .json { table.endPart(text.span.extracting(..<count), from: heldStart) }
                if count > 0 { held = Array(text[count...]) }
                heldStart = done
                self.stream = stream
                return
            }
            stream.finish { write($0.range, in: text.span, from: heldStart, number, to: &output) }
            self.stream = stream
            held = []
            heldStart = 0
            endLine(number, to: &output)
        }

        /// Writes a sentence of a line, of which there is the part from an offset on.
        private mutating func write(
            _ range: Range<Int>, in part: Span<UInt8>, from offset: Int, _ number: Int, to output: inout ByteBuffer
        ) {
            count += 1
            let text = part.extracting(range.lowerBound - offset..<range.upperBound - offset)
            switch format {
            case .tsv, .json:
                table.write(
                    text, range: range, kind: "sentence", in: part, from: offset, number: number, to: &output)
            case .text, .lines:
                UTF8Validation.append(text, illFormed: policy, to: &output)
                output.append(byte: lineEnd)
            }
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
