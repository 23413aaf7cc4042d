import Support
import Testing

@testable import ArabicText

/// Invariants 1 and 10 for folding: every kernel gives the bytes of the portable one, which other tests hold to the
/// reference, in texts that are long enough for blocks.
@Suite(
    .switchesKernel,
    .enabled(if: ProcessorKernel.available.count > 1, "this processor has no kernel but the portable one"))
struct FoldKernelTests {
    private typealias Named = (name: String, normalizer: ArabicNormalizer)

    /// Compiled once for all tests, which throw what this has failed with.
    private static let compiled = Result {
        try profilesUnderTest.map { Named(name: $0.name, normalizer: try ArabicNormalizer($0.profile)) }
    }

    /// The profiles of these names, or all.
    private static func profiles(_ names: String...) throws -> [Named] {
        let chosen = try compiled.get().filter { names.isEmpty || names.contains($0.name) }
        try #require(names.isEmpty ? !chosen.isEmpty : chosen.count == names.count)
        return chosen
    }

    private static func result(_ normalizer: ArabicNormalizer, _ bytes: Span<UInt8>) throws -> [UInt8] {
        var output: [UInt8] = []
        try normalizer.normalize(bytes, illFormed: .keep, into: &output)
        return output
    }

    private static func compare(
        _ bytes: [UInt8], _ failures: inout Failures, profiles: [Named]
    ) throws {
        for (name, normalizer) in profiles {
            _ = ProcessorKernel.portable.use()
            let expected = try result(normalizer, bytes.span)
            for kernel in ProcessorKernel.available where kernel != .portable {
                #expect(kernel.use())
                failures.test()
                let found = try result(normalizer, bytes.span)
                if found != expected { failures.add("\(name) \(kernel) \(escaped(bytes)): \(escaped(found))") }
            }
        }
    }

    private static let pieces: [[UInt8]] = [
        "كتاب", "قَلَمٌ", "مُحَمَّدٌ", "شَّ", "أ", "ى", "ة", "ـ", " ", " ", "، ", "\n", "Book", "12", "٣", "«", "é", "–",
        "\u{200F}",
        "\u{1F600}", "\u{2764}\u{FE0F}", "ا\u{653}", "و\u{654}", "\u{651}\u{64E}\u{650}", "\u{6D8}", "\u{64B}",
        "\u{FEFB}", "\u{FDFA}", "漢",
        "\u{5D0}",
    ].map { Array($0.utf8) }

    private static func text(_ random: inout SplitMix64, atLeast count: Int) -> [UInt8] {
        // Often of few different pieces, so that long stretches stay within blocks.
        let some = (0..<Int.random(in: 2...pieces.count, using: &random)).map { _ in
            pieces.randomElement(using: &random) ?? [0x20]
        }
        var bytes: [UInt8] = []
        while bytes.count < count { bytes += some.randomElement(using: &random) ?? [0x20] }
        return bytes
    }

    /// Every scalar value, some hundreds in a text, with letters and marks between them.
    @Test func everyScalar() throws {
        var failures = Failures()
        let all = try Self.profiles()
        var text: [UInt8] = []
        let few = try Self.profiles("lossless", "light", "search", "quran", "lucene", "every step")
        for scalar in (UInt32(0)...0x10FFFF).lazy.filter({ Unicode.Scalar($0) != nil }) {
            if scalar > 0x323FF, scalar < 0xE0000 || scalar > 0xE0FFF, scalar & 0xFF != 0 { continue }
            text += utf8([0x628, scalar, 0x627, 0x64E, scalar, 0x62A, 0x62B])
            if text.count > 4_000 {
                try Self.compare(text, &failures, profiles: few)
                text.removeAll()
            }
        }
        try Self.compare(text, &failures, profiles: all)
        #expect(failures.isNoneOfSome, "\(failures)")
    }

    @Test func everyPairOfTheArabicBlock() throws {
        var failures = Failures()
        let all = try Self.profiles()
        for first in UInt32(0x600)...0x6FF {
            var text: [UInt8] = []
            for second in UInt32(0x600)...0x6FF { text += utf8([0x643, first, second, 0x628]) }
            try Self.compare(text, &failures, profiles: all)
        }
        #expect(failures.isNoneOfSome, "\(failures)")
    }

    @Test func everyLengthAndAlignment() throws {
        var random = SplitMix64(seed: 61)
        var failures = Failures()
        let all = try Self.profiles()
        for length in 0...200 {
            let bytes = Self.text(&random, atLeast: 300)
            for start in 0..<4 { try Self.compare(Array(bytes[start..<start + length]), &failures, profiles: all) }
        }
        #expect(failures.isNoneOfSome, "\(failures)")
    }

    @Test func randomBlocks() throws {
        var random = SplitMix64(seed: 62)
        var failures = Failures()
        let all = try Self.profiles()
        for _ in 0..<1_500 {
            try Self.compare(
                Self.text(&random, atLeast: Int.random(in: 64...1_500, using: &random)), &failures, profiles: all)
        }
        #expect(failures.isNoneOfSome, "\(failures)")
    }

    /// One million blocks of ordinary text with the profiles that are all letters, and that keep marks.
    @Test func aMillionBlocks() throws {
        var random = SplitMix64(seed: 63)
        var failures = Failures()
        let few = try Self.profiles("lossless", "search")
        for _ in 0..<1_000 {
            try Self.compare(Self.text(&random, atLeast: 32_000), &failures, profiles: few)
        }
        #expect(failures.isNoneOfSome, "\(failures.count)")
    }

    @Test func illFormedBytesAtEveryPlace() throws {
        var random = SplitMix64(seed: 64)
        var failures = Failures()
        let few = try Self.profiles("lossless", "search", "lucene")
        for byte: UInt8 in [0x80, 0xBF, 0xC0, 0xC2, 0xD9, 0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF] {
            for place in 0..<130 {
                var bytes = Self.text(&random, atLeast: 200)
                bytes[place] = byte
                try Self.compare(bytes, &failures, profiles: few)
                try Self.compare(Array(bytes[..<place]) + [byte], &failures, profiles: few)
            }
        }
        #expect(failures.isNoneOfSome, "\(failures)")
    }

    /// A long run of marks and of other scripts costs the same a byte everywhere, and comes out the same.
    @Test func hostileText() throws {
        var failures = Failures()
        let all = try Self.profiles()
        for part in [
            "\u{64E}", "\u{64E}\u{650}", "\u{651}\u{64E}", "ا\u{653}", "\u{1F600}", "א", "é", "\u{200F}", "\0", "A",
        ] {
            try Self.compare(Array(String(repeating: part, count: 4_000).utf8), &failures, profiles: all)
        }
        #expect(failures.isNoneOfSome, "\(failures)")
    }
}
