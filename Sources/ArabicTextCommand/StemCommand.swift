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
    private struct StemmingStage: WholeLineStage {
        let stemmer: ArabicStemmer
        let policy: IllFormedPolicy
        let lineEnd: UInt8
        var held: [UInt8] = []
        private var stemmed: [UInt8] = []

        init(stemmer: ArabicStemmer, policy: IllFormedPolicy, lineEnd: UInt8) {
            self.stemmer = stemmer
            self.policy = policy
            self.lineEnd = lineEnd
        }

        mutating func append(line: Span<UInt8>, number: Int, hasEnd: Bool, into output: inout ByteBuffer) {
            stemmed.removeAll(keepingCapacity: true)
            stemmer.stemWords(in: line, into: &stemmed)
            UTF8Validation.append(stemmed.span, illFormed: policy, to: &output)
            if hasEnd { output.append(byte: lineEnd) }
        }
    }
#endif
