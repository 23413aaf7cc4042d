#if CommandLineTool
    import ArabicText

    /// How matching lines are written.
    struct MatchPrinter: Sendable {
        let lineNumbers: Bool
        let onlyMatching: Bool
        let colors: Bool
        let names: Bool
        let lineEnd: UInt8

        func print(count: Int, name: [UInt8], to bytes: inout ByteBuffer) {
            startName(name, to: &bytes)
            bytes.append(decimal: count)
            bytes.append(byte: lineEnd)
        }

        /// What stands before a line.
        func start(_ name: [UInt8], _ number: Int, to bytes: inout ByteBuffer) {
            startName(name, to: &bytes)
            if lineNumbers { bytes.append("\(number):") }
        }

        /// The name of a file is bytes, as the system has it, so that programs that read this find the file.
        private func startName(_ name: [UInt8], to bytes: inout ByteBuffer) {
            if !names { return }
            bytes.append(name)
            bytes.append(byte: UInt8(ascii: ":"))
        }

        /// What stands before a match.
        func startMatch(to bytes: inout ByteBuffer) {
            if colors { bytes.append(literal: "\u{1B}[1;31m") }
        }

        /// What stands behind a match.
        func endMatch(to bytes: inout ByteBuffer) {
            if colors { bytes.append(literal: "\u{1B}[m") }
            if onlyMatching { bytes.append(byte: lineEnd) }
        }
    }
#endif
