#if CommandLineTool
    import ArabicText
    import ArgumentParser

    struct StopWordsCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "stop-words", abstract: "List the words that analyze leaves out.",
            discussion: """
                A word a line, sorted by bytes: a list that --stop-words takes. With the options of analyze, what analyze \
                with them leaves out. The words are as the list has them; analyze normalises list and text alike.

                EXAMPLES
                  arabictext stop-words
                  arabictext stop-words --profile lucene
                  arabictext stop-words --add-stop-words mine.txt --remove-stop-words not.txt > list.txt
                """)

        @Option(help: "The analyser whose list it is.")
        var profile = Choice("search", AnalyzerSettings.search)

        @OptionGroup var stopWords: StopWordOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let words = try stopWords.words(profile.value.stopWords).words
            try Output.writeOnce(words.map { $0 + "\n" }.joined(), to: output.output)
        }
    }
#endif
