#if CommandLineTool
    import ArabicText
    import ArgumentParser

    struct AnalyzeCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "analyze", abstract: "Turn text into the terms that an index keeps.",
            discussion: """
                Cuts words, normalises them, drops stop words, stems.

                EXAMPLES
                  arabictext analyze article.txt
                  arabictext analyze --profile lucene --stop-words none < corpus.txt
                  arabictext analyze --format tsv --offsets utf16 article.txt
                """)

        @Option(help: "The analyser.")
        var profile = Choice("search", AnalyzerSettings.search)

        @OptionGroup var stopWords: StopWordOptions

        @Option(help: "A file of words that are not stemmed, a word a line.")
        var unstemmed: String?

        @Option(help: "The stemmer, instead of the analyser's.")
        var algorithm: Choice<ArabicStemmer>?

        @OptionGroup var output: TokenOutputOptions
        @OptionGroup var field: FieldOptions
        @OptionGroup var stage: StageOptions

        func validate() throws { try field.validate(format: output.format) }

        func run() throws {
            let analyzer = try ArabicAnalyzer(settings())
            try field.run(stage, gives: .list, named: "terms") { [output] form in
                AnalysisStage(analyzer: analyzer, writer: TokenWriter(output, form), lineEnd: form.lineEnd)
            }
        }

        private func settings() throws -> AnalyzerSettings {
            var settings = profile.value
            settings.stopWords = try stopWords.words(settings.stopWords)
            if let unstemmed { settings.unstemmedWords = try StopWordOptions.words(in: unstemmed) }
            if let algorithm { settings = settings.stemming(with: algorithm.value) }
            return settings
        }
    }
#endif
