import Support
import Testing

@testable import ArabicText

/// Pieces that are written together are what they are one by one.
@Suite struct PiecesTests {
    @Test func writtenTogether() {
        var random = SplitMix64(seed: 41)
        for _ in 0..<3_000 {
            let count = Int.random(in: 1...20, using: &random), start = Int.random(in: 0...40, using: &random)
            var ends: [Int] = []
            for _ in 0..<count {
                let longest = Bool.random(using: &random) ? 6 : 70
                ends.append((ends.last ?? start) + Int.random(in: 0...longest, using: &random))
            }
            let length = (ends.last ?? 0) + Int.random(in: 0...40, using: &random)
            let text = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            let kinds = (0..<count).map { _ in UInt8.random(in: 0..<10, using: &random) }
            let leftOut = UInt32.random(in: 0..<1 << 10, using: &random)
            let first = Int.random(in: 0...count, using: &random)
            let range = first..<Int.random(in: first...count, using: &random)
            for kinds in [nil, kinds] {
                var expected: [UInt8] = [0x41]
                var expectedCount = 0
                for index in range where kinds.map({ leftOut >> UInt32($0[index]) & 1 == 0 }) ?? true {
                    expected += text[(index == 0 ? start : ends[index - 1])..<ends[index]] + [0x0A]
                    expectedCount += 1
                }
                var output = ByteBuffer(capacity: 0)
                output.append(byte: 0x41)
                let found = output.append(
                    range, ofPiecesOf: text.span, start: start, ends: ends, kinds: kinds, leavingOut: leftOut,
                    separator: 0x0A)
                var bytes: [UInt8] = []
                output.appendAll(to: &bytes)
                #expect(bytes == expected, "\(start) \(ends) \(range) \(leftOut) \(escaped(text))")
                #expect(found == expectedCount)
            }
        }
    }
}
