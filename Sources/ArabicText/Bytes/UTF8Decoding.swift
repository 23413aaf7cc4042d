/// What stands at a place in bytes that should be UTF-8.
enum UTF8Element: Equatable {
    /// A scalar, and how many bytes it takes.
    case scalar(UInt32, length: Int)
    /// A maximal subpart of an ill-formed sequence (Unicode 15, section 3.9, D93b), and its length.
    case illFormed(length: Int)
    /// The bytes end inside a sequence that more bytes could make well-formed.
    case truncated(length: Int)

    /// How many bytes it takes.
    var length: Int {
        switch self {
        case .scalar(_, let length), .illFormed(let length), .truncated(let length): length
        }
    }

    /// Reads what starts at an offset below the count of `bytes`.
    static func decode(_ bytes: Span<UInt8>, at offset: Int) -> UTF8Element {
        let lead = bytes[offset]
        if lead < 0x80 { return .scalar(UInt32(lead), length: 1) }
        // The bytes that may follow a lead: how many, and which range the first of them is of (table 3-7).
        let count: Int
        var first: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: count = 1
        case 0xE0: (count, first) = (2, 0xA0...0xBF)
        case 0xED: (count, first) = (2, 0x80...0x9F)
        case 0xE1...0xEF: count = 2
        case 0xF0: (count, first) = (3, 0x90...0xBF)
        case 0xF4: (count, first) = (3, 0x80...0x8F)
        case 0xF1...0xF3: count = 3
        default: return .illFormed(length: 1)
        }
        var value = UInt32(lead) & (count == 1 ? 0x1F : count == 2 ? 0x0F : 0x07)
        for index in 1...count {
            guard offset + index < bytes.count else { return .truncated(length: index) }
            let trail = bytes[offset + index]
            let allowed = index == 1 ? first : 0x80...0xBF
            guard allowed.contains(trail) else { return .illFormed(length: index) }
            value = value << 6 | UInt32(trail & 0x3F)
        }
        return .scalar(value, length: count + 1)
    }

    /// Where the sequence starts that ends before an offset above 0: at its lead byte, if the bytes are well-formed
    /// there.
    static func start(before offset: Int, in bytes: Span<UInt8>) -> Int {
        var start = offset - 1
        while start > 0, offset - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return start
    }
}

/// What becomes of bytes that are not UTF-8.
public enum IllFormedPolicy: String, Sendable, Hashable, CaseIterable {
    /// The call throws ``IllFormedUTF8Error``.
    case fail
    /// U+FFFD stands for each maximal subpart, as Unicode recommends and `String(decoding:as:)` does.
    case replace
    /// The bytes pass through as they are. Nothing composes or folds across them.
    case keep
}

/// Bytes that are not UTF-8, under the policy ``IllFormedPolicy/fail``.
public struct IllFormedUTF8Error: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where the first ill-formed sequence starts, in bytes from the start of the text or stream.
    public let offset: Int

    /// An error at an offset.
    public init(offset: Int) { self.offset = offset }

    /// A message for people.
    public var description: String { "ill-formed UTF-8 at byte \(offset)" }
}

extension UInt32 {
    /// Appends a scalar value as UTF-8; a value that is none appends U+FFFD.
    func appendUTF8(to bytes: inout [UInt8]) { bytes.append(contentsOf: utf8) }

    /// A scalar value as UTF-8; that of U+FFFD for a value that is none.
    var utf8: UTF8.EncodedScalar {
        Unicode.Scalar(self).flatMap(UTF8.encode) ?? UTF8.encodedReplacementCharacter
    }
}
