import ArabicText

extension Input {
    /// The rest of the input, if it is no more than `limit` bytes; else that and a little more.
    mutating func readAll(atMost limit: Int) throws(InputError) -> [UInt8] {
        var bytes: [UInt8] = []
        var block = TextBlock()
        while bytes.count <= limit, try next(&block) {
            block.withBytes { bytes.append(copying: $0) }
            if case .part(.terminated) = block.content { bytes.append(0x0A) }
        }
        return bytes
    }

    /// Calls a function with each line, without its line feed, and its number; a last line without one counts, if it is
    /// not empty. Calls `pause` before the next block is waited for.
    ///
    /// Under ``IllFormedPolicy/fail`` the text ends before what is no UTF-8, and then this is thrown.
    mutating func forEachLine(
        illFormed policy: IllFormedPolicy, advice: String = InputError.advice,
        _ body: (Span<UInt8>, _ number: Int) throws -> Void, pause: () throws -> Void = {}
    ) throws {
        var held: [UInt8] = []
        var block = TextBlock()
        while try next(&block) {
            let position = block.position
            let content = block.content
            try block.withBytes { bytes in
                let bad = policy == .fail ? UTF8Validation.firstIllFormed(in: bytes) : nil
                let end = bad ?? bytes.count
                var start = 0
                var number = position.line
                while let lineFeed = ByteScan.first(0x0A, in: bytes.extracting(..<end), from: start) {
                    try body(bytes.extracting(start..<lineFeed), number)
                    start = lineFeed + 1
                    number += 1
                }
                held.append(copying: bytes.extracting(start..<end))
                if case .part(.open) = content, bad == nil { return }
                // What is left of whole lines is a line if there is something, and so is what comes before a fault.
                let isLine = if case .lines = content { false } else { bad == nil }
                if isLine || !held.isEmpty { try body(held.span, number) }
                held.removeAll(keepingCapacity: true)
                if let bad {
                    throw InputError.illFormed(
                        name, at: position.moved(to: bad, in: bytes, lineEnd: 0x0A), advice: advice)
                }
            }
            try pause()
        }
    }
}
