#if CommandLineTool
    import ArabicText

    /// What is wrong with a line.
    struct LineFault: Error, Equatable {
        /// Where in the line; its length where that ends too early.
        let offset: Int
        let what: String
    }

    /// Where the field of a line stands, and where what becomes of it goes.
    struct FieldPlace: Equatable {
        /// The text of the field.
        let text: Range<Int>
        /// What the result takes the place of.
        let target: Range<Int>
        /// Whether the result is added to the line, behind the format's `lead`.
        var isAdded = false
    }

    /// What becomes of a line.
    enum FieldSearch: Equatable {
        case found(FieldPlace)
        /// The line has no field.
        case missing
        /// The line stays, or is left out.
        case stays, leftOut
    }

    /// How a field stands in a line.
    protocol FieldFormat {
        /// What comes before a result that is added to a line.
        var lead: [UInt8] { get }

        /// Looks for the field. A line that is cut off by a fault has what stands before that.
        mutating func find(in line: Span<UInt8>, end: PartEnd) throws(LineFault) -> FieldSearch

        /// Writes what a stage makes of the next piece of the field's text, which ends between characters. Gives how
        /// many bytes of it are done: all, or all but the start of an escape that is not whole.
        mutating func write(
            _ text: Span<UInt8>, isLast: Bool, through stage: inout any LineStage, to output: inout ByteBuffer
        ) -> Int
    }

    /// Gives one field of each line to another stage; the rest of the line stays as it is, byte for byte, and so does a
    /// line without the field.
    struct FieldStage<Format: FieldFormat>: WholeLineStage {
        private var format: Format
        private var stage: any LineStage
        private let field: LineField
        let lineEnd: UInt8
        /// Whether a line without the field is an error.
        private let isStrict: Bool
        /// How many lines had no field.
        private var skipped = 0
        private var fault: LineFault?

        // MARK: The line that was read

        private var place = FieldPlace(text: 0..<0, target: 0..<0)
        /// What is written: what stands before the target, the result, or what stands behind the target.
        private var phase = Phase.behind
        /// What of the line is still to be written in this phase.
        private var rest = 0..<0
        private var hasEnd = false

        private enum Phase {
            case before, text, behind
        }

        /// The stage gets texts that are well-formed, or keeps what is not.
        init(
            _ format: Format, _ field: LineField, around stage: any LineStage, lineEnd: UInt8,
            isStrict: Bool
        ) {
            self.format = format
            self.field = field
            self.stage = stage
            self.lineEnd = lineEnd
            self.isStrict = isStrict
        }

        mutating func read(_ line: Span<UInt8>, of number: Int, end: PartEnd) throws(IllFormedUTF8Error) {
            (phase, rest, hasEnd) = (.behind, 0..<line.count, end == .terminated)
            do throws(LineFault) {
                switch try format.find(in: line, end: end) {
                case .found(let place):
                    self.place = place
                    (phase, rest) = (.before, 0..<place.target.lowerBound)
                case .missing:
                    if isStrict { throw LineFault(offset: 0, what: "no \(field)") }
                    skipped += 1
                case .stays: break
                case .leftOut: rest = 0..<0
                }
            } catch {
                fault = error
                throw IllFormedUTF8Error(offset: error.offset)
            }
        }

        mutating func write(_ line: Span<UInt8>, most: Int, to output: inout ByteBuffer) -> Bool {
            let start = output.count
            while output.count - start < most {
                switch phase {
                case .before:
                    copy(line, most: most, to: &output)
                    if !rest.isEmpty { continue }
                    if place.isAdded { output.append(format.lead) }
                    (phase, rest) = (.text, place.text)
                case .text:
                    let piece = pieceOfText(line.extracting(rest), most: most)
                    let isLast = piece == rest.count
                    let text = line.extracting(rest.prefix(piece))
                    let done = format.write(text, isLast: isLast, through: &stage, to: &output)
                    rest = rest.dropFirst(done)
                    if isLast { (phase, rest) = (.behind, place.target.upperBound..<line.count) }
                case .behind:
                    copy(line, most: most, to: &output)
                    if !rest.isEmpty { continue }
                    if hasEnd { output.append(byte: lineEnd) }
                    return false
                }
            }
            return true
        }

        private mutating func copy(_ line: Span<UInt8>, most: Int, to output: inout ByteBuffer) {
            let piece = rest.prefix(most)
            output.append(copying: line.extracting(piece))
            rest = rest.dropFirst(piece.count)
        }

        /// How many of the first bytes of a text are worked on at once.
        private func pieceOfText(_ text: Span<UInt8>, most: Int) -> Int {
            let size = max(most, Self.shortestPiece)
            if text.count <= size { return text.count }
            return size - UTF8Validation.truncatedEnd(of: text.extracting(..<size))
        }

        /// The longest escape and a character that is not whole fit in.
        private static var shortestPiece: Int { 16 }

        mutating func takeTally() -> Tally {
            var tally = stage.takeTally()
            tally.skippedLines = skipped
            skipped = 0
            return tally
        }

        func failure(at place: TextPosition, in name: String) -> InputError {
            guard let fault else { return .illFormed(name, at: place) }
            return .at(place, in: name, fault.what)
        }
    }
#endif
