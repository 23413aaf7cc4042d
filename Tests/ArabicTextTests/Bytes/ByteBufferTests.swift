import Support
import Testing

@testable import ArabicText

/// What is written in place behind the bytes of an array.
@Suite struct ByteBufferTests {
    private struct Stop: Error {}

    private func bytes(_ count: Int, from first: Int = 0) -> [UInt8] {
        (first..<first + count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    }

    @Test(arguments: [0, 1, 63, 64, 65, 200, 5_000])
    func whatFitsAndWhatDoesNot(_ count: Int) throws {
        for before in [0, 1, 100] {
            for room in [0, count, count + 64] {
                var output = bytes(before)
                let copy = output
                output.append(room: room) { buffer in
                    for byte in bytes(count, from: before) { buffer.append(byte: byte) }
                }
                #expect(output == bytes(before + count), "\(before), room for \(room)")
                #expect(copy == bytes(before))
            }
        }
    }

    /// What stands before an error is there, in place or moved.
    @Test(arguments: [10, 1_000])
    func anError(_ count: Int) {
        var output = bytes(3)
        #expect(throws: Stop.self) {
            try output.append(room: 20) { (buffer) throws(Stop) in
                buffer.append(copying: bytes(count, from: 3).span)
                throw Stop()
            }
        }
        #expect(output == bytes(3 + count))
    }

    /// Text that becomes longer than there is room for.
    @Test func normalizersAppend() throws {
        let normalizer = try ArabicNormalizer(.search)
        let ligatures = Array(String(repeating: "\u{FDFA}", count: 500).utf8)
        let expected = normalizer.normalize(String(decoding: ligatures, as: UTF8.self))
        var output = Array("ab".utf8)
        for _ in 0..<3 { try normalizer.normalize(ligatures.span, into: &output) }
        #expect(output == Array("ab".utf8) + Array(expected.utf8) + Array(expected.utf8) + Array(expected.utf8))
        var before = Array("ab".utf8)
        #expect(throws: IllFormedUTF8Error(offset: 3)) {
            try normalizer.normalize([0xD8, 0xA3, 0x61, 0xFF].span, into: &before)
        }
        #expect(before == Array("abاa".utf8))
    }
}
