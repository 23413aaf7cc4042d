import Support
import Testing

@testable import ArabicText

/// The terms of `.standard` are the tokens of Lucene's StandardTokenizer.
@Suite struct StandardTokenizerTests {
    @Test func termsAreLucenesTokens() throws {
        var lines = 0
        var failures = Failures()
        for row in Gold.rows(try Gold.bundledBytes("Data/lucene/standard_tokenizer.tsv")) {
            lines += 1
            let sequence = row[0].split(separator: 0x20).compactMap {
                UInt32(String(decoding: $0, as: UTF8.self), radix: 16)
            }
            let bytes = utf8(sequence)
            var places = [0: 0]
            var offset = 0
            for (place, scalar) in sequence.enumerated() {
                offset += utf8([scalar]).count
                places[offset] = place + 1
            }
            let found = tokens(bytes, .standard).filter(\.isTerm).map { token in
                "\(places[token.range.lowerBound] ?? -1)-\(places[token.range.upperBound] ?? -1)"
            }
            let expected = String(decoding: row[1], as: UTF8.self).split(separator: " ").map(String.init)
            if found != expected { failures.add("\(escaped(bytes)) \(found) \(expected)") }
        }
        #expect(lines > 3_700)
        #expect(failures.isEmpty, "\(failures)")
    }

    @Test func aLongTokenIsCutAt255Units() {
        #expect(ends([UInt8](repeating: 0x61, count: 600), .standard) == [255, 510, 600])
        // Never between surrogates: 127 pairs and a letter fill it.
        let pairs = utf8([0x61] + [UInt32](repeating: 0x1D400, count: 128))
        #expect(ends(pairs, .standard) == [1 + 127 * 4, 1 + 128 * 4])
        let even = utf8([UInt32](repeating: 0x1D400, count: 128))
        #expect(ends(even, .standard) == [127 * 4, 128 * 4])
        let last = utf8([UInt32](repeating: 0x61, count: 254) + [0x1D400])
        #expect(ends(last, .standard) == [254, 258])
    }

    /// Letters since Unicode 11, which are none to Lucene 8.
    @Test func laterLettersAreNoTerms() {
        for range in WordClass.laterLetters {
            for scalar in range {
                #expect(tokens(utf8([scalar]), .standard).map(\.isTerm) == [false])
                #expect(tokens(utf8([scalar])).map(\.kind) == [.word])
            }
        }
    }
}
