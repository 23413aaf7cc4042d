#if CommandLineTool
    import ArabicText

    /// A stage that gets one column of each line; the others stay as they are, byte for byte. Of a line that comes in parts
    /// nothing is held, except where it is an error if the column does not come.
    struct ColumnStage: FieldStage {
        /// How far a line has come.
        private struct ColumnPlace {
            var column = 1
            /// Whether the line so far ends with a return, which belongs to its end if it ends here.
            var hasReturn = false
        }

        var stage: any LineStage
        /// From 1.
        private let column: Int
        private let result: StageResult
        let policy: IllFormedPolicy
        let lineEnd: UInt8
        let isStrict: Bool
        /// Where in a line the last part ended.
        private var place = ColumnPlace()
        /// What stands before the column.
        private var held = HeldLine<Void>()
        var skipped = 0
        var problem: (what: String, offset: Int)?

        init(_ stage: any LineStage, column: Int, of line: LineForm, gives result: StageResult, isStrict: Bool) {
            self.stage = stage
            self.column = column
            self.result = result
            self.isStrict = isStrict
            policy = line.policy
            lineEnd = line.lineEnd
        }

        var field: LineField { .column(column) }

        mutating func append(
            line: Span<UInt8>, illFormedAt illFormed: Int?, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            let start = output.count
            do throws(IllFormedUTF8Error) {
                try take(line, illFormedAt: illFormed, end: .endOfText, into: &output)
            } catch {
                output.truncate(to: start)
                throw error
            }
            if let illFormed { throw IllFormedUTF8Error(offset: illFormed) }
        }

        mutating func append(
            part: Span<UInt8>, of number: Int, end: PartEnd, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            let illFormed = firstIllFormed(in: part)
            let waits = isStrict && place.column < column
            if waits {
                var more = ByteBuffer(capacity: part.count)
                try take(part, illFormedAt: illFormed, end: end, into: &more)
                if illFormed == nil, end == .open, place.column < column {
                    more.withSpan { held.append($0) }
                } else {
                    if !held.range.isEmpty { held.put(held.range, as: ()) }
                    held.put(more)
                }
            } else {
                try take(part, illFormedAt: illFormed, end: end, into: &output)
            }
            if let illFormed { throw IllFormedUTF8Error(offset: illFormed) }
            if end != .terminated { return }
            if held.isWaiting { held.put([lineEnd]) } else { output.append(byte: lineEnd) }
        }

        /// Writes what stood before the column, now that it has come, and what came behind it meanwhile.
        mutating func appendMore(into output: inout ByteBuffer) -> Bool {
            guard let piece = held.next() else { return false }
            output.append(piece.bytes)
            if !held.isWaiting { held.removeAll() }
            return true
        }

        /// Takes the next part of a line. An ill-formed sequence ends the text, which is no error here.
        private mutating func take(
            _ part: Span<UInt8>, illFormedAt illFormed: Int?, end: PartEnd, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            let part = part.extracting(..<(illFormed ?? part.count))
            let end = illFormed == nil ? end : .endOfText
            if place.hasReturn, !part.isEmpty {
                let byte: InlineArray<1, UInt8> = [0x0D]
                try append(piece: byte.span, isLast: false, into: &output)
                place.hasReturn = false
            }
            let length = part.isEmpty || part[part.count - 1] != 0x0D ? part.count : part.count - 1
            if length < part.count { place.hasReturn = true }
            let isOpen = if case .open = end { true } else { false }
            var start = 0
            while place.column <= column, let tab = ByteScan.first(0x09, in: part.extracting(..<length), from: start) {
                try append(piece: part.extracting(start..<tab), isLast: true, into: &output)
                output.append(byte: 0x09)
                place.column += 1
                start = tab + 1
            }
            try append(piece: part.extracting(start..<length), isLast: !isOpen, into: &output)
            if isOpen { return }
            let ended = place
            place = ColumnPlace()
            if ended.column < column, illFormed == nil { try skipLine() }
            if ended.hasReturn { output.append(byte: 0x0D) }
        }

        /// Takes a piece of the column at hand.
        private mutating func append(
            piece: Span<UInt8>, isLast: Bool, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            if place.column != column { return output.append(copying: piece) }
            try stage.append(part: piece, of: 1, end: isLast ? .endOfText : .open, into: &output)
            while stage.appendMore(into: &output) {}
            // A stage that gives a list ends it as a line.
            if isLast, result == .list { output.truncate(to: output.count - 1) }
        }
    }
#endif
