/// A letter of a word as the stemmers see it: a Unicode scalar, or a byte of ill-formed UTF-8, which no rule knows.
struct Letter: Hashable, Sendable, ExpressibleByUnicodeScalarLiteral {
    private static let illFormed: UInt32 = 0x8000_0000

    /// The scalar's value; for an ill-formed byte a value beyond Unicode.
    let value: UInt32

    init(unicodeScalarLiteral scalar: Unicode.Scalar) { value = scalar.value }

    /// The letter whose scalar value of U+0600–06FF has this lowest byte.
    init(packed byte: UInt8) { value = 0x0600 | UInt32(byte) }

    /// The lowest byte of a scalar value of U+0600–06FF, or nil.
    var packed: Int? { value >> 8 == 0x06 ? Int(value & 0xFF) : nil }

    private init(illFormed byte: UInt8) { value = Letter.illFormed | UInt32(byte) }

    /// The letter that starts at an index of the bytes, and how many bytes it takes: one, if they are ill-formed there.
    static func decode(_ bytes: Span<UInt8>, at index: Int) -> (letter: Letter, width: Int) {
        guard case .scalar(let value, let width) = UTF8Element.decode(bytes, at: index),
            let scalar = Unicode.Scalar(value)
        else { return (Letter(illFormed: bytes[index]), 1) }
        return (Letter(unicodeScalarLiteral: scalar), width)
    }

    /// Appends the letter as UTF-8; an ill-formed byte as it was.
    func append(to output: inout [UInt8]) {
        if let scalar = Unicode.Scalar(value) {
            output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        } else {
            output.append(UInt8(truncatingIfNeeded: value))
        }
    }
}

extension [Letter] {
    /// The letters of a word of UTF-8 bytes. Linear.
    init(_ bytes: Span<UInt8>) {
        self.init()
        reserveCapacity(bytes.count / 2 + 1)
        var index = 0
        while index < bytes.count {
            let (letter, width) = Letter.decode(bytes, at: index)
            append(letter)
            index += width
        }
    }

    /// The letters of a rule.
    init(_ text: String) { self = text.unicodeScalars.map(Letter.init(unicodeScalarLiteral:)) }

    /// The letter at an index from the start, or nil beyond the ends.
    subscript(at index: Int) -> Letter? { indices.contains(index) ? self[index] : nil }

    /// The letter at an index from the end, the last one being 1, or nil beyond the ends.
    subscript(fromEnd index: Int) -> Letter? { self[at: count - index] }

    /// The letters of two ranges of indices, one after the other; what lies outside the word is left out.
    func keeping(_ first: Range<Int>, _ second: Range<Int>) -> [Letter] {
        Array(self[first.clamped(to: indices)] + self[second.clamped(to: indices)])
    }

    /// Appends the letters as UTF-8.
    func append(to output: inout [UInt8]) {
        for letter in self { letter.append(to: &output) }
    }
}
