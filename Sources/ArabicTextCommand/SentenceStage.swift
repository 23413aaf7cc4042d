#if CommandLineTool
    import ArabicText

    /// Cuts lines into sentences. Of a line that comes in parts, the sentence under way is written as it comes, as text; for
    /// a table it is held until its end is known.
    struct SentenceStage: LineStage {
        private let splitter: ArabicSentenceSplitter
        private let format: SentencesCommand.Format
        private let policy: IllFormedPolicy
        private var table: TokenTable
        private let lineEnd: UInt8
        private var count = 0

        // MARK: A line that comes in parts

        private var stream: SentenceStream
        /// What of the line may still have to be written.
        private var held = HeldLine<Void>()
        /// How much of it has been put to be written, as text, or is in no row to come.
        private var written = 0
        private var isAtEndOfLine = false

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
                splitter.forEachSentence(in: line) { sentence in
                    count += 1
                    if isTable {
                        table.write(
                            line.extracting(sentence.range), range: sentence.range, kind: Self.kind, in: line, from: 0,
                            number: number, to: &output)
                    } else {
                        UTF8Validation.append(line.extracting(sentence.range), illFormed: policy, to: &output)
                        output.append(byte: lineEnd)
                    }
                }
                endLine(number, to: &output)
            }
        }

        private static let kind = "sentence"

        private var isTable: Bool { format == .tsv || format == .json }

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

    // A line that comes in parts.
    extension SentenceStage {
        mutating func append(
            part: Span<UInt8>, of number: Int, end: PartEnd, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            // What is in no sentence counts too.
            if isTable { _ = units(to: written) }
            held.drop(to: written)
            held.append(part)
            var stream = self.stream
            stream.append(part) { put($0.range, number) }
            if case .open = end {
                let underWay = stream.underWay
                if isTable { written = underWay.lowerBound } else { put(text: underWay) }
            } else {
                stream.finish { put($0.range, number) }
                var bytes = ByteBuffer(capacity: 64)
                endLine(number, to: &bytes)
                held.put(bytes)
                isAtEndOfLine = true
            }
            self.stream = stream
            while output.count < SpilledBytes.pieceSize, appendMore(into: &output) {}
        }

        mutating func appendMore(into output: inout ByteBuffer) -> Bool {
            guard let piece = held.next() else {
                if isAtEndOfLine {
                    held.removeAll()
                    (written, isAtEndOfLine) = (0, false)
                }
                return false
            }
            if piece.form == nil {
                output.append(piece.bytes)
            } else if isTable {
                table.write(part: piece.bytes.span, to: &output)
            } else {
                UTF8Validation.append(piece.bytes.span, illFormed: policy, to: &output)
            }
            return true
        }

        /// A sentence is to be written.
        private mutating func put(_ range: Range<Int>, _ number: Int) {
            count += 1
            if !isTable {
                put(text: range)
                return held.put([lineEnd])
            }
            let start = units(to: range.lowerBound)
            let end = units(to: range.upperBound)
            var bytes = ByteBuffer(capacity: 128)
            table.startRow(start..<end, kind: Self.kind, number: number, to: &bytes)
            held.put(bytes)
            held.put(range, as: ())
            bytes.removeAll()
            table.startTerm(&bytes)
            held.put(bytes)
            held.put(range, as: ())
            bytes.removeAll()
            table.endRow(&bytes)
            held.put(bytes)
        }

        /// An offset in the line in the units of the table.
        private mutating func units(to offset: Int) -> Int {
            // Taken out: it changes while what is held is read.
            var table = self.table
            defer { self.table = table }
            return table.units(to: offset) { held.read(&$0) }
        }

        /// What has not been put of a stretch of text is to be written.
        private mutating func put(text range: Range<Int>) {
            let start = max(range.lowerBound, written)
            if start < range.upperBound { held.put(start..<range.upperBound, as: ()) }
            written = max(written, range.upperBound)
        }
    }
#endif
