import Support
import Testing

@testable import ArabicText

/// Invariant 1 for tokens: every kernel gives what the automaton gives, scalar by scalar.
@Suite(.switchesKernel) struct WordKernelTests {
    /// The slow, obvious reference.
    private static func scanned(_ bytes: [UInt8], _ rules: TokenizationRules) -> [Token] {
        var scanner = TokenScanner(rules)
        var tokens: [Token] = []
        while let token = scanner.next(in: bytes.span, isLast: true) { tokens.append(token) }
        return tokens
    }

    private static func compare(_ bytes: [UInt8], _ failures: inout Failures) {
        for rules in TokenizationRules.all {
            let expected = scanned(bytes, rules)
            for kernel in ProcessorKernel.available {
                #expect(kernel.use())
                failures.test()
                let found = tokens(bytes, rules)
                if found != expected {
                    let place = zip(found, expected).first { $0 != $1 }
                    failures.add("\(rules.name) \(kernel) \(escaped(bytes)): \(String(describing: place))")
                }
            }
        }
    }

    /// What surrounds a character in ordinary text, so that blocks are not all unusual.
    private static let ordinary: [String] = [
        "كتاب", "قَلَمٌ", "و", " ", "  ", ". ", "، ", ": ", "\n", "book", "12", "٣", "«", "»", "(", ")", "é", "–", "ـ",
        "\"",
    ]

    private static func text(_ random: inout SplitMix64, atLeast count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count { bytes += (ordinary.randomElement(using: &random) ?? " ").utf8 }
        return bytes
    }

    /// Every scalar that a table of the kernel knows, and some that none does, at each place of a block.
    @Test func everyCharacterAtEveryPlace() {
        var random = SplitMix64(seed: 51)
        var failures = Failures()
        let scalars =
            [0x00..<0x100, 0x600..<0x700, 0x2000..<0x2080].joined().map { UInt32($0) }
            + [0x17F, 0x5D0, 0x8D0, 0xE01, 0x2764, 0x6F22, 0xFDFA, 0xFE0F, 0xFEFF, 0x1F600, 0x1F3FD, 0x1F1F8]
        for (number, scalar) in scalars.enumerated() {
            for place in stride(from: number % 3, to: 70, by: 3) {
                var bytes = Self.text(&random, atLeast: 140)
                // Between scalars only.
                var at = place
                while bytes[at] & 0xC0 == 0x80 { at += 1 }
                bytes.insert(contentsOf: utf8([scalar]), at: at)
                Self.compare(bytes, &failures)
            }
        }
        #expect(failures.isNoneOfSome, "\(failures)")
    }

    @Test func everyLengthAndAlignment() {
        var random = SplitMix64(seed: 52)
        var failures = Failures()
        for length in 0...200 {
            for _ in 0..<8 { Self.compare(Array(Self.text(&random, atLeast: 200)[..<length]), &failures) }
        }
        #expect(failures.isNoneOfSome, "\(failures)")
    }

    /// The bytes before and after a text are of no account, wherever it lies in memory.
    @Test func everyAlignment() {
        var random = SplitMix64(seed: 55)
        var failures = Failures()
        for offset in 0..<64 {
            let bytes = Self.text(&random, atLeast: 400)
            for length in stride(from: offset % 5, to: 200, by: 5) {
                let part = offset..<offset + length
                for rules in TokenizationRules.all {
                    let expected = Self.scanned(Array(bytes[part]), rules)
                    for kernel in ProcessorKernel.available {
                        #expect(kernel.use())
                        failures.test()
                        var found: [Token] = []
                        ArabicTokenizer(rules).forEachToken(in: bytes.span.extracting(part)) { found.append($0) }
                        if found != expected { failures.add("\(rules.name) \(kernel) \(escaped(bytes)) \(part)") }
                    }
                }
            }
        }
        #expect(failures.isNoneOfSome, "\(failures)")
    }

    /// Batches of all scalars, each alone and in a word.
    @Test func everyScalar() {
        var failures = Failures()
        var text: [UInt8] = []
        for scalar in (UInt32(0)...0x10FFFF).lazy.filter({ Unicode.Scalar($0) != nil }) {
            // Of what lies far from anything that the kernels know, some will do.
            if scalar > 0x3000, !(0xFA00..<0x10000).contains(scalar), !(0x1F000..<0x20000).contains(scalar),
                scalar % 61 != 0
            {
                continue
            }
            text += utf8([0x628, scalar, 0x627, 0x20, scalar, 0x62A, 0x2E, scalar, 0x20, 0x61, scalar, scalar, 0x31])
            if text.count > 16_000 {
                Self.compare(text, &failures)
                text.removeAll()
            }
        }
        #expect(failures.isNoneOfSome, "\(failures)")
    }

    @Test func everyPairOfArabicCharacters() {
        var failures = Failures()
        for first in UInt32(0x600)..<0x700 {
            var text: [UInt8] = []
            for second in UInt32(0x600)..<0x700 { text += utf8([first, second, second % 3 == 0 ? 0x20 : 0x644]) }
            Self.compare(text, &failures)
        }
        #expect(failures.isNoneOfSome, "\(failures)")
    }

    @Test func illFormedBytesAtEveryPlace() {
        var random = SplitMix64(seed: 53)
        var failures = Failures()
        for byte: UInt8 in [0x80, 0xBF, 0xC0, 0xC2, 0xD9, 0xE2, 0xED, 0xF0, 0xF5, 0xFF] {
            for place in 0..<130 {
                var bytes = Self.text(&random, atLeast: 140)
                bytes[place] = byte
                Self.compare(bytes, &failures)
            }
        }
        #expect(failures.isNoneOfSome, "\(failures)")
    }

    /// Sequences of one character of each class, in long texts.
    @Test func randomSequencesOfAllClasses() {
        var random = SplitMix64(seed: 54)
        var failures = Failures()
        let all = scalars(of: WordClass.allCases)
        for round in 0..<20_000 {
            let bytes =
                round % 4 == 0
                ? utf8(randomSequence(of: all, upTo: 200, &random))
                : Self.text(&random, atLeast: 30) + utf8(randomSequence(of: all, upTo: 3, &random))
                    + Self.text(&random, atLeast: 80)
            Self.compare(bytes, &failures)
        }
        #expect(failures.isNoneOfSome, "\(failures)")
    }

    /// Emoji of every kind, and what prolongs them or stands where it prolongs nothing.
    @Test func emojiInTexts() {
        let parts: [UInt32] = [
            0x1F600, 0x1F602, 0x1F44B, 0x1F54A, 0x1F468, 0x2764, 0x2728, 0x270C, 0x2605, 0x303D, 0xA9, 0xFE0F, 0xFE0E,
            0x200D, 0x1F3FB, 0x1F3FF, 0x20E3, 0x1F1E6, 0x1F1F8, 0xE0067, 0xE007F, 0x2069, 0x200F, 0x23, 0x31, 0x20,
            0x20,
            0x20, 0x20, 0x627, 0x64E, 0x2E, 0x0A,
        ]
        var random = SplitMix64(seed: 56)
        var failures = Failures()
        for round in 0..<20_000 {
            var bytes: [UInt8] = []
            while bytes.count < 200 {
                let count = Int.random(in: 1...(round % 8 + 1), using: &random)
                bytes += utf8((0..<count).map { _ in parts.randomElement(using: &random) ?? 0x20 })
                bytes += Self.text(&random, atLeast: round % 3 * 12)
            }
            Self.compare(bytes, &failures)
        }
        #expect(failures.isNoneOfSome, "\(failures)")
    }

    @Test func longTokensAndManyTokens() {
        var failures = Failures()
        for count in [60, 64, 120, 127, 128, 130, 190, 254, 255, 256, 300, 1_000, 5_000] {
            for part in ["س", "a", "1", "س\u{64E}", "1س", " ", "a b ", "\u{1F600}", "ab. "] {
                Self.compare(Array((" " + String(repeating: part, count: count) + "، x").utf8), &failures)
            }
        }
        #expect(failures.isNoneOfSome, "\(failures)")
    }

    @Test func kernelsOfTheProcessor() {
        #expect(ProcessorKernel.available.first == .portable)
        #expect(ProcessorKernel.available.contains(.inUse))
    }
}
