/// Turns a text into the terms that an index keeps.
///
/// ```swift
/// let analyzer = try ArabicAnalyzer(.search)
/// for term in analyzer.terms(in: "قرأتُ الكتابَ") { print(term.text, term.range) }
/// ```
///
/// What it gives never changes once it is made, and threads share it. Keep it: it gets faster with the words that it has
/// met. Use one analyser for documents and queries: what has other settings has other terms. For a query word of which
/// only the beginning is typed, see ``normalForm(of:)``.
public struct ArabicAnalyzer: Sendable {
    /// A term, and where it comes from.
    public struct Term: Sendable, Hashable {
        /// The term, never empty and never with white space in it.
        public let text: String
        /// Where it stands in the source: UTF-8 byte offsets. Terms of one expanded ligature share a range.
        public let range: Range<Int>
        /// What it is in the source.
        public let kind: TokenKind
        /// Its place among all words, from 0 on. A stop word takes a place too and so leaves a gap, as phrase queries
        /// need; a word without a term, because nothing is left of it, takes none.
        public let position: Int
    }

    let compiled: CompiledSettings
    let cutters: BatchAnalyzerPool

    /// What the analyser does.
    public var settings: AnalyzerSettings { compiled.settings }

    /// Compiles settings: two profiles, and the word lists, which go through the profiles here.
    ///
    /// Throws ``ICUError`` where ICU's data cannot be loaded.
    public init(_ settings: AnalyzerSettings) throws(ICUError) {
        compiled = try CompiledSettings(settings)
        cutters = BatchAnalyzerPool(compiled)
    }

    /// Frees the memory that earlier calls have left for later ones, and what they knew of words: up to about ten megabytes
    /// for each processor of the machine.
    ///
    /// For a program that has many analysers, or waits for long before the next text. Any thread may call it at any time, also
    /// while others use the analyser or a copy of it: the memory of a call or a ``TermStream`` that is under way is freed as
    /// soon as that ends. Later calls give the same terms; they are slower at first, as with a new analyser. What the settings
    /// themselves take, compiled, stays: the word lists, and the tables of characters, which grow with the scripts that are met.
    public func releaseMemory() { cutters.releaseMemory() }

    /// Forgets the words that it has met, but keeps the memory for them; calls that are under way go on as before.
    package func forgetWords() { cutters.forgetWords() }

    /// The terms of a text, in order. Linear in the text.
    public func terms(in text: String) -> [Term] {
        var terms: [Term] = []
        forEachTerm(in: text.utf8Span.span) { term, token in
            // SAFETY: the source is well-formed, and the steps give whole scalars.
            let text = unsafe String(copying: UTF8Span(unchecked: term))
            terms.append(Term(text: text, range: token.range, kind: token.kind, position: token.position))
        }
        return terms
    }

    /// Calls a function with each term of UTF-8 bytes and the token that it comes from, in order. The position of the
    /// token is the term's.
    ///
    /// Ill-formed sequences cut words like a space. Before U+200D and an emoji they are part of the token, and the term has
    /// U+FFFD for each. Linear in the bytes.
    public func forEachTerm(in bytes: Span<UInt8>, _ body: (_ term: Span<UInt8>, _ token: Token) -> Void) {
        forEachBatch(in: bytes) { batch in
            for index in 0..<batch.count {
                body(batch.bytes.span.extracting(batch.term(at: index)), batch.token(at: index))
            }
        }
    }

    /// Calls a function with the terms of UTF-8 bytes, some thousands at a time: the fast way, for loops that can read flat
    /// arrays.
    ///
    /// The buffer is the same each time, and holds what ``forEachTerm(in:_:)`` gives. What became of words of up to 31 bytes
    /// is cached, of 131,072 distinct ones at most, in up to eight megabytes. The others of a batch are
    /// folded at once, looked up and stemmed in flat arrays; a token in which something depends on its context takes
    /// the slow path, alone. Nothing is allocated for a term, nor for a text when others came before it: the buffer and
    /// what is known of words serve one call after the other. Calls at the same time, by threads or inside `body`, have
    /// one of their own each, of which as many are kept as there are processors, until ``releaseMemory()`` or the end
    /// of the last copy of the analyser. An error that `body` throws ends the call and is
    /// passed on.
    public func forEachBatch<Failure: Error>(
        in bytes: Span<UInt8>, _ body: (borrowing TermBuffer) throws(Failure) -> Void
    ) throws(Failure) {
        let pooled = cutters.take()
        pooled.cutter.restart()
        while pooled.cutter.fill(from: bytes) { try body(pooled.cutter.terms) }
    }

    /// The same as ``forEachTerm(in:_:)``, token by token: what the kernels must equal.
    package func forEachTermByToken(in bytes: Span<UInt8>, _ body: (_ term: Span<UInt8>, _ token: Token) -> Void) {
        var scanner = TokenScanner(settings.rules)
        var first = WordBuffer(compiled.before)
        var second = WordBuffer(compiled.after)
        var stem: [UInt8] = []
        var position = 0
        while let token = scanner.next(in: bytes, isLast: true) {
            if !token.isTerm { continue }
            let word = bytes.extracting(token.range)
            compiled.analyze(word, &first, &second, &stem, position: &position) { term, position in
                body(term, Token(range: token.range, kind: token.kind, position: position))
            }
        }
    }

    /// A query word as the index has it but for stop words and stemming: for prefix and wildcard search.
    ///
    /// The word goes through both profiles as a whole; it is not cut into tokens, and no affix is taken off. The stemmer
    /// `guarded` folds hamza and ى on top of the profiles, since it does so in the index. Linear in the word.
    public func normalForm(of word: String) -> String {
        var first = WordBuffer(compiled.before)
        var second = WordBuffer(compiled.after)
        first.set(word.utf8Span.span)
        second.set(first.bytes.span)
        var folded: [UInt8] = []
        settings.stemmer.fold(second.bytes.span, into: &folded)
        return String(decoding: folded, as: UTF8.self)
    }
}
