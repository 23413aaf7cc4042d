private import CICUShims

/// What Unicode calls a character: `U+0651 ARABIC SHADDA`.
///
/// It is for messages. What has no name gets its kind and code point between angle brackets: `<control-0007>`,
/// `<unassigned-0378>`, `<private use area-E000>`, `<noncharacter-FFFF>`. A character newer than the ICU at hand is
/// unassigned there. The text is printable ASCII, whatever the character.
public struct CharacterName: Sendable, Hashable, CustomStringConvertible {
    /// The code point as Unicode writes it, with four to six digits: `U+0651`.
    public let codePoint: String
    /// The name: `ARABIC SHADDA`. Empty where ICU was built without its table of names.
    public let name: String

    /// The name of a character. A search in ICU's table: for messages, not for loops over texts.
    public init(of scalar: Unicode.Scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        codePoint = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        var text = [CChar](repeating: 0, count: 128)
        // SAFETY: ICU writes at most the 128 bytes that the shim names, and ends them with a zero.
        unsafe text.withUnsafeMutableBufferPointer { buffer in
            if let start = buffer.baseAddress { unsafe ats_character_name(scalar.value, start) }
        }
        name = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Code point and name.
    public var description: String { name.isEmpty ? codePoint : "\(codePoint) \(name)" }
}
