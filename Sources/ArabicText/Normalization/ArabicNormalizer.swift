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

    /// Compiles a profile: about 2,000 scalars now, others when they are first met.
    ///
    /// Throws ``ICUError`` where ICU's data cannot be loaded.
    public init(_ profile: NormalizationProfile = .lossless) throws(ICUError) {
        self.profile = profile
        engine = try FoldEngine(profile)
    }

    /// The normalised text. Linear in the text.
    public func normalize(_ text: String) -> String {
        let bytes = text.utf8Span.span
        var output = ByteBuffer(capacity: bytes.count + 64)
        run(wellFormed: bytes, into: &output)
        // Sound: the text was well-formed, and every step gives whole scalars.
        return unsafe output.uncheckedString()
    }

    /// Appends the normalised form of UTF-8 bytes to `output`. Linear in the bytes.
    ///
    /// Throws ``IllFormedUTF8Error`` under ``IllFormedPolicy/fail``; what stands before the ill-formed sequence has
    /// been appended then.
    public func normalize(
        _ bytes: Span<UInt8>, illFormed policy: IllFormedPolicy = .fail, into output: inout [UInt8]
    ) throws(IllFormedUTF8Error) {
        try normalize(bytes, illFormed: policy, base: 0, into: &output)
    }

    func normalize(
        _ bytes: Span<UInt8>, illFormed policy: IllFormedPolicy, base: Int, into output: inout [UInt8]
    ) throws(IllFormedUTF8Error) {
        var buffer = ByteBuffer(capacity: bytes.count + 64)
        do throws(IllFormedUTF8Error) {
            try engine.run(bytes, illFormed: policy, base: base, into: &buffer)
        } catch {
            buffer.appendAll(to: &output)
            throw error
        }
        buffer.appendAll(to: &output)
    }

    private func run(wellFormed bytes: Span<UInt8>, into output: inout ByteBuffer) {
        do throws(IllFormedUTF8Error) {
            try engine.run(bytes, illFormed: .keep, base: 0, into: &output)
        } catch {
            // `keep` never throws.
        }
    }

    /// Normalises text that comes in pieces. See ``NormalizationStream``.
    public func makeStream(illFormed policy: IllFormedPolicy = .fail) -> NormalizationStream {
        NormalizationStream(self, table: engine.table, illFormed: policy)
    }
}
