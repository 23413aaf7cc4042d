#if CommandLineTool
    import ArabicText
    import ArgumentParser

    struct TokenizeCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "tokenize", abstract: "Cut text into words, numbers, punctuation.",
            discussion: """
                Prints every token but white space, as it stands in the source.

                EXAMPLES
                  arabictext tokenize article.txt
                  arabictext tokenize --words --format lines < corpus.txt | sort | uniq -c
                  arabictext tokenize --rules standard --format tsv --offsets utf16 article.txt
                """)

        @Option(help: "The rules.")
        var rules = Choice("unicode", TokenizationRules.unicode)

        @Flag(help: "Leave out punctuation and symbols too.")
        var words = false

        @OptionGroup var output: TokenOutputOptions
        @OptionGroup var input: InputOptions

        func run() throws {
            let tokenizer = ArabicTokenizer(rules.value)
            var writer = TokenWriter(output, illFormed: input.invalid.value)
            try input.runLines { line, position, _, output in
                tokenizer.forEachToken(in: line) { token in
                    if token.kind == .space || words && !token.isTerm { return }
                    writer.write(
                        line.extracting(token.range), range: token.range, kind: token.kind, in: line,
                        number: position.number, to: &output.bytes)
                }
                writer.endLine(to: &output.bytes)
            }
        }
    }
#endif
