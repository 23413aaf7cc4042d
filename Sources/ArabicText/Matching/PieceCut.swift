/// Where a text can be cut so that its pieces, normalised one after the other, become what they become in the whole
/// text, by the same edits.
struct PieceCut: Sendable {
    private let table: FoldTable
    /// Whether steps that any letter can trigger run over the text: they end where a word does.
    private let isAtWordEnds: Bool

    init(_ normalizer: ArabicNormalizer) {
        table = normalizer.engine.table
        isAtWordEnds = normalizer.passes != nil
    }

    /// The last such place behind an offset, and not behind another, which lies in the text. Linear in the bytes
    /// between.
    func last(in text: Span<UInt8>, behind low: Int, upTo high: Int) -> Int? {
        var offset = high
        while offset > low {
            if canCut(text, at: offset) { return offset }
            offset -= 1
        }
        return nil
    }

    private func canCut(_ text: Span<UInt8>, at offset: Int) -> Bool {
        if isAtWordEnds, !isWordEnd(text, at: offset) { return false }
        return table.canCut(text, at: offset)
    }

    /// Whether white space that stays stands at an offset, and none before it.
    private func isWordEnd(_ text: Span<UInt8>, at offset: Int) -> Bool {
        guard case .scalar(let scalar, _) = UTF8Element.decode(text, at: offset), CharacterFacts.isWhiteSpace(scalar),
            table.keeps(scalar)
        else { return false }
        let start = UTF8Element.start(before: offset, in: text)
        return CharacterFacts.whiteSpaceLength(text, at: start) != offset - start
    }
}
