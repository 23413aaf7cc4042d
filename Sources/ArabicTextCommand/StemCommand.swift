#if CommandLineTool
    import ArabicText
    import ArgumentParser

    struct StemCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "stem", abstract: "Stem each word; everything between the words stays.",
            discussion: """
                A word is what stands between white space. It is not normalised first.

                EXAMPLES
                  echo 'والكتاب' | arabictext stem
                  arabictext normalize --profile search words.txt | arabictext stem --algorithm light10
                  arabictext stem --algorithm snowball words.txt
                """)

        @Option(help: "The algorithm.")
        var algorithm = Choice("light10", ArabicStemmer.light10)

        @OptionGroup var field: FieldOptions
        @OptionGroup var stage: StageOptions

        func run() throws {
            try field.run(stage) { [stemmer = algorithm.value] form in
                StemmingStage(stemmer: stemmer, policy: form.policy, lineEnd: form.lineEnd)
            }
        }
    }

    /// Stems the words of lines.
    private struct StemmingStage: JoinedLineStage {
        let stemmer: ArabicStemmer
        let policy: IllFormedPolicy
        let lineEnd: UInt8
        /// The start of a word, of a line that comes in parts.
        private var held: [UInt8] = []
        private var stemmed: [UInt8] = []

        init(stemmer: ArabicStemmer, policy: IllFormedPolicy, lineEnd: UInt8) {
            self.stemmer = stemmer
            self.policy = policy
            self.lineEnd = lineEnd
        }

        // A line feed is white space.
        mutating func append(whole text: Span<UInt8>, into output: inout ByteBuffer) {
            stem(text, isLast: true, into: &output)
        }

        mutating func append(
            part: Span<UInt8>, of number: Int, end: PartEnd, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            var wordEnd = 0
            let word = part.nextWord(after: &wordEnd)
            // What goes on with the word that is held is looked at once, however many parts the word has.
            let rest = word?.lowerBound == 0 ? wordEnd : 0
            held.append(copying: part.extracting(..<rest))
            if rest < part.count || end != .open {
                let before = held
                held = []
                stem(before.span, isLast: true, into: &output)
                let text = part.extracting(rest...)
                let done = stem(text, isLast: end != .open, into: &output)
                held.append(copying: text.extracting(done...))
            }
            if case .terminated = end { output.append(byte: lineEnd) }
        }

        @discardableResult
        private mutating func stem(_ text: Span<UInt8>, isLast: Bool, into output: inout ByteBuffer) -> Int {
            stemmed.removeAll(keepingCapacity: true)
            let done = stemmer.stemWords(in: text, isLast: isLast, into: &stemmed)
            UTF8Validation.append(stemmed.span, illFormed: policy, to: &output)
            return done
        }
    }
#endif
