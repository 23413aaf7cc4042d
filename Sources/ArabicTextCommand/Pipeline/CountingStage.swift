#if CommandLineTool
    import ArabicText

    /// A stage whose input and output are looked at for `--stats`.
    struct CountingStage: LineStage {
        private var stage: any LineStage
        private let lineEnd: UInt8
        /// Whether each line of the output stands for one of the input.
        private let comparesLines: Bool
        private var part = PartComparison()
        private var isAtEndOfLine = false
        private var tally = Tally()

        init(_ stage: any LineStage, lineEnd: UInt8, comparesLines: Bool) {
            self.stage = stage
            self.lineEnd = lineEnd
            self.comparesLines = comparesLines
        }

        var checksItsInput: Bool { stage.checksItsInput }

        mutating func append(
            lines: Span<UInt8>, from number: Int, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            let start = output.count
            let result = Result { () throws(IllFormedUTF8Error) in
                try stage.append(lines: lines, from: number, into: &output)
            }
            // What comes after a failure is not there any more.
            let end =
                if case .failure(let error) = result { min(max(error.offset, 0), lines.count) } else { lines.count }
            let taken = lines.extracting(..<end)
            tally.illFormedBytes += UTF8Validation.illFormedCount(in: taken)
            if comparesLines {
                tally.changedLines += output.withSpan { changedLines(taken, $0.extracting(start...)) }
            }
            try result.get()
        }

        mutating func append(
            part: Span<UInt8>, of number: Int, end: PartEnd, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            let start = output.count
            do throws(IllFormedUTF8Error) {
                try stage.append(part: part, of: number, end: end, into: &output)
            } catch {
                self.part = PartComparison()
                throw error
            }
            tally.illFormedBytes += UTF8Validation.illFormedCount(in: part)
            guard comparesLines else { return }
            self.part.takeInput(part)
            if end == .terminated { self.part.takeInput([lineEnd].span) }
            output.withSpan { self.part.takeOutput($0.extracting(start...)) }
            isAtEndOfLine = end != .open
        }

        mutating func appendMore(into output: inout ByteBuffer) -> Bool {
            let start = output.count
            guard stage.appendMore(into: &output) else {
                endLine()
                return false
            }
            if comparesLines { output.withSpan { part.takeOutput($0.extracting(start...)) } }
            return true
        }

        /// All that came out for a line that came in parts has been seen.
        private mutating func endLine() {
            if !isAtEndOfLine { return }
            if part.isChanged { tally.changedLines += 1 }
            part = PartComparison()
            isAtEndOfLine = false
        }

        mutating func takeTally() -> Tally {
            var tally = stage.takeTally()
            tally += self.tally
            self.tally = Tally()
            return tally
        }

        func failure(at place: TextPosition, in name: String) -> InputError { stage.failure(at: place, in: name) }

        private func changedLines(_ input: Span<UInt8>, _ output: Span<UInt8>) -> Int {
            if input.hasSameBytes(as: output) { return 0 }
            var changed = 0
            var (inputStart, outputStart) = (0, 0)
            while inputStart < input.count {
                let inputEnd = ByteScan.first(lineEnd, in: input, from: inputStart) ?? input.count
                let outputEnd = ByteScan.first(lineEnd, in: output, from: outputStart) ?? output.count
                let line = output.extracting(outputStart..<outputEnd)
                if !input.extracting(inputStart..<inputEnd).hasSameBytes(as: line) { changed += 1 }
                inputStart = inputEnd + 1
                outputStart = min(outputEnd + 1, output.count)
            }
            return changed
        }
    }

    /// Compares a line that comes in parts with what comes out, which may lag behind or come when all is there.
    private struct PartComparison {
        /// Whether the line is another.
        var isChanged: Bool { input != output }
        private var input = Fingerprint()
        private var output = Fingerprint()

        mutating func takeInput(_ bytes: Span<UInt8>) { input.append(bytes) }
        mutating func takeOutput(_ bytes: Span<UInt8>) { output.append(bytes) }
    }

    /// What tells bytes from others, wherever either are cut into parts. Others have the same one by a chance of 2⁻⁶⁴,
    /// which nobody can bring about: the hash has a secret.
    private struct Fingerprint: Equatable {
        private var count = 0
        private var hasher = Hasher()

        mutating func append(_ bytes: Span<UInt8>) {
            count += bytes.count
            // SAFETY: the bytes are read before the closure ends.
            unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
        }

        static func == (left: Self, right: Self) -> Bool {
            left.count == right.count && left.hasher.finalize() == right.hasher.finalize()
        }
    }
#endif
