/// Transliteration that keeps what is in Latin script already: the escape that ``Transliteration`` describes.
///
/// Outside an escape a reader sees characters of the scheme, `\\`, and what no scheme has; inside, everything up to the
/// next backslash. A backslash is never written inside an escape, so the reader always knows where it is, and what is
/// written for one piece of text does not depend on its neighbors. No scheme has a backslash.
enum LatinEscape {
    private static let backslash: UInt8 = 0x5C
    private static let lineFeed: UInt8 = 0x0A

    /// What joins a run, so that a word is escaped whole and not letter by letter. The round trip holds with any set that
    /// has neither backslash nor line feed.
    private static let wordCharacters: [ClosedRange<UInt32>] = [
        0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x00C0...0x03FF, 0x1E00...0x1FFF,
    ]

    /// Appends a text in Latin script. Where it is not the last part, the run at its end is left, and the number of bytes
    /// before it given.
    @discardableResult
    static func romanize(
        _ text: Span<UInt8>, with table: TransliterationTable, isLast: Bool = true, into output: inout [UInt8]
    ) -> Int {
        var offset = 0
        /// Where the run that is being read starts; it ends at `offset`.
        var run = 0
        var runNeedsEscape = false
        func endRun() {
            if runNeedsEscape { output.append(backslash) }
            for index in run..<offset { output.append(text[index]) }
            if runNeedsEscape { output.append(backslash) }
            runNeedsEscape = false
        }
        while offset < text.count {
            let element = UTF8Element.decode(text, at: offset)
            let next = offset + element.length
            if case .scalar(let scalar, _) = element {
                let roman = table.roman(of: scalar)
                let isSymbol = table.arabic(of: scalar) != nil
                if roman == nil, isSymbol || wordCharacters.contains(where: { $0.contains(scalar) }) {
                    runNeedsEscape = runNeedsEscape || isSymbol
                    offset = next
                    continue
                }
                endRun()
                if let roman {
                    roman.appendUTF8(to: &output)
                } else {
                    if scalar == UInt32(backslash) { output.append(backslash) }
                    for index in offset..<next { output.append(text[index]) }
                }
            } else {
                endRun()
                for index in offset..<next { output.append(text[index]) }
            }
            offset = next
            run = next
        }
        if !isLast { return run }
        endRun()
        return offset
    }

    /// Where a reader is between two parts of a text.
    enum ReadingState {
        case outside
        /// After a backslash outside an escape.
        case backslash
        case inside
    }

    static func arabize(
        _ text: Span<UInt8>, with table: TransliterationTable, state: inout ReadingState, into output: inout [UInt8]
    ) {
        var offset = 0
        while offset < text.count {
            switch state {
            case .backslash:
                if text[offset] == backslash {
                    output.append(backslash)
                    offset += 1
                    state = .outside
                } else {
                    state = .inside
                }
                continue
            case .inside:
                // No byte of a longer UTF-8 sequence is one of these two.
                while offset < text.count, text[offset] != backslash, text[offset] != lineFeed {
                    output.append(text[offset])
                    offset += 1
                }
                if offset == text.count { return }
                if text[offset] == backslash { offset += 1 }
                state = .outside
                continue
            case .outside:
                break
            }
            if text[offset] == backslash {
                state = .backslash
                offset += 1
                continue
            }
            let element = UTF8Element.decode(text, at: offset)
            if case .scalar(let scalar, _) = element, let arabic = table.arabic(of: scalar) {
                arabic.appendUTF8(to: &output)
            } else {
                for index in offset..<offset + element.length { output.append(text[index]) }
            }
            offset += element.length
        }
    }
}
