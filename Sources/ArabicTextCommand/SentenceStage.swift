#if CommandLineTool
    import ArabicText

    /// Cuts lines into sentences, each of which becomes a line. Of a line that comes in parts, the sentence under way
    /// is written as it comes.
    struct SentenceStage: LineStage {
        private let splitter: ArabicSentenceSplitter
        private let policy: IllFormedPolicy
        private let lineEnd: UInt8
        /// Whether an empty line stands after the sentences of a line.
        private let endsLists: Bool
        private var count = 0

        // MARK: A line that comes in parts

        private var stream: SentenceStream
        /// What of the line may still have to be written: white space and ends, as far as what follows them decides.
        private var held: [UInt8] = []
        /// Where in the line that starts. What stands before is written, or is in no sentence.
        private var written = 0

        init(_ splitter: ArabicSentenceSplitter, _ form: LineForm, endsLists: Bool) {
            self.splitter = splitter
            self.endsLists = endsLists
            policy = form.policy
            lineEnd = form.lineEnd
            stream = SentenceStream(splitter.options)
        }

        mutating func append(
            lines: Span<UInt8>, from number: Int, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            let splitter = splitter
            lines.forEachLine(endingWith: lineEnd, from: number) { line, _ in
                splitter.forEachSentence(in: line) { sentence in
                    count += 1
                    UTF8Validation.append(line.extracting(sentence.range), illFormed: policy, to: &output)
                    output.append(byte: lineEnd)
                }
                if endsLists { output.append(byte: lineEnd) }
            }
        }

        mutating func append(
            part: Span<UInt8>, of number: Int, end: PartEnd, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            held.append(copying: part)
            let base = written
            // A copy, since the rest changes while it is read.
            var stream = self.stream
            stream.append(part) { write($0.range, from: base, to: &output) }
            if end == .open {
                write(text: stream.underWay, from: base, to: &output)
                held.removeFirst(written - base)
            } else {
                stream.finish { write($0.range, from: base, to: &output) }
                if endsLists { output.append(byte: lineEnd) }
                held.removeAll()
                written = 0
            }
            self.stream = stream
        }

        /// Writes a sentence. What is held starts at `base` in the line.
        private mutating func write(_ range: Range<Int>, from base: Int, to output: inout ByteBuffer) {
            count += 1
            write(text: range, from: base, to: &output)
            output.append(byte: lineEnd)
        }

        /// Writes what has not been written of a stretch of text.
        private mutating func write(text range: Range<Int>, from base: Int, to output: inout ByteBuffer) {
            let start = max(range.lowerBound, written)
            if start < range.upperBound {
                let text = held.span.extracting(start - base..<range.upperBound - base)
                UTF8Validation.append(text, illFormed: policy, to: &output)
            }
            written = max(written, range.upperBound)
        }

        mutating func takeTally() -> Tally {
            let tally = Tally(items: count)
            count = 0
            return tally
        }
    }
#endif
