/// Cuts text into sentences.
///
/// ```swift
/// let splitter = ArabicSentenceSplitter()
/// for sentence in splitter.sentences(in: text) { print(sentence.range) }
/// ```
///
/// The sentences are in order, do not overlap, are not empty, and with the white space (White_Space) between them cover
/// the text; none starts or ends in white space. Whatever is not white space is in one: a line of nothing but punctuation
/// is a sentence, an empty line is none.
///
/// *Ends.* `.` and its forms U+2024, U+FE52, U+FF0E; `!` `?` U+203C U+203D U+2047–2049; `؟` U+061F, U+061D, U+061E; `۔`
/// U+06D4; `…` U+2026, and two or more full stops; the ideographic U+3002, U+FF01, U+FF1F, U+FF61; and a line end: LF, CR,
/// CR LF, VT, FF, U+0085, U+2028, U+2029. A comma or a colon ends nothing. ``SentenceOptions`` adds `؛` and ends of verses.
/// Closing quotation marks and brackets, and further ends, belong to the sentence that they follow.
///
/// *No ends.* A line end always ends a sentence; the others do not
/// - before any word, or directly after an opening bracket or quotation mark (`(!)`, `[…]`);
/// - before a comma, or directly before a colon;
/// - between Latin letters, digits and ASCII symbols without white space (`a?b`), and inside what starts with `www.` or
///   holds `://`.
///
/// One full stop, unlike several, is not an end either
/// - after a word of one letter (`د.`, `أ.د.`, `ق.م.`, `١٤٤٥هـ.`, `U.S.`), or one of a short list of abbreviations (`Dr.`);
///   so a sentence that ends in one goes on to the next end, or to the end of the line;
/// - directly before a digit (`٣.١٤`, `12.5.2024`) or a letter (`example.com`), unless this begins an Arabic word of two
///   letters or more (`جملة.الجملة`);
/// - after a number of up to three digits at the start of a sentence (`1. `), which counts the items of a list.
///
/// After a Latin word, full stops and `…` are no end before a small Latin letter (`etc. and`). Arabic has no capital
/// letters to tell an ellipsis inside a sentence from one at its end: `عاد… ثم نام` is two sentences. Marks, tatweel and
/// controls, such as those of direction, change nothing: they belong to what stands before them, or start a sentence.
///
/// Time is linear in the length of the text, and memory constant. Nothing fails: an ill-formed sequence is treated as
/// U+FFFD.
public struct ArabicSentenceSplitter: Sendable {
    /// What ends a sentence too.
    public let options: SentenceOptions

    /// Makes a splitter; the table behind it is made once, at the first use.
    public init(_ options: SentenceOptions = []) { self.options = options }

    /// The sentences of a text. Linear in the text.
    public func sentences(in text: String) -> [Sentence] {
        var sentences: [Sentence] = []
        forEachSentence(in: text.utf8Span.span) { sentences.append($0) }
        return sentences
    }

    /// Calls a function with each sentence of UTF-8 bytes, in order.
    ///
    /// The bytes need not be well-formed: each ill-formed maximal subpart is treated as U+FFFD. An error that `body`
    /// throws ends the call and is passed on.
    public func forEachSentence<Failure: Error>(
        in bytes: Span<UInt8>, _ body: (Sentence) throws(Failure) -> Void
    ) throws(Failure) {
        var scanner = SentenceScanner(options)
        while let range = scanner.next(in: bytes, isLast: true) { try body(Sentence(range: range)) }
    }
}
