#if CommandLineTool
    import ArabicText

    /// Writes what a stage gives, as it comes, as a value of JSON: a text as a string, pieces as an array of strings.
    struct JSONResultWriter {
        /// What ends a piece: no byte of UTF-8.
        static let pieceEnd: UInt8 = 0xFF

        private let result: StageResult
        private var isOpen = false
        /// Whether the array has a piece, and whether one is open.
        private var hasPieces = false
        private var isInPiece = false

        init(_ result: StageResult) { self.result = result }

        /// Takes the next bytes, which end between characters.
        mutating func append(_ bytes: Span<UInt8>, to output: inout ByteBuffer) {
            open(&output)
            if result == .text { return JSONText.append(part: bytes, to: &output) }
            var start = 0
            while start < bytes.count {
                let end = ByteScan.first(Self.pieceEnd, in: bytes, from: start) ?? bytes.count
                if end > start { append(part: bytes.extracting(start..<end), to: &output) }
                if end < bytes.count { closePiece(&output) }
                start = end + 1
            }
        }

        /// Ends the value.
        mutating func finish(to output: inout ByteBuffer) {
            open(&output)
            closePiece(&output)
            output.append(byte: result == .text ? UInt8(ascii: "\"") : UInt8(ascii: "]"))
            (isOpen, hasPieces) = (false, false)
        }

        private mutating func open(_ output: inout ByteBuffer) {
            if isOpen { return }
            output.append(byte: result == .text ? UInt8(ascii: "\"") : UInt8(ascii: "["))
            isOpen = true
        }

        private mutating func append(part: Span<UInt8>, to output: inout ByteBuffer) {
            if !isInPiece {
                if hasPieces { output.append(byte: UInt8(ascii: ",")) }
                output.append(byte: UInt8(ascii: "\""))
                (hasPieces, isInPiece) = (true, true)
            }
            JSONText.append(part: part, to: &output)
        }

        /// Where no piece is open, the list is at its end.
        private mutating func closePiece(_ output: inout ByteBuffer) {
            if isInPiece { output.append(byte: UInt8(ascii: "\"")) }
            isInPiece = false
        }
    }
#endif
