/// Where a line that is too long to be held may be cut, so that its parts can be searched one by one.
///
/// A part begins with a word. Matches that begin before that word are found in the part before, which goes on behind it for
/// as many words as a match can have.
package struct LineCut: Sendable {
    private let table: FoldTable
    /// How many words a match may go on for behind a cut, and one more, whose start is seen.
    private let words: Int

    /// Nil where the profile changes spaces, so that they tell nothing about a match.
    package init?(_ matcher: ArabicMatcher) {
        table = matcher.normalizer.engine.table
        if !table.keeps(0x20) { return nil }
        words = (matcher.automaton?.pattern.count(where: CharacterFacts.isWhiteSpace) ?? 0) + 2
    }

    /// The last place behind an offset where a line that goes on behind these bytes may be cut, or nil. Linear in the bytes
    /// behind the place.
    package func last(in bytes: Span<UInt8>, behind offset: Int) -> Int? {
        var words = self.words
        var index = bytes.count - 1
        while index > offset {
            if bytes[index - 1] == 0x20, startsWord(bytes, at: index) {
                if words == 0 { return index }
                words -= 1
            }
            index -= 1
        }
        return nil
    }

    /// Whether nothing in front of the scalar acts on it or on what follows.
    private func startsWord(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
        guard case .scalar(let scalar, _) = UTF8Element.decode(bytes, at: offset) else { return false }
        return scalar != 0x20 && table.startsWindow(scalar)
    }
}
