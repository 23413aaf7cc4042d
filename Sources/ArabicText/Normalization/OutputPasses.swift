/// The steps that any letter can trigger: they run over the output of the others, scalar by scalar, with a little
/// memory of what came before.
struct OutputPasses: Sendable {
    private let elongation: NormalizationProfile.Elongation
    private let whiteSpace: NormalizationProfile.WhiteSpace

    /// How many bytes have been taken, over all parts of the text.
    private var consumed = 0
    /// The letter of the run at hand, and how often it has come.
    private var letter: UInt32 = 0
    private var repeats = 0
    private var runSource = 0..<0
    /// White space that comes out as one space if anything follows on the line.
    private var pendingSpace: Range<Int>?
    private var isAtLineStart = true
    /// The start of a sequence at the end of the bytes so far: kept ill-formed bytes between which letters were deleted
    /// may make one.
    private var held: [UInt8] = []
    /// Whether the last text, or part of one, ended in white space that was dropped.
    private(set) var endedInSpace = false

    /// Nil where the profile has no such step.
    init?(_ profile: NormalizationProfile) {
        if profile.elongation == .keep, profile.whiteSpace == .keep { return nil }
        elongation = profile.elongation
        whiteSpace = profile.whiteSpace
    }

    /// The passes of a profile one by one, in their order, with the names of their properties.
    static func separate(_ profile: NormalizationProfile) -> [(name: String, pass: OutputPasses)] {
        let elongation = NormalizationProfile { $0.elongation = profile.elongation }
        let whiteSpace = NormalizationProfile { $0.whiteSpace = profile.whiteSpace }
        return [("elongation", elongation), ("whiteSpace", whiteSpace)].compactMap { name, profile in
            OutputPasses(profile).map { (name, $0) }
        }
    }

    /// What the passes make of a whole text.
    func applied(to text: String) -> String {
        var passes = self
        var output = ByteBuffer(capacity: text.utf8.count)
        var alignment: Alignment?
        passes.append(text.utf8Span.span, into: &output, alignment: &alignment)
        passes.finish(into: &output, alignment: &alignment)
        // SAFETY: whole scalars in, whole scalars out.
        return unsafe output.uncheckedString()
    }

    /// Takes the next bytes of the text.
    mutating func append(_ bytes: Span<UInt8>, into output: inout ByteBuffer, alignment: inout Alignment?) {
        if held.isEmpty {
            take(bytes, into: &output, alignment: &alignment)
        } else {
            var joined = held
            held = []
            joined.append(copying: bytes)
            take(joined.span, into: &output, alignment: &alignment)
        }
    }

    private mutating func take(_ bytes: Span<UInt8>, into output: inout ByteBuffer, alignment: inout Alignment?) {
        let offset = consumed
        var index = 0
        while index < bytes.count {
            let element = UTF8Element.decode(bytes, at: index)
            let source = offset + index..<offset + index + element.length
            switch element {
            case .scalar(let scalar, _):
                take(scalar, source, into: &output, alignment: &alignment)
            case .illFormed:
                putIllFormed((index..<index + element.length).map { bytes[$0] }, into: &output, alignment: &alignment)
            case .truncated:
                held = (index..<bytes.count).map { bytes[$0] }
                consumed = offset + index
                return
            }
            index += element.length
        }
        consumed = offset + index
    }

    /// Ill-formed bytes that are kept are like a character of which nothing is known.
    private mutating func putIllFormed(
        _ bytes: [UInt8], into output: inout ByteBuffer, alignment: inout Alignment?
    ) {
        endRun(into: &output, alignment: &alignment)
        endSpace(into: &output, alignment: &alignment)
        output.append(bytes)
        isAtLineStart = false
    }

    /// Ends the text, or a part of it; the next part goes on with the line.
    mutating func finish(into output: inout ByteBuffer, alignment: inout Alignment?) {
        if !held.isEmpty {
            putIllFormed(held, into: &output, alignment: &alignment)
            held = []
        }
        endRun(into: &output, alignment: &alignment)
        if let space = pendingSpace { alignment?.append(source: space, normalized: output.count..<output.count) }
        endedInSpace = pendingSpace != nil
        pendingSpace = nil
        consumed = 0
    }

    private mutating func take(
        _ scalar: UInt32, _ source: Range<Int>, into output: inout ByteBuffer, alignment: inout Alignment?
    ) {
        if repeats > 0, scalar == letter {
            repeats += 1
            runSource = runSource.lowerBound..<source.upperBound
            return
        }
        endRun(into: &output, alignment: &alignment)
        if elongation != .keep, ArabicLetters.isElongatable(scalar) {
            letter = scalar
            repeats = 1
            runSource = source
        } else {
            put(scalar, source, into: &output, alignment: &alignment)
        }
    }

    /// Gives out the run at hand, shortened where it is longer than any word has it.
    private mutating func endRun(into output: inout ByteBuffer, alignment: inout Alignment?) {
        if repeats == 0 { return }
        // تتتابع and تشتتت are words; no word has another letter three times.
        let isWord = repeats <= 2 || repeats == 3 && letter == ArabicLetters.teh
        let kept = isWord ? repeats : elongation == .one ? 1 : 2
        endSpace(into: &output, alignment: &alignment)
        let from = output.count
        for _ in 0..<kept { output.append(letter) }
        if !isWord { alignment?.append(source: runSource, normalized: from..<output.count) }
        isAtLineStart = false
        letter = 0
        repeats = 0
    }

    private mutating func put(
        _ scalar: UInt32, _ source: Range<Int>, into output: inout ByteBuffer, alignment: inout Alignment?
    ) {
        if whiteSpace == .collapse, CharacterFacts.isWhiteSpace(scalar) {
            if !ArabicLetters.endsLine(scalar) {
                pendingSpace = (pendingSpace?.lowerBound ?? source.lowerBound)..<source.upperBound
                return
            }
            if let space = pendingSpace { alignment?.append(source: space, normalized: output.count..<output.count) }
            pendingSpace = nil
            output.append(scalar)
            isAtLineStart = true
            return
        }
        endSpace(into: &output, alignment: &alignment)
        output.append(scalar)
        isAtLineStart = false
    }

    /// Gives out white space that is followed by something.
    private mutating func endSpace(into output: inout ByteBuffer, alignment: inout Alignment?) {
        guard let space = pendingSpace else { return }
        let start = output.count
        if !isAtLineStart { output.append(0x20 as UInt32) }
        alignment?.append(source: space, normalized: start..<output.count)
        pendingSpace = nil
    }
}
