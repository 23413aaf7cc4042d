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
                  arabictext tokenize --clitics atb --format tsv --offsets utf16 article.txt
                """)

        @Option(help: "The rules.")
        var rules = Choice("unicode", TokenizationRules.unicode)

        @Flag(help: "Leave out punctuation and symbols too.")
        var words = false

        @Option(
            help: ArgumentHelp(
                "Set clitics apart: atb (the article stays on its noun) or full.",
                discussion: """
                    text and lines join the pieces of a word by +; tsv and json have the pieces, the kind being the role: \
                    conjunction, preposition, future, article, stem, ending or pronoun.
                    """))
        var clitics: Choice<CliticScheme>?

        @OptionGroup var output: TokenOutputOptions
        @OptionGroup var field: FieldOptions
        @OptionGroup var stage: StageOptions

        func validate() throws { try field.validate(format: output.format) }

        func run() throws {
            let rules = rules.value
            let splitter = clitics.map { ArabicCliticSplitter($0.value) }
            try field.run(stage, gives: .list, named: "tokens") { [words, output] form in
                TokenizationStage(
                    rules: rules, splitter: splitter, leavesOutSigns: words, writer: TokenWriter(output, form),
                    lineEnd: form.lineEnd)
            }
        }
    }
#endif
