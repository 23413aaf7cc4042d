import ArabicText
import Support
import Testing

/// Invariant 1: what the kernels give is what the slow form gives, for a batch and for a word alone.
@Suite(.switchesKernel) struct WordListTests {
    /// Words that kernels know, words that they leave over, and words of both sorts beside each other.
    private static let words: [[UInt8]] = {
        var random = SplitMix64(seed: 31)
        var words: [[UInt8]] = [[], [0xFF], [0xD9], Array("ا".utf8), Array("والكتاب".utf8), Array("word".utf8)]
        for _ in 0..<60_000 { words.append(word(&random)) }
        return words
    }()

    /// The stemmers that have kernels with each kernel; the others have nothing that depends on it.
    private static let kernelsAndStemmers = ArabicStemmer.all.flatMap { stemmer in
        [.light10, .snowball, .guarded, .guardedWithoutBrokenPlurals].contains(stemmer)
            ? ProcessorKernel.available.map { ($0, stemmer) } : [(ProcessorKernel.inUse, stemmer)]
    }

    @Test(arguments: kernelsAndStemmers)
    func equalsWordByWord(kernel: ProcessorKernel, stemmer: ArabicStemmer) {
        #expect(kernel.use())
        expectBatch(of: Self.words, stemmer)
    }

    @Test(.needsGold, arguments: ProcessorKernel.available)
    func equalsSnowballOnItsVocabulary(kernel: ProcessorKernel) throws {
        _ = kernel.use()
        let pairs = stemPairs(try Gold.bytes("snowball/vocabulary.tsv"))
        #expect(pairs.count >= 150_000)
        expectBatch(of: pairs.map(\.word), .snowball)
        expectBatch(of: pairs.map { vocalized($0.word) }, .snowball)
        expectBatch(of: pairs.map(\.word), .light10)
    }

    /// Words of the letters of affixes, which take every way through the steps.
    @Test func everyShortWordOfAffixLetters() {
        let letters = ["ا", "ل", "ب", "ك", "و", "ف", "س", "ي", "ت", "ن", "ه", "م", "أ", "ة", "ى", "ح"].map {
            Array($0.utf8)
        }
        var words: [[UInt8]] = [[]]
        var longest = words
        for _ in 0..<4 {
            longest = longest.flatMap { word in letters.map { word + $0 } }
            words += longest
        }
        expectBatch(of: words, .snowball)
        expectBatch(of: words, .guarded)
        let fillers = [Array("ححح".utf8), Array("أح".utf8)]
        for stemmer in [ArabicStemmer.snowball, .guarded] {
            expectBatch(of: longest.map { $0.prefix(4) + fillers[0] + $0.dropFirst(4) }, stemmer)
            expectBatch(of: longest.map { $0 + fillers[1] }, stemmer)
            expectBatch(of: longest.map { fillers[1] + $0 }, stemmer)
        }
    }

    @Test func aListIsFilledAgainAndAgain() {
        var stems = WordList()
        for count in [0, 3, 1_000, 2, 70] {
            var words = WordList()
            for word in Self.words.prefix(count) { words.append(word.span) }
            ArabicStemmer.snowball.stem(words, into: &stems)
            #expect(stems.count == count)
            #expect(stems.isEmpty == (count == 0))
        }
        stems.removeAll()
        #expect(stems.isEmpty && stems.byteCount == 0)
    }

    @Test func flatArraysBecomeAList() {
        let bytes = Array("والكتابكتابها".utf8)
        let list = WordList(bytes.span, ends: [14, 26])
        #expect(words(of: list) == [Array("والكتاب".utf8), Array("كتابها".utf8)])
        // Ends that make no sense are taken as the nearest that do.
        let odd = WordList(bytes.span, ends: [14, 3, -1, 99])
        #expect(words(of: odd) == [Array("والكتاب".utf8), [], [], Array("كتابها".utf8)])
    }

    // MARK: Help

    private func words(of list: WordList) -> [[UInt8]] { (0..<list.count).map { Array(list.bytes[list.word(at: $0)]) } }

    private func expectBatch(of words: [[UInt8]], _ stemmer: ArabicStemmer) {
        var list = WordList()
        for word in words { list.append(word.span) }
        var stems = WordList()
        stemmer.stem(list, into: &stems)
        #expect(stems.count == words.count)
        var differences: [String] = []
        var expected: [UInt8] = []
        var alone: [UInt8] = []
        for (index, word) in words.enumerated() where index < stems.count {
            expected.removeAll(keepingCapacity: true)
            stemmer.stemByReference(word.span, into: &expected)
            let stem = stems.bytes[stems.word(at: index)]
            alone.removeAll(keepingCapacity: true)
            stemmer.stem(word.span, into: &alone)
            if !stem.elementsEqual(expected) || alone != expected {
                differences.append("\(escaped(word)) -> \(escaped(stem)), not \(escaped(expected))")
            }
        }
        let (wrong, first) = (differences.count, differences.prefix(5).joined(separator: "; "))
        #expect(wrong == 0, "\(stemmer): \(first)")
    }

    /// A mark after each letter, now and then two or a tatweel.
    private func vocalized(_ word: [UInt8]) -> [UInt8] {
        let marks = ["\u{64E}", "\u{64F}", "\u{650}", "\u{652}", "\u{651}\u{64E}", "\u{640}"]
        var number = word.count
        return String(decoding: word, as: UTF8.self).unicodeScalars.flatMap { letter in
            number += 1
            return Array(String(letter).utf8) + Array(marks[number % marks.count].utf8)
        }
    }

    /// 0–40 scalars, mostly the letters of affixes; now and then marks, presentation forms, other blocks and other bytes.
    private static func word(_ random: inout SplitMix64) -> [UInt8] {
        let sort = Int.random(in: 0..<8, using: &random)
        let count = Int.random(in: 0...(Int.random(in: 0..<4, using: &random) == 0 ? 40 : 9), using: &random)
        var word: [UInt8] = []
        for _ in 0..<count {
            let letters = Array("اوينتهكمسلفبةىأإآؤئحج".unicodeScalars)
            let letter = letters.randomElement(using: &random)?.value ?? 0x0627
            let chance = Int.random(in: 0..<100, using: &random)
            switch (sort, chance) {
            case (1, 0..<40), (2, 0..<5): word += utf8([UInt32.random(in: 0x064B...0x0652, using: &random)])
            case (1, 40..<43): word += utf8([0x0640])
            case (3, 0..<10): word += utf8([UInt32.random(in: 0x0600...0x06FF, using: &random)])
            case (4, 0..<10): word += utf8([UInt32.random(in: 0xFE80...0xFEFC, using: &random)])
            case (5, 0..<95): word += utf8([UInt32.random(in: 0x21...0x7E, using: &random)])
            case (6, 0..<8): word += utf8([UInt32.random(in: 0x80...0x10FFFF, using: &random)])
            case (7, 0..<5): word.append(UInt8.random(in: 0...255, using: &random))
            default: word += utf8([letter])
            }
        }
        return word
    }
}
