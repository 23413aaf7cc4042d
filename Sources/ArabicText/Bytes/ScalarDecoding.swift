/// One scalar read from UTF-8 bytes that need not be well-formed.
struct DecodedScalar {
    /// The scalar value; U+FFFD for an ill-formed sequence.
    var scalar: UInt32
    /// The bytes of it: those of an ill-formed maximal subpart are one. 0 where the bytes end inside a sequence that
    /// more bytes could complete.
    var length: Int

    static let incomplete = DecodedScalar(scalar: 0xFFFD, length: 0)

    /// Reads at an offset below the count.
    ///
    /// Where the bytes end inside a sequence that could still become well-formed: ill-formed if `isLast`, else
    /// `incomplete`.
    @inline(never)
    static func read(_ bytes: Span<UInt8>, at offset: Int, isLast: Bool) -> DecodedScalar {
        switch UTF8Element.decode(bytes, at: offset) {
        case .scalar(let scalar, let length): DecodedScalar(scalar: scalar, length: length)
        case .illFormed(let length): DecodedScalar(scalar: 0xFFFD, length: length)
        case .truncated(let length): isLast ? DecodedScalar(scalar: 0xFFFD, length: length) : incomplete
        }
    }
}
