/// Finds bytes in others. Linear in both, whatever they are.
///
/// Horspool's way skips most of an ordinary text, but takes the product of both lengths where much of the bytes comes
/// again and again; then the search goes on byte by byte.
package struct ByteSearch: Sendable {
    private let automaton: PatternAutomaton<UInt8>
    /// By byte: how far the bytes can be moved on when that one stands under their last one.
    private let shifts: [Int]
    /// How many more bytes may be compared in vain than the search has got on by.
    private static let patience = 1 << 10

    /// What is looked for, at least one byte.
    package var bytes: [UInt8] { automaton.pattern }

    init(_ bytes: [UInt8]) {
        automaton = PatternAutomaton(bytes)
        var shifts = Array(repeating: bytes.count, count: 256)
        for (index, byte) in bytes.dropLast().enumerated() { shifts[Int(byte)] = bytes.count - 1 - index }
        self.shifts = shifts
    }

    /// Where the bytes stand first, from an offset on.
    package func first(in text: Span<UInt8>, from offset: Int = 0) -> Int? {
        let bytes = automaton.pattern
        let last = bytes.count - 1
        var end = offset + last
        var compared = 0
        while end < text.count {
            let byte = text[end]
            if byte == bytes[last] {
                let start = end - last
                var index = last
                while index > 0, text[start + index - 1] == bytes[index - 1] { index -= 1 }
                if index == 0 { return start }
                compared += last - index
                if compared > end - offset + Self.patience { return firstByteByByte(in: text, from: start + 1) }
            }
            end += shifts[Int(byte)]
        }
        return nil
    }

    /// The same, each byte being read once.
    func firstByteByByte(in text: Span<UInt8>, from offset: Int) -> Int? {
        var matched = 0
        var index = offset
        while index < text.count {
            matched = automaton.advance(matched, by: text[index])
            index += 1
            if matched == automaton.pattern.count { return index - matched }
        }
        return nil
    }
}
