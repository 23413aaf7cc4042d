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

        @OptionGroup var stage: StageOptions

        func run() throws {
            try stage.runLines { line, _, hasLineFeed, output in
                var stemmed: [UInt8] = []
                algorithm.value.stemWords(in: line, into: &stemmed)
                UTF8Validation.append(stemmed.span, illFormed: stage.policy, to: &output.bytes)
                if hasLineFeed { output.bytes.append(0x0A) }
            }
        }
    }
#endif
