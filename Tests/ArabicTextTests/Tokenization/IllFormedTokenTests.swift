import Support
import Testing

@testable import ArabicText

/// Each ill-formed maximal subpart is a token of its own, as U+FFFD is.
@Suite struct IllFormedTokenTests {
    static let cases: [(bytes: [UInt8], ends: [Int])] = [
        ([0x61, 0xFF, 0x61], [1, 2, 3]),
        ([0x80], [1]),
        // A truncated sequence is one subpart; what cannot go on is not.
        ([0xE2, 0x82], [2]), ([0xE2, 0x82, 0x61], [2, 3]), ([0xF0, 0x9F, 0x98], [3]),
        ([0xE0, 0x80, 0x80], [1, 2, 3]), ([0xED, 0xA0, 0x80], [1, 2, 3]), ([0xF4, 0x90], [1, 2]),
        ([0xC0, 0xAF], [1, 2]), ([0xF0, 0x9F, 0xE2, 0x82, 0xAC], [2, 5]),
        // Marks join it as they join U+FFFD.
        ([0xFF, 0xD9, 0x8E], [3]),
    ]

    @Test(arguments: cases)
    func subpartsAreTokens(_ bytes: [UInt8], _ expected: [Int]) {
        #expect(ends(bytes) == expected)
        #expect(
            tokens(bytes).first { $0.range.lowerBound == 0 }.map(\.kind) == (bytes[0] == 0x61 ? .word : .punctuation))
    }

    @Test(arguments: TokenizationRules.all)
    func boundariesAreThoseOfTheReplacedText(_ rules: TokenizationRules) {
        var random = SplitMix64(seed: 7)
        var failures = Failures()
        let some: [UInt8] = [
            0x20, 0x61, 0x31, 0x2E, 0x80, 0xC2, 0xD9, 0x8E, 0xE0, 0xB8, 0x81, 0xE2, 0x80, 0x8D, 0xF0, 0x9F,
        ]
        for _ in 0..<5_000 {
            let bytes = (0..<20).map { _ in some[Int.random(in: some.indices, using: &random)] }
            // Swift's decoder replaces maximal subparts too.
            let replaced = String(decoding: bytes, as: UTF8.self)
            let expected = tokens(Array(replaced.utf8), rules).map { [$0.kind.name, "\($0.position)"] }
            if tokens(bytes, rules).map({ [$0.kind.name, "\($0.position)"] }) != expected { failures.add("\(bytes)") }
        }
        #expect(failures.isEmpty, "\(failures)")
    }
}
