import ArabicText

extension Input {
    /// Where a line stands.
    struct LinePosition {
        /// From 1.
        var number = 1
        /// Of its first byte, from the start of the input.
        var offset = 0
    }

    /// Calls `body` with each line, without its line feed; a last line without one counts, if it is not empty. Calls
    /// `pause` before the next block is waited for.
    mutating func forEachLine(
        illFormed policy: IllFormedPolicy,
        _ body: (Span<UInt8>, _ position: LinePosition, _ hasLineFeed: Bool) throws -> Void,
        pause: () throws -> Void = {}
    ) throws {
        var position = LinePosition()
        var partial: [UInt8] = []
        let name = self
        func finish(_ line: Span<UInt8>, hasLineFeed: Bool) throws {
            if policy == .fail, let bad = UTF8Validation.firstIllFormed(in: line) {
                throw name.illFormed(line: position.number, column: bad + 1, offset: position.offset + bad)
            }
            try body(line, position, hasLineFeed)
            position.number += 1
            position.offset += line.count + 1
        }
        try forEachBlock { _, block in
            var start = 0
            while let end = (start..<block.count).first(where: { block[$0] == 0x0A }) {
                if partial.isEmpty {
                    try finish(block.extracting(start..<end), hasLineFeed: true)
                } else {
                    partial.append(copying: block.extracting(start..<end))
                    try finish(partial.span, hasLineFeed: true)
                    partial.removeAll(keepingCapacity: true)
                }
                start = end + 1
            }
            partial.append(copying: block.extracting(start...))
            try pause()
        }
        if !partial.isEmpty { try finish(partial.span, hasLineFeed: false) }
    }
}
