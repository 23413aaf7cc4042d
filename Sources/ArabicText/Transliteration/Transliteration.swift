/// A scheme that writes Arabic script with one Latin character for each Arabic one, and back.
///
/// Each has the same 51 characters: the letters U+0621–063A and 0641–064A, tatweel U+0640, the marks U+064B–0652, dagger
/// alef U+0670, alef wasla U+0671, and U+067E, 0686, 06A4, 06AF; ``pairs`` lists them. All else stays as it is, Arabic
/// digits and punctuation too, and ill-formed UTF-8 passes through. The tables are those of CAMeL Tools.
///
/// Plainly romanised, a Latin word looks like transliteration, and would come back in Arabic script. With
/// `escapingLatin` it stands between two backslashes, `mrHbA \Hello\`, and *any* text comes back byte for byte:
/// - A run of ASCII letters and digits, U+00C0–03FF, U+1E00–1FFF and characters of the scheme is written as `\run\` where
///   reading it as transliteration would change it. A run has neither white space nor backslash, nor one of the 51.
/// - A backslash is written as `\\`.
///
/// Hence to read it: a backslash before a backslash is one; any other opens what stays as it is, up to the next
/// backslash, or to the end of the line where there is none. Each piece of text is read alone: joining what was
/// romanised line by line is the same as romanising the whole.
///
/// To take marks off, do so in Arabic script, before romanising: `.` is sukun in ``habashSoudiBuckwalter`` and a full
/// stop as well, and `a` is fatha and a letter of every Latin word. The characters of that scheme are read where they
/// are composed, as they are written, and in no other spelling: U+0100, not U+0041 U+0304.
public struct Transliteration: Sendable, Hashable, CustomStringConvertible {
    private enum Scheme: String, CaseIterable {
        case bw
        case safebw
        case xmlbw
        case hsb
    }

    private let scheme: Scheme

    /// Buckwalter's scheme: ASCII, punctuation included. Named `bw`.
    public static let buckwalter = Transliteration(scheme: .bw)

    /// Safe Buckwalter: ASCII letters, `_` and `~` only. Named `safebw`.
    public static let safeBuckwalter = Transliteration(scheme: .safebw)

    /// XML Buckwalter: Buckwalter's scheme without `<`, `>` and `&`. Named `xmlbw`.
    public static let xmlBuckwalter = Transliteration(scheme: .xmlbw)

    /// The scheme of Habash, Soudi and Buckwalter: Latin letters, some with diacritics, and the Greek θ ς γ, to be
    /// read by people. Named `hsb`.
    public static let habashSoudiBuckwalter = Transliteration(scheme: .hsb)

    /// All schemes, in the order of the documentation.
    public static let all: [Transliteration] = Scheme.allCases.map(Transliteration.init(scheme:))

    private init(scheme: Scheme) { self.scheme = scheme }

    /// The scheme of that name, or nil.
    public init?(named name: String) {
        guard let scheme = Scheme(rawValue: name) else { return nil }
        self.scheme = scheme
    }

    /// The name: bw, safebw, xmlbw or hsb.
    public var name: String { scheme.rawValue }

    /// The name.
    public var description: String { name }

    /// The 51 characters in both scripts, by the code point of the Arabic one.
    public var pairs: [(arabic: Unicode.Scalar, roman: Unicode.Scalar)] {
        table.pairs.compactMap { pair in
            guard let arabic = Unicode.Scalar(pair.arabic), let roman = Unicode.Scalar(pair.roman) else { return nil }
            return (arabic, roman)
        }
    }

    var table: TransliterationTable {
        switch scheme {
        case .bw: .buckwalter
        case .safebw: .safeBuckwalter
        case .xmlbw: .xmlBuckwalter
        case .hsb: .habashSoudiBuckwalter
        }
    }

    /// Arabic text in Latin script; with `escapingLatin`, so that ``arabize(_:escapingLatin:)`` gives back the same
    /// bytes, whatever the text. Linear in the text.
    public func romanize(_ text: String, escapingLatin: Bool = false) -> String {
        var output: [UInt8] = []
        romanize(text.utf8Span.span, escapingLatin: escapingLatin, into: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// Text in Latin script in Arabic; with `escapingLatin`, what is escaped stays, without the backslashes. Linear in
    /// the text.
    public func arabize(_ text: String, escapingLatin: Bool = false) -> String {
        var output: [UInt8] = []
        arabize(text.utf8Span.span, escapingLatin: escapingLatin, into: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// Appends Arabic text in Latin script, as UTF-8 bytes. Ill-formed bytes stay. Linear in the bytes.
    public func romanize(_ text: Span<UInt8>, escapingLatin: Bool = false, into output: inout [UInt8]) {
        let table = table
        if escapingLatin {
            LatinEscape.romanize(text, with: table, into: &output)
        } else {
            Self.replace(in: text, into: &output, by: table.roman)
        }
    }

    /// Appends text in Latin script in Arabic, as UTF-8 bytes. Ill-formed bytes stay. Linear in the bytes.
    public func arabize(_ text: Span<UInt8>, escapingLatin: Bool = false, into output: inout [UInt8]) {
        let table = table
        if escapingLatin {
            var state = LatinEscape.ReadingState.outside
            LatinEscape.arabize(text, with: table, state: &state, into: &output)
        } else {
            Self.replace(in: text, into: &output, by: table.arabic)
        }
    }

    /// Appends a text with each scalar replaced that has a replacement.
    static func replace(
        in text: Span<UInt8>, into output: inout [UInt8], by replacement: (UInt32) -> UInt32?
    ) {
        var offset = 0
        while offset < text.count {
            let element = UTF8Element.decode(text, at: offset)
            if case .scalar(let scalar, _) = element, let replaced = replacement(scalar) {
                replaced.appendUTF8(to: &output)
            } else {
                for index in offset..<offset + element.length { output.append(text[index]) }
            }
            offset += element.length
        }
    }
}
