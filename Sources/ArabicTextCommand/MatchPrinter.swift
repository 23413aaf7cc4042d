#if CommandLineTool
    import ArabicText

    /// Writes matching lines.
    struct MatchPrinter: Sendable {
        let lineNumbers: Bool
        let onlyMatching: Bool
        let colors: Bool
        let names: Bool
        let lineEnd: UInt8

        func print(_ line: Span<UInt8>, _ ranges: [Range<Int>], name: String, number: Int, to bytes: inout ByteBuffer) {
            if onlyMatching {
                print(matches: ranges, of: line, name: name, number: number, to: &bytes)
                return
            }
            start(name, number, to: &bytes)
            print(0..<line.count, of: line, ranges, to: &bytes)
            bytes.append(byte: lineEnd)
        }

        /// Each match on a line.
        func print(
            matches ranges: [Range<Int>], of line: Span<UInt8>, name: String, number: Int, to bytes: inout ByteBuffer
        ) {
            for range in ranges {
                start(name, number, to: &bytes)
                match(line, range, to: &bytes)
                bytes.append(byte: lineEnd)
            }
        }

        /// A part of a line, in which matches stand.
        func print(
            _ part: Range<Int>, of line: Span<UInt8>, _ ranges: [Range<Int>], to bytes: inout ByteBuffer
        ) {
            var end = part.lowerBound
            for range in ranges {
                append(line, end..<range.lowerBound, to: &bytes)
                match(line, range, to: &bytes)
                end = range.upperBound
            }
            append(line, end..<part.upperBound, to: &bytes)
        }

        func print(count: Int, name: String, to bytes: inout ByteBuffer) {
            bytes.append(names ? "\(name):\(count)" : "\(count)")
            bytes.append(byte: lineEnd)
        }

        /// What stands before a line.
        func start(_ name: String, _ number: Int, to bytes: inout ByteBuffer) {
            if names { bytes.append("\(name):") }
            if lineNumbers { bytes.append("\(number):") }
        }

        private func match(_ line: Span<UInt8>, _ range: Range<Int>, to bytes: inout ByteBuffer) {
            if colors { bytes.append("\u{1B}[1;31m") }
            append(line, range, to: &bytes)
            if colors { bytes.append("\u{1B}[m") }
        }

        private func append(_ line: Span<UInt8>, _ range: Range<Int>, to bytes: inout ByteBuffer) {
            bytes.append(copying: line.extracting(range))
        }
    }
#endif
