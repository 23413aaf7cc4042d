#if CommandLineTool
    import ArabicText
    import ArgumentParser

    /// Which words are left out: a list, and what is added to it and removed from it.
    struct StopWordOptions: ParsableArguments {
        @Option(
            help: ArgumentHelp(
                "Stop words: none, lucene, search, or a file with a word a line (# starts a comment).",
                valueName: "list"))
        var stopWords: String?

        @Option(help: ArgumentHelp("A file of words that are stop words too.", valueName: "file"))
        var addStopWords: [String] = []

        @Option(
            help: ArgumentHelp(
                "A file of words that are none, in whatever spelling the list has them.", valueName: "file"))
        var removeStopWords: [String] = []

        /// The list as the options change it.
        func words(_ list: StopWords) throws -> StopWords {
            var words = list
            if let stopWords {
                words = try StopWords.presets.first { $0.name == stopWords }?.words ?? Self.words(in: stopWords)
            }
            for path in addStopWords { words = words.union(try Self.words(in: path)) }
            for path in removeStopWords {
                words = words.removing(try Self.words(in: path).words, comparedAfter: try ArabicNormalizer(.search))
            }
            return words
        }

        /// The words of a file.
        static func words(in path: String) throws -> StopWords {
            let text: [UInt8]
            do {
                var input = try Input(path)
                defer { input.close() }
                text = try input.readAll()
                if let bad = UTF8Validation.firstIllFormed(in: text.span) {
                    let place = TextPosition().moved(to: bad, in: text.span, lineEnd: 0x0A)
                    // What --invalid says is about the text.
                    throw InputError.illFormed(input.name, at: place, advice: "")
                }
            } catch let error as InputError {
                Output.complain(error.description)
                throw ExitCode.failure
            }
            return StopWords(parsing: String(decoding: text, as: UTF8.self))
        }
    }
#endif
