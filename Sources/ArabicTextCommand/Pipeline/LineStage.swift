import ArabicText

/// How a part of a line ends.
enum PartEnd {
    /// More of the line follows.
    case open
    /// The line's end followed.
    case terminated
    /// The text ended, without a line end.
    case endOfText
    /// What is no UTF-8 follows, and ends the text. Another tells that.
    case fault
}

/// A stage at work: turns lines of a text into the bytes of its output.
///
/// What it gives for a line depends on that line alone (and on its number), so that lines may be worked on by several
/// threads, each with a stage of its own, and the outputs be joined in order. Between lines a stage keeps nothing but
/// memory to work in.
protocol LineStage {
    /// Takes whole lines, each with its end. The number is that of the first, from 1.
    ///
    /// Throws the offset in `lines` of what is no UTF-8, where that is a failure; then the output has what the stage makes
    /// of a text that ends there.
    mutating func append(
        lines: Span<UInt8>, from number: Int, into output: inout ByteBuffer
    ) throws(IllFormedUTF8Error)

    /// Takes the next part of a line that is too long for a block, or whose end is missing. It ends between characters.
    ///
    /// Throws as ``append(lines:from:into:)`` does. The offset counts from the start of the part, and is negative where the
    /// fault stands in one before, which had to be held back.
    mutating func append(
        part: Span<UInt8>, of number: Int, end: PartEnd, into output: inout ByteBuffer
    ) throws(IllFormedUTF8Error)

    /// Appends more of what it has for the part that it took last, which may be much; false where that was all.
    mutating func appendMore(into output: inout ByteBuffer) -> Bool

    /// Whether it throws what the policy says by itself; otherwise another tests its input.
    var checksItsInput: Bool { get }

    /// What it has counted since the last call.
    mutating func takeTally() -> Tally

    /// The message for what it has just thrown.
    func failure(at place: TextPosition, in name: String) -> InputError
}

extension LineStage {
    var checksItsInput: Bool { false }
    mutating func appendMore(into output: inout ByteBuffer) -> Bool { false }
    mutating func takeTally() -> Tally { Tally() }
    func failure(at place: TextPosition, in name: String) -> InputError { .illFormed(name, at: place) }

    /// Appends what it makes of a text, or of the next part of one. It must not fail on what is ill-formed.
    mutating func append(text: Span<UInt8>, isLast: Bool, into output: inout ByteBuffer) {
        do throws(IllFormedUTF8Error) {
            try append(part: text, of: 1, end: isLast ? .endOfText : .open, into: &output)
        } catch {
            // Not with its policy.
        }
    }
}

/// Makes a stage for the input of that name.
typealias StageMaker = @Sendable (_ name: String) -> any LineStage

extension Span<UInt8> {
    /// Calls a function with each line, without its end, and with its number.
    func forEachLine(endingWith lineEnd: UInt8, from number: Int, _ body: (Span<UInt8>, Int) -> Void) {
        var start = 0
        var number = number
        while start < count {
            let end = ByteScan.first(lineEnd, in: self, from: start) ?? count
            body(extracting(start..<end), number)
            start = end + 1
            number += 1
        }
    }
}

/// A stage that copies line ends and carries nothing over a line feed, so that lines that end with one may be taken together.
protocol JoinedLineStage: LineStage {
    var lineEnd: UInt8 { get }

    /// Takes whole lines, or one without its end.
    mutating func append(whole text: Span<UInt8>, into output: inout ByteBuffer)
}

extension JoinedLineStage {
    mutating func append(
        lines: Span<UInt8>, from number: Int, into output: inout ByteBuffer
    ) throws(IllFormedUTF8Error) {
        if lineEnd == 0x0A { return append(whole: lines, into: &output) }
        lines.forEachLine(endingWith: lineEnd, from: number) { line, _ in
            append(whole: line, into: &output)
            output.append(byte: lineEnd)
        }
    }
}

/// A stage behind a test of its input: what is no UTF-8 ends the text.
struct CheckedStage: LineStage {
    private var stage: any LineStage
    private let lineEnd: UInt8
    /// Whether a line that comes in parts has any bytes so far.
    private var isInsideLine = false

    init(_ stage: any LineStage, lineEnd: UInt8) {
        self.stage = stage
        self.lineEnd = lineEnd
    }

    mutating func append(
        lines: Span<UInt8>, from number: Int, into output: inout ByteBuffer
    ) throws(IllFormedUTF8Error) {
        guard let bad = UTF8Validation.firstIllFormed(in: lines) else {
            return try stage.append(lines: lines, from: number, into: &output)
        }
        let end = ByteScan.last(lineEnd, in: lines.extracting(..<bad)).map { $0 + 1 } ?? 0
        let whole = lines.extracting(..<end)
        if end > 0 { try stage.append(lines: whole, from: number, into: &output) }
        if end < bad {
            let number = number + ByteScan.count(lineEnd, in: whole)
            do throws(IllFormedUTF8Error) {
                try stage.append(part: lines.extracting(end..<bad), of: number, end: .fault, into: &output)
            } catch {
                throw IllFormedUTF8Error(offset: end + error.offset)
            }
        }
        throw IllFormedUTF8Error(offset: bad)
    }

    mutating func append(
        part: Span<UInt8>, of number: Int, end: PartEnd, into output: inout ByteBuffer
    ) throws(IllFormedUTF8Error) {
        let wasInsideLine = isInsideLine
        guard let bad = UTF8Validation.firstIllFormed(in: part) else {
            isInsideLine = end == .open && (wasInsideLine || !part.isEmpty)
            return try stage.append(part: part, of: number, end: end, into: &output)
        }
        isInsideLine = false
        // A line of which nothing came is no line.
        if wasInsideLine || bad > 0 {
            try stage.append(part: part.extracting(..<bad), of: number, end: .fault, into: &output)
        }
        throw IllFormedUTF8Error(offset: bad)
    }

    mutating func appendMore(into output: inout ByteBuffer) -> Bool { stage.appendMore(into: &output) }

    mutating func takeTally() -> Tally { stage.takeTally() }

    func failure(at place: TextPosition, in name: String) -> InputError { stage.failure(at: place, in: name) }
}
