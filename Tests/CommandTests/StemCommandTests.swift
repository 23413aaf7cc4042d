import ArabicText
import Support
import Testing

/// `stem` changes words and nothing between them.
@Suite(.needsCommand) struct StemCommandTests {
    @Test(arguments: ["", "\n", "\r\n", " \n\n", "\0", "\u{A0}"])
    func spacingAndTheEndOfTheFileStay(_ end: String) throws {
        let between = ["\u{FEFF}", " \t ", "\r\n\n", "\u{2003}", "\u{85}\u{2028}", end]
        let input = between.joined(separator: "والكتاب")
        let result = try arabictext("stem", input: input)
        #expect(result.status == 0)
        // A byte order mark is no white space, so the first word starts with it and has no prefix to lose.
        let expected = "\u{FEFF}والكتاب" + between.dropFirst().joined(separator: "كتاب")
        #expect(result.output == Array(expected.utf8), "\(escaped(result.output))")
    }

    @Test(arguments: ArabicStemmer.all.map(\.name))
    func everyAlgorithmIsTheLibrarys(_ name: String) throws {
        let article = try Gold.file(articlePath)
        let stemmer = try #require(ArabicStemmer(named: name))
        var expected: [UInt8] = []
        stemmer.stemWords(in: article.span, into: &expected)
        #expect(try arabictext("stem", "--algorithm", name, bytes: article).output == expected)
    }
}
