import ArabicText
import Support
import Testing

/// `analyze`: terms, stop words, words that are not stemmed.
@Suite(.needsCommand) struct AnalyzeCommandTests {
    private func check(
        _ arguments: [String], _ input: String, _ expected: String, _ location: SourceLocation = #_sourceLocation
    ) throws {
        let result = try CommandRunner.run(["analyze"] + arguments, input: Array(input.utf8))
        #expect(result.status == 0, "\(result.errors)", sourceLocation: location)
        #expect(result.output == Array(expected.utf8), "\(escaped(result.output))", sourceLocation: location)
    }

    @Test func theArticleHasLucenesTerms() throws {
        let result = try arabictext("analyze", "--profile", "lucene", articlePath)
        #expect(result.status == 0)
        #expect(try result.output == Gold.bundledBytes("Data/lucene/article.terms.txt"))
    }

    @Test func stopWords() throws {
        try check([], "الكتاب في البيت\n", "كتاب بيت\n")
        try check(["--stop-words", "none"], "الكتاب في البيت\n", "كتاب في بيت\n")
        // The list is normalised as the text is: it meets the bare word.
        try withFile(Array("# a comment\r\nالكِتاب\r\n\n  nothing ".utf8)) { path in
            try check(["--stop-words", path], "الكتاب في nothing البيت\n", "في بيت\n")
            try check(["--profile", "lucene", "--stop-words", path], "الكتاب في البيت\n", "كتاب في بيت\n")
        }
        try withFile([]) { try check(["--stop-words", $0], "في البيت", "في بيت\n") }
    }

    @Test func listsByNameAndWhatIsAddedAndRemoved() throws {
        try check(["--stop-words", "lucene"], "سوف نحو البيت\n", "سوف بيت\n")
        try withFile(Array("البَيْت\n".utf8)) { added in
            try check(["--add-stop-words", added], "الكتاب في البيت\n", "كتاب\n")
            // Whatever spelling the list has: إلى is met as الى and as إلي too.
            try withFile(Array("الى\nفِي\n".utf8)) { removed in
                try check(
                    ["--add-stop-words", added, "--remove-stop-words", removed], "إلى الى في عن البيت\n", "الي الي في\n"
                )
                let list = try arabictext("stop-words", "--add-stop-words", added, "--remove-stop-words", removed)
                let words = Gold.lines(list.output).map { String(decoding: $0, as: UTF8.self) }
                #expect(words.contains("عن") && words.contains("البَيْت"))
                #expect(!words.contains("في") && !words.contains("إلى") && !words.contains("إلي"))
            }
        }
    }

    @Test func stopWordsAreListed() throws {
        for (name, settings) in AnalyzerSettings.presets {
            let list = try arabictext("stop-words", "--profile", name)
            #expect(list.status == 0)
            #expect(Gold.lines(list.output) == settings.stopWords.words.map { Array($0.utf8) })
        }
        let missing = try arabictext("stop-words", "--stop-words", "/no/such/file")
        #expect(missing.status == 1)
        #expect(missing.errors == "arabictext: /no/such/file: No such file or directory\n")
    }

    @Test func unstemmedWords() throws {
        try withFile(Array("البَيْت\n".utf8)) { path in
            try check(["--unstemmed", path], "الكتاب في البيت\n", "كتاب البيت\n")
        }
    }

    @Test func wordFilesThatFail() throws {
        for option in ["--stop-words", "--unstemmed"] {
            let missing = try arabictext("analyze", option, "/no/such/file", articlePath)
            #expect(missing.status == 1)
            #expect(missing.output.isEmpty)
            #expect(missing.errors == "arabictext: /no/such/file: No such file or directory\n")
            try withFile(Array("a\nb".utf8) + [0xFF]) { path in
                let broken = try arabictext("analyze", "--invalid", "replace", option, path, articlePath)
                #expect(broken.status == 1)
                #expect(broken.output.isEmpty)
                #expect(broken.errors == "arabictext: \(path): line 2, column 2: ill-formed UTF-8 at byte 3\n")
            }
        }
    }

    @Test func algorithm() throws {
        try check(["--algorithm", "none"], "الكِتابُ\n", "الكتاب\n")
        for stemmer in ArabicStemmer.all {
            var settings = AnalyzerSettings.lucene
            settings.stemmer = stemmer
            let analyzer = try ArabicAnalyzer(settings)
            let lines = Gold.lines(try Gold.file(articlePath)).map { String(decoding: $0, as: UTF8.self) }
            let expected = lines.map { analyzer.terms(in: $0).map(\.text).joined(separator: " ") + "\n" }.joined()
            let result = try arabictext("analyze", "--profile", "lucene", "--algorithm", stemmer.name, articlePath)
            #expect(result.output == Array(expected.utf8))
        }
    }

    @Test func formats() throws {
        try check(["--format", "lines"], "الكتاب!\n\nفي", "كتاب\n\n\n\n")
        try check(
            ["--format", "tsv", "--offsets", "scalars"], "😀 الكِتاب\r\n\u{FEFF}بيت",
            "1\t0\t1\temoji\t😀\t😀\n1\t2\t9\tarabic\tالكِتاب\tكتاب\n2\t1\t4\tarabic\tبيت\tبيت\n")
    }
}
