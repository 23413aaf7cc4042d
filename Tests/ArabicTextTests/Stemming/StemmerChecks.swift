import ArabicText
import Support
import Testing

/// The algorithms that give what another program gives.
let reproducedStemmers: [ArabicStemmer] = [.light10, .snowball, .isri, .arlstem, .arlstem2]

/// The stem as bytes.
func stem(_ word: [UInt8], _ stemmer: ArabicStemmer) -> [UInt8] {
    var output: [UInt8] = []
    stemmer.stem(word.span, into: &output)
    return output
}

/// The stem of a word, as bytes to compare: `String ==` would be canonical equivalence.
func stem(_ word: String, _ stemmer: ArabicStemmer) -> [UInt8] { stem(Array(word.utf8), stemmer) }

/// Two columns of a table, as word and expected stem; a missing field is empty.
func stemPairs(_ bytes: [UInt8], word: Int = 0, stem: Int = 1, header: Bool = false) -> [(word: [UInt8], stem: [UInt8])]
{
    Gold.rows(bytes).dropFirst(header ? 1 : 0).map { row in
        (row.indices.contains(word) ? row[word] : [], row.indices.contains(stem) ? row[stem] : [])
    }
}

/// Expects every pair, and names the first few that differ.
func expectStems(_ pairs: [(word: [UInt8], stem: [UInt8])], _ stemmer: ArabicStemmer, atLeast minimum: Int) {
    let total = pairs.count
    #expect(total >= minimum)
    var output: [UInt8] = []
    var differences: [String] = []
    for (word, expected) in pairs {
        output.removeAll(keepingCapacity: true)
        stemmer.stem(word.span, into: &output)
        if output != expected {
            differences.append("\(escaped(word)) -> \(escaped(output)), not \(escaped(expected))")
        }
    }
    // Counted outside: a failing `#expect` prints the whole of what it was given.
    let (wrong, first) = (differences.count, differences.prefix(5).joined(separator: "; "))
    #expect(wrong == 0, "of \(total): \(first)")
}
