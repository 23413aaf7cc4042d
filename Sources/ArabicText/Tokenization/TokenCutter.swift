/// Cuts a whole text, batch by batch: by the kernel, and where that does not decide, by the scanner.
struct TokenCutter {
    private var scanner: TokenScanner
    private let kernel: WordKernel

    init(_ rules: TokenizationRules) {
        scanner = TokenScanner(rules)
        kernel = rules.kernel
    }

    /// Puts the next tokens into a batch instead of those that it has; false where the text has no more.
    mutating func fill(_ batch: inout TokenBuffer, from bytes: Span<UInt8>) -> Bool {
        batch.advance()
        while !batch.isFull, batch.end < bytes.count {
            if !scanner.isInsideDividedToken {
                batch.append(of: bytes, kernel)
                if batch.isFull { break }
                scanner.move(to: batch.end)
            }
            guard let token = scanner.next(in: bytes, isLast: true) else { break }
            batch.append(token)
        }
        return batch.count > 0
    }
}
