/// Cuts a whole text, batch by batch: by the kernel, and where that does not decide, by the scanner.
struct BatchTokenizer {
    private var scanner: TokenScanner
    private let kernel: WordKernel
    /// Tokens that start here or later are not wanted.
    private let limit: Int

    init(_ rules: TokenizationRules, limit: Int = .max) {
        self.limit = limit
        scanner = TokenScanner(rules)
        kernel = rules.kernel
    }

    /// Puts the next tokens into a batch instead of those that it has; false where the text has no more.
    mutating func fill(_ batch: inout TokenBuffer, from bytes: Span<UInt8>) -> Bool {
        batch.advance()
        let end = min(limit, bytes.count)
        while !batch.isFull, batch.end < end {
            if !scanner.isInsideDividedToken {
                batch.append(of: bytes, kernel)
                if batch.isFull { break }
                scanner.move(to: batch.end)
            }
            guard let token = scanner.next(in: bytes, isLast: true) else { break }
            batch.append(token)
        }
        if batch.end > limit { batch.truncate(before: limit) }
        return batch.count > 0
    }
}
