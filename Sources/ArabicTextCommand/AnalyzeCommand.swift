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

        @Option(help: "Stop words: none, or a file with a word a line (# starts a comment). Default: the analyser's.")
        var stopWords: String?

        @Option(help: "A file of words that are not stemmed, a word a line.")
        var unstemmed: String?

        @Option(help: "The stemmer, instead of the analyser's.")
        var algorithm: Choice<ArabicStemmer>?

        @OptionGroup var output: TokenOutputOptions
        @OptionGroup var input: InputOptions

        func run() throws {
            let analyzer = try ArabicAnalyzer(settings())
            var writer = TokenWriter(output, illFormed: input.invalid.value)
            try input.runLines { line, position, _, output in
                analyzer.forEachTerm(in: line) { term, token in
                    writer.write(
                        term, range: token.range, kind: token.kind, in: line, number: position.number,
                        to: &output.bytes)
                }
                writer.endLine(to: &output.bytes)
            }
        }

        private func settings() throws -> AnalyzerSettings {
            var settings = profile.value
            if let stopWords { settings.stopWords = stopWords == "none" ? .none : try words(stopWords) }
            if let unstemmed { settings.unstemmedWords = try words(unstemmed) }
            if let algorithm { settings.stemmer = algorithm.value }
            return settings
        }

        /// The words of a file.
        private func words(_ path: String) throws -> StopWords {
            var text: [UInt8] = []
            do {
                // What --invalid says is about the text.
                var input = try Input(path, advice: "")
                defer { input.close() }
                try input.forEachLine(illFormed: .fail) { line, _, _ in
                    UTF8Validation.append(line, illFormed: .keep, to: &text)
                    text.append(0x0A)
                }
            } catch let error as InputError {
                Output.complain(error.description)
                throw ExitCode.failure
            }
            return StopWords(parsing: String(decoding: text, as: UTF8.self))
        }
    }
#endif
