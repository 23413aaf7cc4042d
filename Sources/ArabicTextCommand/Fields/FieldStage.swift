#if CommandLineTool
    import ArabicText

    /// A stage that gets one field of each line; the rest of the line stays as it is, byte for byte.
    struct FieldStage: LineStage {
        private var stage: any LineStage
        private let field: LineField
        private let result: StageResult
        private let policy: IllFormedPolicy
        private let lineEnd: UInt8
        private let isStrict: Bool
        /// For JSON.
        private var scanner: JSONScanner
        /// The start of a JSON line whose end has not come.
        private var held: [UInt8] = []
        /// Where in a line of columns the last part ended.
        private var place = ColumnPlace()
        private var skipped = 0
        /// What is wrong with a line, and where in it.
        private var problem: (what: String, offset: Int)?

        init(
            _ stage: any LineStage, _ field: LineField, of line: LineForm, gives result: StageResult, isStrict: Bool
        ) {
            self.stage = stage
            self.field = field
            self.result = result
            self.isStrict = isStrict
            policy = line.policy
            lineEnd = line.lineEnd
            switch field {
            case .column: scanner = JSONScanner([])
            case .member(let path, nil): scanner = JSONScanner([path])
            case .member(let path, let target?): scanner = JSONScanner([path, JSONPath(key: target)])
            }
        }

        // The bytes of a line are tested before its field is looked for.
        var checksItsInput: Bool { true }

        mutating func append(
            lines: Span<UInt8>, from number: Int, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            let bad = policy == .fail ? UTF8Validation.firstIllFormed(in: lines) : nil
            var start = 0
            while start < lines.count {
                let end = ByteScan.first(lineEnd, in: lines, from: start) ?? lines.count
                if let bad, bad < end { throw IllFormedUTF8Error(offset: bad) }
                do throws(IllFormedUTF8Error) {
                    try append(line: lines.extracting(start..<end), into: &output)
                } catch {
                    throw IllFormedUTF8Error(offset: start + error.offset)
                }
                output.append(byte: lineEnd)
                start = end + 1
            }
        }

        mutating func append(
            part: Span<UInt8>, of number: Int, end: PartEnd, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            if policy == .fail, let bad = UTF8Validation.firstIllFormed(in: part) {
                throw IllFormedUTF8Error(offset: bad)
            }
            switch field {
            case .column(let number): try append(part: part, column: number, end: end, into: &output)
            case .member(_, let target):
                held.append(copying: part)
                if case .open = end { return }
                let line = held
                held = []
                do throws(IllFormedUTF8Error) {
                    try append(object: line.span, target: target, into: &output)
                } catch {
                    // The place may be in a part before; the message takes it from `problem`.
                    throw IllFormedUTF8Error(offset: max(0, error.offset - line.count + part.count))
                }
            }
            if case .terminated = end { output.append(byte: lineEnd) }
        }

        mutating func takeTally() -> Tally {
            var tally = stage.takeTally()
            tally.skippedLines = skipped
            skipped = 0
            return tally
        }

        func failure(at place: TextPosition, in name: String) -> InputError {
            guard let problem else { return .illFormed(name, at: place) }
            return InputError(
                description: """
                    \(name): line \(place.line), column \(problem.offset + 1): \(problem.what) at byte \
                    \(place.lineStart + problem.offset)
                    """)
        }

        private mutating func append(
            line: Span<UInt8>, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            switch field {
            case .column(let number): try append(line: line, column: number, into: &output)
            case .member(_, let target): try append(object: line, target: target, into: &output)
            }
        }

        private mutating func fail(_ what: String, at offset: Int) throws(IllFormedUTF8Error) {
            problem = (what, offset)
            throw IllFormedUTF8Error(offset: offset)
        }

        /// A line without the field.
        private mutating func skip(_ line: Span<UInt8>, into output: inout ByteBuffer) throws(IllFormedUTF8Error) {
            if isStrict { try fail("no \(field)", at: 0) }
            skipped += 1
            output.append(copying: line)
        }

        /// What the stage makes of a text.
        private mutating func process(_ text: Span<UInt8>) throws(IllFormedUTF8Error) -> ByteBuffer {
            var processed = ByteBuffer(capacity: 2 * text.count)
            try stage.append(part: text, of: 1, end: .endOfText, into: &processed)
            return processed
        }
    }

    // Columns.
    extension FieldStage {
        /// How far a line has come.
        private struct ColumnPlace {
            var column = 1
            /// Whether the line so far ends with a return, which belongs to its end if it ends here.
            var hasReturn = false
        }

        private mutating func append(
            line: Span<UInt8>, column: Int, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            let start = output.count
            do throws(IllFormedUTF8Error) {
                try append(part: line, column: column, end: .endOfText, into: &output)
            } catch {
                output.truncate(to: start)
                throw error
            }
        }

        /// Takes the next part of a line: nothing of it is held.
        private mutating func append(
            part: Span<UInt8>, column: Int, end: PartEnd, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            if place.hasReturn, !part.isEmpty {
                let byte: InlineArray<1, UInt8> = [0x0D]
                try append(piece: byte.span, column: column, isLast: false, into: &output)
                place.hasReturn = false
            }
            let length = part.isEmpty || part[part.count - 1] != 0x0D ? part.count : part.count - 1
            if length < part.count { place.hasReturn = true }
            let isOpen = if case .open = end { true } else { false }
            var start = 0
            while place.column <= column, let tab = ByteScan.first(0x09, in: part.extracting(..<length), from: start) {
                try append(piece: part.extracting(start..<tab), column: column, isLast: true, into: &output)
                output.append(byte: 0x09)
                place.column += 1
                start = tab + 1
            }
            try append(piece: part.extracting(start..<length), column: column, isLast: !isOpen, into: &output)
            if isOpen { return }
            let ended = place
            place = ColumnPlace()
            if ended.column < column {
                if isStrict { try fail("no \(field)", at: 0) }
                skipped += 1
            }
            if ended.hasReturn { output.append(byte: 0x0D) }
        }

        /// Takes a piece of the column at hand.
        private mutating func append(
            piece: Span<UInt8>, column: Int, isLast: Bool, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            if place.column != column { return output.append(copying: piece) }
            try stage.append(part: piece, of: 1, end: isLast ? .endOfText : .open, into: &output)
            // A stage that gives a list ends it as a line.
            if isLast, result == .list { output.truncate(to: output.count - 1) }
        }
    }

    // Members of JSON objects.
    extension FieldStage {
        private mutating func append(
            object line: Span<UInt8>, target: String?, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            if isBlank(line) { return output.append(copying: line) }
            do throws(JSONSyntaxError) {
                try scanner.scan(line)
            } catch {
                try fail("this is no JSON", at: error.offset)
            }
            guard let source = scanner.values[0], source.isString, let end = scanner.objectEnd else {
                return try skip(line, into: &output)
            }
            let text = try text(of: source.range, in: line)
            let processed = try process(text.span)
            if let value = target == nil ? source : scanner.values[1] {
                output.append(copying: line.extracting(..<value.range.lowerBound))
                write(processed, to: &output)
                output.append(copying: line.extracting(value.range.upperBound...))
                return
            }
            output.append(copying: line.extracting(..<end))
            if scanner.hasMembers { output.append(byte: UInt8(ascii: ",")) }
            let key = target.map { Array($0.utf8) } ?? []
            JSONText.append(key.span, to: &output)
            output.append(byte: UInt8(ascii: ":"))
            write(processed, to: &output)
            output.append(copying: line.extracting(end...))
        }

        private func isBlank(_ line: Span<UInt8>) -> Bool {
            for index in 0..<line.count where line[index] != 0x20 && line[index] != 0x09 && line[index] != 0x0D {
                return false
            }
            return true
        }

        /// What a string says, in well-formed UTF-8.
        private mutating func text(
            of range: Range<Int>, in line: Span<UInt8>
        ) throws(IllFormedUTF8Error) -> [UInt8] {
            var text: [UInt8] = []
            let lone = JSONText.decode(line.extracting(range), to: &text)
            if policy == .fail, let lone {
                try fail("half a pair of surrogates is no character", at: range.lowerBound + lone)
            }
            guard UTF8Validation.firstIllFormed(in: text.span) != nil else { return text }
            var replaced = ByteBuffer(capacity: text.count)
            UTF8Validation.append(text.span, illFormed: .replace, to: &replaced)
            var bytes: [UInt8] = []
            replaced.appendAll(to: &bytes)
            return bytes
        }

        private func write(_ processed: borrowing ByteBuffer, to output: inout ByteBuffer) {
            if result == .text { return processed.withSpan { JSONText.append($0, to: &output) } }
            output.append(byte: UInt8(ascii: "["))
            processed.withSpan { pieces in
                var start = 0
                while let end = ByteScan.first(0xFF, in: pieces, from: start), end > start {
                    if start > 0 { output.append(byte: UInt8(ascii: ",")) }
                    JSONText.append(pieces.extracting(start..<end), to: &output)
                    start = end + 1
                }
            }
            output.append(byte: UInt8(ascii: "]"))
        }
    }
#endif
