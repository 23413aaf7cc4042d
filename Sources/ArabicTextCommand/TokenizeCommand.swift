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
            try field.run(stage, gives: .list) { [words, output] form in
                TokenizationStage(
                    rules: rules, splitter: splitter, leavesOutSigns: words, writer: TokenWriter(output, form),
                    lineEnd: form.lineEnd)
            }
        }
    }

    /// Cuts lines into tokens.
    private struct TokenizationStage: WholeLineStage {
        let rules: TokenizationRules
        let splitter: ArabicCliticSplitter?
        let leavesOutSigns: Bool
        var writer: TokenWriter
        let lineEnd: UInt8
        var held: [UInt8] = []

        mutating func append(line: Span<UInt8>, number: Int, hasEnd: Bool, into output: inout ByteBuffer) {
            let tokenizer = ArabicTokenizer(rules)
            tokenizer.forEachToken(in: line) { token in
                if token.kind == .space || leavesOutSigns && !token.isTerm { return }
                if let splitter, token.kind == .arabic {
                    writer.write(splitter, token.range, in: line, number: number, to: &output)
                    return
                }
                writer.write(
                    line.extracting(token.range), range: token.range, kind: token.kind, in: line, number: number,
                    to: &output)
            }
            writer.endLine(number, to: &output)
        }

        mutating func takeTally() -> Tally { writer.takeTally() }
    }

    extension TokenWriter {
        /// Writes the pieces of a word.
        fileprivate mutating func write(
            _ splitter: ArabicCliticSplitter, _ range: Range<Int>, in line: Span<UInt8>, number: Int,
            to bytes: inout ByteBuffer
        ) {
            let word = line.extracting(range)
            if hasPlaces {
                splitter.forEachPiece(of: word) { piece in
                    let place = range.lowerBound + piece.range.lowerBound..<range.lowerBound + piece.range.upperBound
                    writePlace(
                        line.extracting(place), range: place, kind: piece.role.rawValue, in: line, number: number,
                        to: &bytes)
                }
                return
            }
            var joined: [UInt8] = []
            splitter.forEachPiece(of: word) { piece in
                if piece.range.lowerBound > 0 { joined.append(0x2B) }
                joined.append(copying: word.extracting(piece.range))
            }
            write(joined.span, range: range, kind: .arabic, in: line, number: number, to: &bytes)
        }
    }
#endif
