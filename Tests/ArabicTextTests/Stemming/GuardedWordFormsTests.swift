import Support
import Testing

@testable import ArabicText

/// The forms of a word have one result: packed letters in a number, alone or side by side with others, give what an array
/// of letters gives.
@Suite(.switchesKernel) struct GuardedWordFormsTests {
    private static let letters = Array("اااللويمنتبهةىأإآؤئءكسفشقحعدر\u{63B}".unicodeScalars)
    private static let others = Array(
        "\u{64E}\u{651}\u{640}\u{670}\u{654}\u{655}\u{653}\u{6E1}پکیٱa5\u{200F}".unicodeScalars)

    /// The words that the lists of the stemmer have.
    static let listedWords =
        (GuardedLexicon.guards.map(\.1) + GuardedLexicon.irregulars.map(\.1) + [GuardedWords.assimilated])
        .flatMap { $0.split { $0.isWhitespace || $0 == "=" } }

    static func words() throws -> [[UInt8]] {
        var random = SplitMix64(seed: 2_026)
        let examples = Gold.rows(try Gold.bundledBytes("Data/stemming/guarded_examples.tsv"))
        var words = examples.dropFirst().compactMap(\.first)
        let listed = listedWords
        let prefixes = ["", "و", "ف", "ال", "وال", "بال", "لل", "ب", "ك", "ل", "س", "سي", "ست", "أ", "ي", "ت", "ن"]
        let endings = GuardedWords.endings.split(whereSeparator: \.isWhitespace).map(String.init) + ["ائهم", "اؤها"]
        for (number, word) in listed.enumerated() {
            for prefix in prefixes.sampled(every: 6, from: number) {
                let ending =
                    Int.random(in: 0...1, using: &random) == 0 ? "" : endings.randomElement(using: &random) ?? ""
                words.append(Array((prefix + word + ending).utf8))
            }
        }
        for count in 1...20 {
            for _ in (0..<1_000).sampled(every: 10) { words.append(Self.word(count, odd: 0, &random)) }
            for _ in (0..<200).sampled(every: 10) { words.append(Self.word(count, odd: 3, &random)) }
        }
        return words
    }

    private static func word(_ count: Int, odd: Int, _ random: inout SplitMix64) -> [UInt8] {
        var view = String.UnicodeScalarView()
        for _ in 0..<count {
            view.append(letters.randomElement(using: &random) ?? "ا")
            if Int.random(in: 0..<10, using: &random) < odd { view.append(others.randomElement(using: &random) ?? "ا") }
        }
        return Array(String(view).utf8)
    }

    private static func bytes(_ word: ArrayWord) -> [UInt8] {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: word.folded)
        return Array(String(view).utf8)
    }

    private static func bytes<Letters>(_ word: PackedWord<Letters>) -> [UInt8] {
        var output: [UInt8] = []
        word.append(to: &output)
        return output
    }

    @Test func packedIsArray() throws {
        let reader = GuardedReader()
        var counts = (short: 0, medium: 0)
        for bytes in try Self.words() {
            guard let word = ArrayWord(reading: bytes.span) else { continue }
            for stemmer in [GuardedStemmer.full, .withoutBrokenPlurals] {
                let stem = Self.bytes(stemmer.stem(word))
                if let short = ShortWord(word) {
                    counts.short += 1
                    #expect(Self.bytes(stemmer.stem(short)) == stem, "\(escaped(bytes))")
                }
                if let medium = MediumWord(word) {
                    counts.medium += 1
                    #expect(Self.bytes(stemmer.stem(medium)) == stem, "\(escaped(bytes))")
                }
                var output: [UInt8] = []
                stemmer.stem(bytes.span, into: &output)
                #expect(output == stem, "\(escaped(bytes))")
            }
            if let short: ShortWord = reader.packedWord(bytes.span) {
                #expect(ArrayWord(short).letters == word.letters, "\(escaped(bytes))")
            }
            if let medium: MediumWord = reader.packedWord(bytes.span) {
                #expect(Self.bytes(medium) == Self.bytes(word), "\(escaped(bytes))")
            }
        }
        #expect(counts.short > (isExhaustive ? 50_000 : 5_000))
        #expect(counts.medium > (isExhaustive ? 60_000 : 6_000))
    }

    /// What the kernels read and stem side by side is what an array of letters gives.
    @Test(arguments: ProcessorKernel.available)
    func sideBySideIsArray(kernel: ProcessorKernel) throws {
        _ = kernel.use()
        let words = try Self.words() + Self.shortWords()
        var list = WordList()
        for word in words { list.append(word.span) }
        for (algorithm, stemmer) in [
            (ArabicStemmer.guarded, GuardedStemmer.full),
            (.guardedWithoutBrokenPlurals, .withoutBrokenPlurals),
        ] {
            var stems = WordList()
            algorithm.stem(list, into: &stems)
            #expect(stems.count == words.count)
            for (index, bytes) in words.enumerated() where index < stems.count {
                let stem = ArrayWord(reading: bytes.span).map { Self.bytes(stemmer.stem($0)) } ?? bytes
                #expect(stems.bytes[stems.word(at: index)].elementsEqual(stem), "\(escaped(bytes))")
            }
        }
    }

    /// Words of up to eight letters, of which one may be anything.
    private static func shortWords() -> [[UInt8]] {
        var random = SplitMix64(seed: 16)
        let plain = Array((0x621...0x64A).filter { $0 != 0x640 }.compactMap(Unicode.Scalar.init))
        func text(_ scalars: some Sequence<Unicode.Scalar>) -> [UInt8] {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars)
            return Array(String(view).utf8)
        }
        // Letters beside characters of three bytes, no letter at all, and letters that are read as others.
        let odd = [
            "\u{200F}ا\u{200F}", "\u{200F}\u{200F}", "\u{660}\u{661}", "\u{660}ا", "\u{6AF}\u{6AF}", "\u{6CC}\u{6A9}",
        ]
        var words = odd.map { Array($0.utf8) }
        // Each scalar of two bytes, and some of others, at each place of a word of each length.
        for value in scalarValues(in: 0...0x7FF, every: 7) + [0x800, 0x8D8, 0x2018, 0xFEFF, 0x1F600] {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for count in 1...8 {
                for place in (0..<count).sampled(every: 3, from: Int(value)) {
                    var scalars = (0..<count).map { _ in plain.randomElement(using: &random) ?? "ا" }
                    scalars[place] = scalar
                    words.append(text(scalars))
                }
            }
        }
        // Words with a byte that is another.
        for _ in (0..<100_000).sampled(every: 10) {
            let count = Int.random(in: 1...8, using: &random)
            var word = text((0..<count).map { _ in plain.randomElement(using: &random) ?? "ا" })
            word[Int.random(in: word.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            words += [word, word.dropLast()]
        }
        return words
    }
}
