/// A profile compiled once: an immutable value that threads share.
///
/// ```swift
/// let normalizer = try ArabicNormalizer(.search)
/// normalizer.normalize("كِتَابٌ")  // "كتاب"
/// ```
public struct ArabicNormalizer: Sendable {
    /// The profile that this normaliser does.
    public let profile: NormalizationProfile
    let engine: FoldEngine
    let passes: OutputPasses?

    /// Compiles a profile: about 2,000 scalars now, others when they are first met.
    ///
    /// Throws ``ICUError`` where ICU's data cannot be loaded.
    public init(_ profile: NormalizationProfile = .lossless) throws(ICUError) {
        self.profile = profile
        engine = try FoldEngine(profile)
        passes = OutputPasses(profile)
    }

    /// The normalised text. Linear in the text.
    public func normalize(_ text: String) -> String {
        let bytes = text.utf8Span.span
        var output = ByteBuffer(capacity: bytes.count + 64)
        var alignment: Alignment?
        run(whole: bytes, illFormed: .keep, into: &output, alignment: &alignment)
        // SAFETY: the text was well-formed, and every step gives whole scalars.
        return unsafe output.uncheckedString()
    }

    /// Appends the normalised form of UTF-8 bytes to `output`. Linear in the bytes.
    ///
    /// Throws ``IllFormedUTF8Error`` under ``IllFormedPolicy/fail``; what stands before the ill-formed sequence has
    /// been appended then.
    public func normalize(
        _ bytes: Span<UInt8>, illFormed policy: IllFormedPolicy = .fail, into output: inout [UInt8]
    ) throws(IllFormedUTF8Error) {
        try output.append(room: bytes.count + 64) { (buffer) throws(IllFormedUTF8Error) in
            try normalize(bytes, illFormed: policy, into: &buffer)
        }
    }

    /// Appends the normalised form of UTF-8 bytes to a buffer, which the kernel writes itself.
    ///
    /// Throws as ``normalize(_:illFormed:into:)`` does.
    package func normalize(
        _ bytes: Span<UInt8>, illFormed policy: IllFormedPolicy, into output: inout ByteBuffer
    ) throws(IllFormedUTF8Error) {
        var passes = passes
        var alignment: Alignment?
        var memory = ContextCache()
        try run(bytes, illFormed: policy, passes: &passes, into: &output, alignment: &alignment, memory: &memory)
    }

    /// Normalises a part of a text: the last, unless said otherwise. The passes keep what they remember for the next
    /// part; an error ends the text.
    func run(
        _ bytes: Span<UInt8>, illFormed policy: IllFormedPolicy, base: Int = 0, isLast: Bool = true,
        passes: inout OutputPasses?, into output: inout ByteBuffer, alignment: inout Alignment?,
        memory: inout ContextCache
    ) throws(IllFormedUTF8Error) {
        if passes == nil {
            return try engine.run(
                bytes, illFormed: policy, base: base, into: &output, alignment: &alignment, memory: &memory)
        }
        var folded = ByteBuffer(capacity: bytes.count + 64)
        let result = Result { () throws(IllFormedUTF8Error) in
            try engine.run(
                bytes, illFormed: policy, base: base, into: &folded, alignment: &alignment, memory: &memory)
        }
        var second: Alignment? = alignment == nil ? nil : Alignment()
        folded.withSpan { passes?.append($0, into: &output, alignment: &second) }
        if isLast || result.isFailure { passes?.finish(into: &output, alignment: &second) }
        if let first = alignment, let second { alignment = first.followed(by: second) }
        try result.get()
    }

    /// Normalises a whole text whose ill-formed bytes are kept or replaced: a policy that never fails.
    package func run(
        whole bytes: Span<UInt8>, illFormed policy: IllFormedPolicy, into output: inout ByteBuffer,
        alignment: inout Alignment?
    ) {
        var memory = ContextCache()
        run(whole: bytes, illFormed: policy, into: &output, alignment: &alignment, memory: &memory)
    }

    /// The same, with a memory of this normaliser alone, for many short texts.
    func run(
        whole bytes: Span<UInt8>, illFormed policy: IllFormedPolicy, into output: inout ByteBuffer,
        alignment: inout Alignment?, memory: inout ContextCache
    ) {
        var passes = passes
        do throws(IllFormedUTF8Error) {
            try run(bytes, illFormed: policy, passes: &passes, into: &output, alignment: &alignment, memory: &memory)
        } catch {
            // Neither `keep` nor `replace` throws.
        }
    }

    /// Normalises a whole text, ill-formed bytes kept, and says which bytes became which.
    func align(_ bytes: Span<UInt8>, into output: inout ByteBuffer) -> Alignment {
        var alignment: Alignment? = Alignment()
        run(whole: bytes, illFormed: .keep, into: &output, alignment: &alignment)
        var result = alignment ?? Alignment()
        result.finish(sourceCount: bytes.count, normalizedCount: output.count)
        return result
    }

    /// Normalises text that comes in pieces. See ``NormalizationStream``.
    public func makeStream(illFormed policy: IllFormedPolicy = .fail) -> NormalizationStream {
        NormalizationStream(self, table: engine.table, passes: passes, illFormed: policy)
    }
}

extension Result {
    /// Whether it is an error.
    var isFailure: Bool {
        if case .failure = self { return true }
        return false
    }
}
