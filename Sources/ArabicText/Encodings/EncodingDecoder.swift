private import CICUShims

/// Turns text of another encoding, such as windows-1256, into UTF-8, piece by piece.
///
/// The bytes may be cut anywhere, inside a character too: the text is the same. What is held back between two pieces is
/// a part of one character. The tables are those of the system's ICU, whose names and aliases are taken
/// (`windows-1256` or `cp1256`; `ISO-8859-6` or `arabic`), without regard to case, hyphens and underlines. `UTF-16`
/// goes by its byte order mark, which is left out, and is big-endian without one; in `UTF-16LE` and `UTF-16BE` the mark
/// is a character, as RFC 2781 has it.
///
/// ```swift
/// let decoder = try EncodingDecoder("windows-1256")
/// while let chunk = read() { try decoder.append(chunk.span, into: &text) }
/// try decoder.finish(into: &text)
/// ```
///
/// A decoder is for one thread at a time.
@safe public final class EncodingDecoder {
    /// The encoding, as the caller named it.
    public let encoding: String
    /// Whether bytes that are nothing in the encoding become U+FFFD, one for each sequence.
    public let replacesIllFormed: Bool
    // SAFETY: made by `init`, given back by `deinit`, and never handed out.
    private let decoder: OpaquePointer
    /// The fewest bytes of a character.
    private let unit: Int
    /// How many bytes the pieces before this one had.
    private var base = 0
    private var room = [UInt8](repeating: 0, count: 1 << 14)

    /// Finds the converter of a name.
    ///
    /// Throws ``UnknownEncodingError`` where ICU knows none, or lacks its data.
    public init(_ encoding: String, replacingIllFormed replaces: Bool = false) throws(UnknownEncodingError) {
        var status: Int32 = 0
        guard let decoder = unsafe ats_decoder_open(encoding, &status) else {
            throw UnknownEncodingError(encoding: encoding)
        }
        self.encoding = encoding
        replacesIllFormed = replaces
        unsafe self.decoder = decoder
        unit = max(1, Int(unsafe ats_decoder_unit(decoder)))
    }

    deinit { unsafe ats_decoder_close(decoder) }

    /// Appends what the next bytes say, in UTF-8. Linear in the bytes.
    ///
    /// Throws ``UndecodableBytesError`` at the first sequence that is nothing in the encoding, unless these are replaced;
    /// what came before is in `output`. The decoder is of no more use then.
    public func append(_ bytes: Span<UInt8>, into output: inout [UInt8]) throws(UndecodableBytesError) {
        try decode(bytes, isLast: false, into: &output)
        base += bytes.count
    }

    /// Takes the end of the text. The decoder can be used anew.
    public func finish(into output: inout [UInt8]) throws(UndecodableBytesError) {
        try decode([UInt8]().span, isLast: true, into: &output)
        base = 0
    }

    private func decode(
        _ bytes: Span<UInt8>, isLast: Bool, into output: inout [UInt8]
    ) throws(UndecodableBytesError) {
        var start = 0
        while true {
            var decoded = ats_decoded()
            let outcome = call(bytes.extracting(start...), isLast: isLast, &decoded)
            output.append(copying: room.span.extracting(..<Int(decoded.written)))
            start += Int(decoded.read)
            switch outcome {
            case ATS_DECODING_DONE: return
            case ATS_DECODING_FULL: break
            case ATS_DECODING_ILL_FORMED where replacesIllFormed: UInt32(0xFFFD).appendUTF8(to: &output)
            default: throw error(decoded, readSoFar: base + start)
            }
        }
    }

    private func call(_ bytes: Span<UInt8>, isLast: Bool, _ decoded: inout ats_decoded) -> ats_decoding {
        // SAFETY: ICU reads within the bytes and writes within the room, both of which stay for the call.
        unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe room.withUnsafeMutableBufferPointer { room in
                guard let start = room.baseAddress else { return ATS_DECODING_FAILED }
                return unsafe ats_decoder_decode(
                    decoder, bytes.baseAddress, bytes.count, isLast, start, room.count, &decoded)
            }
        }
    }

    private func error(_ decoded: ats_decoded, readSoFar read: Int) -> UndecodableBytesError {
        let bad = unsafe withUnsafeBytes(of: decoded.bytes) { unsafe Array($0.prefix(Int(decoded.count))) }
        let offset = max(0, read - Int(decoded.after) - bad.count)
        return UndecodableBytesError(encoding: encoding, offset: offset - offset % unit, bytes: bad)
    }
}

extension EncodingDecoder {
    /// A name of each encoding that ICU knows, as MIME or IANA has it where they have one.
    public static var encodings: [String] {
        (0..<ats_encoding_count()).map { unsafe String(cString: ats_encoding_name($0)) }
    }

    /// Every name that an encoding may be called by, in no order.
    package static var aliases: [String] {
        var names: [String] = []
        for index in 0..<ats_encoding_count() {
            var alias: UInt16 = 0
            while let name = unsafe ats_encoding_alias(index, alias) {
                unsafe names.append(String(cString: name))
                alias += 1
            }
        }
        return names
    }
}

/// There is no encoding of a name.
public struct UnknownEncodingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The name.
    public let encoding: String

    /// A message for people.
    public var description: String { "there is no encoding \"\(encoding)\"" }
}

/// Bytes that are nothing in their encoding.
public struct UndecodableBytesError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The encoding, as the caller named it.
    public let encoding: String
    /// Where the bytes start, from the start of the text in its own encoding.
    public let offset: Int
    /// The bytes; none where ICU does not tell.
    public let bytes: [UInt8]

    package init(encoding: String, offset: Int, bytes: [UInt8]) {
        self.encoding = encoding
        self.offset = offset
        self.bytes = bytes
    }

    /// A message for people.
    public var description: String { "\(what) at byte \(offset)" }

    /// What is wrong, without the place.
    package var what: String {
        let hexadecimal = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
        return hexadecimal.joined(separator: " ") + (bytes.isEmpty ? "" : " is ") + "nothing in \(encoding)"
    }
}
