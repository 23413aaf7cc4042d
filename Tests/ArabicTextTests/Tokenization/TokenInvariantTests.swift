import Support
import Testing

@testable import ArabicText

/// Invariant 5: tokens are ordered and disjoint, and together cover the text; invariant 6: no bytes trap.
@Suite struct TokenInvariantTests {
    @Test(arguments: TokenizationRules.all)
    func tokensCoverEveryScalarValue(_ rules: TokenizationRules) {
        var failures = Failures()
        var bytes: [UInt8] = []
        let all = scalarValues(every: 31, from: TokenizationRules.all.firstIndex(of: rules) ?? 0)
        for (number, scalar) in all.enumerated() {
            bytes += utf8([scalar])
            if scalar & 0xFFF == 0xFFF || number == all.count - 1 {
                if let fault = fault(tokens(bytes, rules), count: bytes.count) { failures.add("\(scalar): \(fault)") }
                bytes.removeAll()
            }
        }
        #expect(failures.isEmpty, "\(failures)")
    }

    @Test(arguments: TokenizationRules.all)
    func tokensCoverRandomText(_ rules: TokenizationRules) {
        var random = SplitMix64(seed: 5)
        var failures = Failures()
        for _ in (0..<5_000).sampled(every: 7) {
            let bytes = utf8(randomSequence(of: scalars(of: WordClass.allCases), upTo: 60, &random))
            if let fault = fault(tokens(bytes, rules), count: bytes.count) { failures.add(escaped(bytes) + fault) }
        }
        #expect(failures.isEmpty, "\(failures)")
    }

    @Test(arguments: TokenizationRules.all)
    func tokensCoverRandomBytes(_ rules: TokenizationRules) {
        var random = SplitMix64(seed: 6)
        var failures = Failures()
        let some: [UInt8] = [
            0x20, 0x61, 0x80, 0xBF, 0xC0, 0xD9, 0x8E, 0xE0, 0xA0, 0xE2, 0xED, 0xF0, 0x9F, 0x98, 0xF4, 0xFF,
        ]
        for _ in (0..<5_000).sampled(every: 7) {
            let bytes = (0..<40).map { _ in some[Int.random(in: some.indices, using: &random)] }
            if let fault = fault(tokens(bytes, rules), count: bytes.count) { failures.add("\(bytes) \(fault)") }
        }
        #expect(failures.isEmpty, "\(failures)")
    }

    @Test(arguments: TokenizationRules.all)
    func nothingGivesNothing(_ rules: TokenizationRules) {
        #expect(tokens([], rules).isEmpty)
    }

    @Test func eightTasksGiveWhatOneGives() async {
        let text = String(repeating: "قال: «السلام» 3٫5 \u{E01}\u{E34}\u{E19} 漢字 😀 ", count: 50)
        let expected = ArabicTokenizer().tokens(in: text)
        await withTaskGroup(of: [Token].self) { group in
            for _ in 0..<8 { group.addTask { ArabicTokenizer().tokens(in: text) } }
            for await tokens in group { #expect(tokens == expected) }
        }
    }
}
