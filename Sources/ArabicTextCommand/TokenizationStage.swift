#if CommandLineTool
    import ArabicText

    /// Cuts lines into tokens.
    struct TokenizationStage: LineStage {
        private let tokenizer: ArabicTokenizer
        private let splitter: ArabicCliticSplitter?
        private let leavesOutSigns: Bool
        private var writer: TokenWriter
        private let lineEnd: UInt8
        /// For a line that comes in parts.
        private var held: HeldText

        init(
            rules: TokenizationRules, splitter: ArabicCliticSplitter?, leavesOutSigns: Bool, writer: TokenWriter,
            lineEnd: UInt8
        ) {
            tokenizer = ArabicTokenizer(rules)
            self.splitter = splitter
            self.leavesOutSigns = leavesOutSigns
            self.writer = writer
            self.lineEnd = lineEnd
            held = HeldText(rules)
        }

        mutating func append(
            lines: Span<UInt8>, from number: Int, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            // No token goes beyond a line feed, so lines may be taken together.
            if lineEnd == 0x0A {
                if !writer.hasPlaces, splitter == nil, writer.keepsBytes(of: lines) {
                    return appendBatches(lines, from: number, into: &output)
                }
                return appendTogether(lines, from: number, into: &output)
            }
            lines.forEachLine(endingWith: lineEnd, from: number) { line, number in
                tokenizer.forEachToken(in: line) { write($0, $0.range, in: line, from: 0, number, to: &output) }
                writer.endLine(number, to: &output)
            }
        }

        /// Without places the tokens of a line are written at once.
        private mutating func appendBatches(_ lines: Span<UInt8>, from number: Int, into output: inout ByteBuffer) {
            var place = LinePlace(in: lines, number: number)
            tokenizer.forEachBatch(in: lines) { tokens in
                writer.writeBatch(
                    of: tokens.count, &place, in: lines, to: &output,
                    firstIndex: { tokens.firstIndex(from: $0, startingBehind: $1) }
                ) { range, separator, output in
                    tokens.append(
                        range, of: lines, leavingOutSigns: leavesOutSigns, separator: separator, to: &output)
                }
            }
            writer.endLines(&place, in: lines, to: &output)
        }

        private mutating func appendTogether(_ lines: Span<UInt8>, from number: Int, into output: inout ByteBuffer) {
            var place = LinePlace(in: lines, number: number)
            tokenizer.forEachToken(in: lines) { token in
                while token.range.lowerBound > place.end {
                    writer.endLine(&place, in: lines, to: &output)
                }
                let range = token.range.lowerBound - place.start..<token.range.upperBound - place.start
                write(token, range, in: lines, from: -place.start, place.number, to: &output)
            }
            writer.endLines(&place, in: lines, to: &output)
        }

        mutating func append(
            part: Span<UInt8>, of number: Int, end: PartEnd, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            held.append(part)
            writeSettled(number, to: &output)
            if case .open = end { return }
            held.finish()
            writeSettled(number, to: &output)
            held.restart()
            writer.endLine(number, to: &output)
        }

        private mutating func writeSettled(_ number: Int, to output: inout ByteBuffer) {
            // Taken out, so that it is not copied.
            let held = self.held
            let text = held.bytes.span
            tokenizer.forEachToken(in: text, before: held.settled) { token in
                let range = token.range.lowerBound + held.base..<token.range.upperBound + held.base
                write(token, range, in: text, from: held.base, number, to: &output)
            }
            held.withSettled { writer.endPart($0, from: $1) }
        }

        /// Writes a token that is at a range of its line, of which there is the part from an offset on.
        private mutating func write(
            _ token: Token, _ range: Range<Int>, in part: Span<UInt8>, from offset: Int, _ number: Int,
            to output: inout ByteBuffer
        ) {
            if token.kind == .space || leavesOutSigns && !token.isTerm { return }
            if let splitter, token.kind == .arabic {
                return writer.write(splitter, range, in: part, from: offset, number: number, to: &output)
            }
            writer.write(
                part.extracting(token.range), range: range, kind: token.kind, in: part, from: offset, number: number,
                to: &output)
        }

        mutating func takeTally() -> Tally { writer.takeTally() }
    }

    extension TokenWriter {
        /// Writes the pieces of a word.
        fileprivate mutating func write(
            _ splitter: ArabicCliticSplitter, _ range: Range<Int>, in part: Span<UInt8>, from offset: Int, number: Int,
            to bytes: inout ByteBuffer
        ) {
            let word = part.extracting(range.lowerBound - offset..<range.upperBound - offset)
            if hasPlaces {
                splitter.forEachPiece(of: word) { piece in
                    let place = range.lowerBound + piece.range.lowerBound..<range.lowerBound + piece.range.upperBound
                    writePlace(
                        word.extracting(piece.range), range: place, kind: piece.role.rawValue, in: part, from: offset,
                        number: number, to: &bytes)
                }
                return
            }
            var joined: [UInt8] = []
            splitter.forEachPiece(of: word) { piece in
                if piece.range.lowerBound > 0 { joined.append(0x2B) }
                joined.append(copying: word.extracting(piece.range))
            }
            write(joined.span, range: range, kind: .arabic, in: part, from: offset, number: number, to: &bytes)
        }
    }
#endif
