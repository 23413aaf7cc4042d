#if CommandLineTool
    import ArabicText

    /// A stage that gets a string of each line, which is a JSON object.
    struct MemberStage: FieldStage {
        /// What becomes of a stretch of the line.
        private enum Form {
            /// It stays.
            case copy
            /// It stands between the quotes of the string, and goes through the stage.
            case text
        }

        /// What a line is made of when it is written.
        private enum Stretch {
            case line(Range<Int>, Form)
            case bytes([UInt8])
        }

        var stage: any LineStage
        let field: LineField
        let policy: IllFormedPolicy
        let lineEnd: UInt8
        let isStrict: Bool
        var skipped = 0
        var problem: (what: String, offset: Int)?
        private var scanner: JSONScanner
        private var held = HeldLine<Form>()
        private var decoder = JSONStringDecoder()
        private var writer: JSONResultWriter

        init(
            _ stage: any LineStage, _ path: JSONPath, into target: String?, of line: LineForm,
            gives result: StageResult, isStrict: Bool
        ) {
            self.stage = stage
            self.isStrict = isStrict
            field = .member(path, into: target)
            policy = line.policy
            lineEnd = line.lineEnd
            scanner = JSONScanner([path] + (target.map { [JSONPath(key: $0)] } ?? []))
            writer = JSONResultWriter(result)
        }

        mutating func append(
            line: Span<UInt8>, illFormedAt illFormed: Int?, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            try read(line, illFormedAt: illFormed)
            for stretch in try stretches() {
                switch stretch {
                case .bytes(let bytes): output.append(bytes)
                case .line(let range, .copy): output.append(copying: line.extracting(range))
                case .line(let range, .text): process(line.extracting(range), isLast: true, into: &output)
                }
            }
        }

        mutating func append(
            part: Span<UInt8>, of number: Int, end: PartEnd, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            let start = scanner.count
            do throws(IllFormedUTF8Error) {
                try read(part, illFormedAt: firstIllFormed(in: part))
                held.append(part)
                if case .open = end { return }
                for stretch in try stretches() {
                    switch stretch {
                    case .bytes(let bytes): held.put(bytes)
                    case .line(let range, let form): held.put(range, as: form)
                    }
                }
                if case .terminated = end { held.put([lineEnd]) }
            } catch {
                throw IllFormedUTF8Error(offset: error.offset - start)
            }
        }

        /// Writes a line that came in parts, piece by piece.
        mutating func appendMore(into output: inout ByteBuffer) -> Bool {
            guard let piece = held.next() else { return false }
            switch piece.form {
            case .text?: process(piece.bytes.span, isLast: piece.isLast, into: &output)
            case .copy?, nil: output.append(piece.bytes)
            }
            if !held.isWaiting { held.removeAll() }
            return true
        }

        /// Reads the next bytes of a line, as far as they are well-formed. Of two faults the first counts.
        private mutating func read(_ bytes: Span<UInt8>, illFormedAt illFormed: Int?) throws(IllFormedUTF8Error) {
            let start = scanner.count
            do throws(JSONSyntaxError) {
                try scanner.append(bytes.extracting(..<(illFormed ?? bytes.count)))
            } catch {
                try fail(error.reason, at: error.offset)
            }
            if let illFormed { throw IllFormedUTF8Error(offset: start + illFormed) }
        }

        /// What becomes of the line that has been read to its end; the scanner then starts anew.
        private mutating func stretches() throws(IllFormedUTF8Error) -> [Stretch] {
            defer { scanner.start() }
            let whole = [Stretch.line(0..<scanner.count, .copy)]
            if scanner.isBlank { return whole }
            do throws(JSONSyntaxError) {
                try scanner.finish()
            } catch {
                try fail(error.reason, at: error.offset)
            }
            guard let source = scanner.values[0], source.isString, let end = scanner.objectEnd else {
                try skipLine()
                return whole
            }
            if policy == .fail, let lone = source.loneSurrogate {
                try fail("half a pair of surrogates is no character", at: lone)
            }
            let text = Stretch.line(source.range.lowerBound + 1..<source.range.upperBound - 1, .text)
            // The result goes into another member of the outermost object, if one is named.
            guard case .member(_, let target?) = field else { return stretches(with: text, at: source.range) }
            if let value = scanner.values[1] { return stretches(with: text, at: value.range) }
            var key: [UInt8] = scanner.hasMembers ? [UInt8(ascii: ",")] : []
            key.append(room: 64) { JSONText.append(target.utf8Span.span, to: &$0) }
            key.append(UInt8(ascii: ":"))
            return [.line(0..<end, .copy), .bytes(key), text, .line(end..<scanner.count, .copy)]
        }

        /// The line with a value instead of what is at a range.
        private func stretches(with value: Stretch, at range: Range<Int>) -> [Stretch] {
            [.line(0..<range.lowerBound, .copy), value, .line(range.upperBound..<scanner.count, .copy)]
        }

        /// Writes what the stage makes of a piece of the string.
        private mutating func process(_ piece: Span<UInt8>, isLast: Bool, into output: inout ByteBuffer) {
            var text: [UInt8] = []
            decoder.append(piece, isLast: isLast, to: &text)
            var processed = ByteBuffer(capacity: 2 * text.count)
            do throws(IllFormedUTF8Error) {
                try stage.append(part: text.span, of: 1, end: isLast ? .endOfText : .open, into: &processed)
            } catch {
                // It keeps what is ill-formed, and what the decoder gives is not.
            }
            repeat {
                processed.withSpan { writer.append($0, to: &output) }
                processed.removeAll()
            } while stage.appendMore(into: &processed)
            if isLast { writer.finish(to: &output) }
        }
    }
#endif
