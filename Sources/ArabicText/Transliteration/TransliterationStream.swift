/// Transliterates a text that comes in parts, which end between characters: any such way to cut it gives the same bytes.
package struct TransliterationStream: Sendable {
    /// Whether Arabic script is read or written.
    package enum Direction: Sendable {
        case toLatin
        case toArabic
    }

    private let table: TransliterationTable
    private let direction: Direction
    private let escapesLatin: Bool
    /// The run at the end of the last part; only where Latin words are escaped.
    private var held: [UInt8] = []
    private var state = LatinEscape.ReadingState.outside

    package init(_ scheme: Transliteration, _ direction: Direction, escapingLatin: Bool) {
        table = scheme.table
        self.direction = direction
        escapesLatin = escapingLatin
    }

    /// Appends what a part becomes; after the last one the stream starts anew. Linear in the text but for what is held.
    package mutating func append(_ part: Span<UInt8>, isLast: Bool, into output: inout [UInt8]) {
        switch (direction, escapesLatin) {
        case (.toLatin, false): Transliteration.replace(in: part, into: &output, by: table.roman)
        case (.toArabic, false): Transliteration.replace(in: part, into: &output, by: table.arabic)
        case (.toArabic, true):
            LatinEscape.arabize(part, with: table, state: &state, into: &output)
            if isLast { state = .outside }
        case (.toLatin, true) where held.isEmpty:
            let done = LatinEscape.romanize(part, with: table, isLast: isLast, into: &output)
            held.append(copying: part.extracting(done...))
        case (.toLatin, true):
            held.append(copying: part)
            let text = held
            let done = LatinEscape.romanize(text.span, with: table, isLast: isLast, into: &output)
            held = Array(text[done...])
        }
    }
}
