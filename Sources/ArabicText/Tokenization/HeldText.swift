/// Text that comes in chunks, of which as much is held as the next bytes could still change for a tokenizer.
///
/// After each chunk, ``bytes`` up to ``settled`` can be cut as if they were part of a whole text; what comes after is cut
/// again with the next chunk. So the fast calls on whole texts serve for streams.
package struct HeldText: Sendable {
    private var scanner: TokenScanner
    /// What is at hand. It starts where a token starts.
    package private(set) var bytes: [UInt8] = []
    /// How many bytes of the text came before.
    package private(set) var base = 0
    /// So many of the bytes at hand are tokens that nothing can change.
    package private(set) var settled = 0

    /// Calls a function with what is settled, and how many bytes of the text came before it.
    package func withSettled(_ body: (_ text: Span<UInt8>, _ base: Int) -> Void) {
        body(bytes.span.extracting(..<settled), base)
    }

    package init(_ rules: TokenizationRules) { scanner = TokenScanner(rules) }

    /// Forgets what was settled, and takes the next bytes. Linear in the text, even where it comes byte by byte.
    package mutating func append(_ chunk: Span<UInt8>) {
        drop()
        let old = bytes.count
        bytes.append(copying: chunk)
        if let certain = lastCertain(after: old) {
            scanner.move(to: certain)
            settled = certain
            return
        }
        // A copy, since the scanner changes while the bytes are read.
        var scanner = self.scanner
        while scanner.next(in: bytes.span, isLast: false) != nil {}
        self.scanner = scanner
        settled = scanner.start
    }

    /// The text is at its end: all of it is settled.
    package mutating func finish() {
        drop()
        settled = bytes.count
    }

    /// Starts anew with another text.
    package mutating func restart() {
        scanner.restart()
        bytes.removeAll()
        (base, settled) = (0, 0)
    }

    private mutating func drop() {
        if settled == 0 { return }
        bytes.removeFirst(settled)
        scanner.moveBack(settled)
        base += settled
        settled = 0
    }

    /// The last place, among bytes that are new, where a token certainly starts: after a line feed, or before a space
    /// that follows an Arabic letter or what ASCII shows (`HeldTextTests.aSpaceEndsEveryToken`).
    private func lastCertain(after old: Int) -> Int? {
        var index = bytes.count - 1
        while index >= max(old, scanner.start + 2) {
            if bytes[index] == 0x0A { return index + 1 }
            if bytes[index] == 0x20 {
                let (lead, last) = (bytes[index - 2], bytes[index - 1])
                if (0x21...0x7E).contains(last) || (0xD8...0xDB).contains(lead) && last & 0xC0 == 0x80 { return index }
            }
            index -= 1
        }
        return nil
    }
}
