#if CommandLineTool
    import ArabicText

    /// A stage that gives one field of each line to another stage; the rest of the line stays as it is, byte for byte.
    protocol FieldStage: LineStage {
        /// Gets the field.
        var stage: any LineStage { get set }
        var field: LineField { get }
        var policy: IllFormedPolicy { get }
        var lineEnd: UInt8 { get }
        /// Whether a line without the field is an error.
        var isStrict: Bool { get }
        /// How many lines had no field.
        var skipped: Int { get set }
        /// What is wrong with a line, and where in it.
        var problem: (what: String, offset: Int)? { get set }

        /// Takes a whole line without its end. If `illFormed` is an offset, the first ill-formed sequence stands there: the
        /// text ends before it, and this is thrown.
        mutating func append(
            line: Span<UInt8>, illFormedAt illFormed: Int?, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error)
    }

    extension FieldStage {
        // The bytes of a line are tested before its field is looked for.
        var checksItsInput: Bool { true }

        mutating func append(
            lines: Span<UInt8>, from number: Int, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            let bad = firstIllFormed(in: lines)
            var start = 0
            while start < lines.count {
                let end = ByteScan.first(lineEnd, in: lines, from: start) ?? lines.count
                let illFormed = bad.flatMap { $0 < end ? $0 - start : nil }
                do throws(IllFormedUTF8Error) {
                    try append(line: lines.extracting(start..<end), illFormedAt: illFormed, into: &output)
                } catch {
                    throw IllFormedUTF8Error(offset: start + error.offset)
                }
                output.append(byte: lineEnd)
                start = end + 1
            }
        }

        /// Where ill-formed UTF-8 is a failure.
        func firstIllFormed(in bytes: Span<UInt8>) -> Int? {
            policy == .fail ? UTF8Validation.firstIllFormed(in: bytes) : nil
        }

        /// Fails with a message on a place in the line.
        mutating func fail(_ what: String, at offset: Int) throws(IllFormedUTF8Error) {
            problem = (what, offset)
            throw IllFormedUTF8Error(offset: offset)
        }

        /// The line has no field.
        mutating func skipLine() throws(IllFormedUTF8Error) {
            if isStrict { try fail("no \(field)", at: 0) }
            skipped += 1
        }

        mutating func takeTally() -> Tally {
            var tally = stage.takeTally()
            tally.skippedLines = skipped
            skipped = 0
            return tally
        }

        func failure(at place: TextPosition, in name: String) -> InputError {
            guard let problem else { return .illFormed(name, at: place) }
            // A place in a part before is not that of what was thrown.
            var place = place
            place.offset = place.lineStart + problem.offset
            return .at(place, in: name, problem.what)
        }
    }
#endif
