/// Normalises a text piece by piece. A piece is longer than it should be only where the text cannot be cut before: in a
/// word or a run of marks, and in a run of white space or of one letter where the profile shortens those.
struct PieceReader {
    /// Where a text goes on, and what its steps know of what comes before.
    struct Place {
        fileprivate(set) var offset = 0
        fileprivate var passes: OutputPasses?
    }

    private let normalizer: ArabicNormalizer
    private let cut: PieceCut
    private let pieceSize: Int
    private var memory = ContextCache()
    /// Where the next piece starts.
    private(set) var place: Place

    /// With the size that a piece should have in bytes, at least one.
    init(_ normalizer: ArabicNormalizer, pieceSize: Int) {
        self.normalizer = normalizer
        self.pieceSize = pieceSize
        cut = PieceCut(normalizer)
        place = Place(passes: normalizer.passes)
    }

    /// Turns to another text.
    mutating func startAnew() { place = Place(passes: normalizer.passes) }

    /// Appends what becomes of the next piece; with its edits if they are wanted. Linear in the text, over all pieces.
    @discardableResult
    mutating func read(_ text: Span<UInt8>, aligned: Bool, into output: inout [UInt8]) -> Alignment {
        let start = place
        let count = output.count
        var (low, size) = (start.offset, pieceSize)
        while true {
            let high = text.count - start.offset > size ? start.offset + size : text.count
            if let end = high == text.count ? high : cut.last(in: text, behind: low, upTo: high) {
                let alignment = read(text, from: start, upTo: end, aligned: aligned, into: &output)
                // White space that is left at the end stays only if something follows.
                if end == text.count || place.passes?.endedInSpace != true { return alignment }
                output.removeLast(output.count - count)
            }
            low = high
            size *= 2
        }
    }

    /// Appends what becomes of the text from a place on, up to where a piece ended.
    @discardableResult
    mutating func read(
        _ text: Span<UInt8>, from start: Place, upTo end: Int, aligned: Bool, into output: inout [UInt8]
    ) -> Alignment {
        let piece = text.extracting(start.offset..<end)
        var alignment: Alignment? = aligned ? Alignment() : nil
        var passes = start.passes
        output.append(room: piece.count + 64) { buffer in
            do throws(IllFormedUTF8Error) {
                try normalizer.run(
                    piece, illFormed: .keep, passes: &passes, into: &buffer, alignment: &alignment, memory: &memory)
            } catch {
                // `keep` does not throw.
            }
        }
        place = Place(offset: end, passes: passes)
        return alignment ?? Alignment()
    }
}
