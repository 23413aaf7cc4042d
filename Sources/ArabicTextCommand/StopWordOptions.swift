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

        /// Several million words.
        private static let largestList = 64 << 20

        /// The words of a file.
        static func words(in path: String) throws -> StopWords {
            let text: [UInt8]
            do throws(InputError) {
                text = try TextFile.read(path, atMost: largestList)
            } catch {
                Output.complain(error.description)
                throw ExitCode.failure
            }
            return StopWords(parsing: String(decoding: text, as: UTF8.self))
        }
    }
#endif
