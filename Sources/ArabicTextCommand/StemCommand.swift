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

        @Option(help: "The algorithm: \(Choice<ArabicStemmer>.list).")
        var algorithm = Choice("light10", ArabicStemmer.light10)

        @OptionGroup var input: InputOptions

        func run() throws {
            try input.run { input, output in
                try input.forEachLine(illFormed: self.input.invalid.value) { line, _, hasLineFeed in
                    var stemmed: [UInt8] = []
                    algorithm.value.stemWords(in: line, into: &stemmed)
                    UTF8Validation.append(stemmed.span, illFormed: self.input.invalid.value, to: &output.bytes)
                    if hasLineFeed { output.bytes.append(0x0A) }
                    try output.flushIfDue()
                }
            }
        }
    }
#endif
