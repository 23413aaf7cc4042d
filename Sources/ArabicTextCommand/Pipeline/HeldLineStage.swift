#if CommandLineTool
    import ArabicText

    /// A stage that needs the line that it is at as a whole.
    protocol WholeLineStage {
        /// The byte that ends a line.
        var lineEnd: UInt8 { get }

        /// Takes whole lines, each with its end, as a ``LineStage`` does.
        mutating func append(
            lines: Span<UInt8>, from number: Int, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error)

        /// Reads a whole line without its end. What becomes of it is written by the calls that follow. Throws the
        /// offset in the line of what fails.
        mutating func read(_ line: Span<UInt8>, of number: Int, end: PartEnd) throws(IllFormedUTF8Error)

        /// Writes more of what becomes of the line that was read, about as many bytes as `most` says; false where that
        /// was the rest.
        mutating func write(_ line: Span<UInt8>, most: Int, to output: inout ByteBuffer) -> Bool

        /// What it has counted since the last call.
        mutating func takeTally() -> Tally

        /// The message for what it has just thrown.
        func failure(at place: TextPosition, in name: String) -> InputError
    }

    extension WholeLineStage {
        mutating func append(
            lines: Span<UInt8>, from number: Int, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            var (start, number) = (0, number)
            while start < lines.count {
                let end = ByteScan.first(lineEnd, in: lines, from: start) ?? lines.count
                let line = lines.extracting(start..<end)
                do throws(IllFormedUTF8Error) {
                    try read(line, of: number, end: .terminated)
                } catch {
                    throw IllFormedUTF8Error(offset: start + error.offset)
                }
                while write(line, most: .max, to: &output) {}
                start = end + 1
                number += 1
            }
        }

        func failure(at place: TextPosition, in name: String) -> InputError {
            .illFormed(name, at: place)
        }
    }

    /// Holds a line that comes in parts, for a stage that needs it as a whole. What becomes of it is written in pieces,
    /// so that memory has to hold the line and little more.
    struct HeldLineStage<Stage: WholeLineStage>: LineStage {
        private var stage: Stage
        private let line = LineMemory()
        private var isTooLong = false
        /// Whether the line has ended, and not all that becomes of it is written.
        private var isWriting = false

        init(_ stage: Stage) { self.stage = stage }

        mutating func append(
            lines: Span<UInt8>, from number: Int, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            try stage.append(lines: lines, from: number, into: &output)
        }

        mutating func append(
            part: Span<UInt8>, of number: Int, end: PartEnd, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            let start = line.count
            isTooLong = !line.append(part)
            if isTooLong {
                line.removeAll()
                throw IllFormedUTF8Error(offset: 0)
            }
            if end == .open { return }
            do throws(IllFormedUTF8Error) {
                try line.withSpan { (line) throws(IllFormedUTF8Error) in
                    try stage.read(line, of: number, end: end)
                }
            } catch {
                line.removeAll()
                throw IllFormedUTF8Error(offset: error.offset - start)
            }
            isWriting = true
        }

        mutating func appendMore(into output: inout ByteBuffer) -> Bool {
            if !isWriting { return false }
            isWriting = line.withSpan { stage.write($0, most: TextBlock.readSize, to: &output) }
            if !isWriting { line.removeAll() }
            return true
        }

        mutating func takeTally() -> Tally { stage.takeTally() }

        func failure(at place: TextPosition, in name: String) -> InputError {
            if !isTooLong { return stage.failure(at: place, in: name) }
            return InputError(
                description: "\(name): line \(place.line): too long for memory, which has to hold it")
        }
    }
#endif
