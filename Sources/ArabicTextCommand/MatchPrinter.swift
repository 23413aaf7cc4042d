#if CommandLineTool
    import ArabicText

    /// How matching lines are written.
    struct MatchPrinter: Sendable {
        let lineNumbers: Bool
        let onlyMatching: Bool
        let colors: Bool
        let names: Bool
        let lineEnd: UInt8

        func print(count: Int, name: String, to bytes: inout ByteBuffer) {
            bytes.append(names ? "\(name):\(count)" : "\(count)")
            bytes.append(byte: lineEnd)
        }

        /// What stands before a line.
        func start(_ name: String, _ number: Int, to bytes: inout ByteBuffer) {
            if names { bytes.append("\(name):") }
            if lineNumbers { bytes.append("\(number):") }
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
