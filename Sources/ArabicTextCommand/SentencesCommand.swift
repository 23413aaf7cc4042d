#if CommandLineTool
    import ArabicText
    import ArgumentParser

    struct SentencesCommand: ParsableCommand {
        enum Format: String, ExpressibleByArgument, CaseIterable {
            /// A sentence a line.
            case text
            /// A sentence a line, and an empty line after each line of input.
            case lines
            /// Line, start, end, kind, source, term.
            case tsv
            /// An object a line.
            case json
        }

        static let configuration = CommandConfiguration(
            commandName: "sentences", abstract: "Cut text into sentences.",
            discussion: """
                A sentence ends at . ! ? \u{61F} \u{6D4} \u{2026} and at the end of a line, not at a comma, after an \
                abbreviation, or inside a number or an address.

                EXAMPLES
                  arabictext sentences article.txt
                  arabictext sentences --semicolons --format lines < corpus.txt
                  arabictext sentences --verses --format tsv quran.txt
                """)

        @Flag(help: "End sentences at the Arabic semicolon (U+061B) too.")
        var semicolons = false

        @Flag(help: "End sentences at the ends of verses of the Quran too.")
        var verses = false

        @Option(
            help: ArgumentHelp(
                "How to write sentences: text, lines, tsv or json.",
                discussion: """
                    text: one a line. lines: the same, and an empty line after each input line. tsv and json: as in \
                    tokenize, the kind being sentence.
                    """))
        var format: Format = .text

        @OptionGroup var offsets: OffsetOptions
        @OptionGroup var field: FieldOptions
        @OptionGroup var stage: StageOptions

        func validate() throws {
            try field.validate(format: format)
            if field.tsvColumn != nil { throw ValidationError("Sentences do not fit into a column.") }
        }

        func run() throws {
            let splitter = ArabicSentenceSplitter(options)
            try field.run(stage, gives: .list) { [format, unit = offsets.offsets] form in
                SentenceStage(splitter: splitter, format: form.isListed ? .lines : format, unit: unit, form: form)
            }
        }

        private var options: SentenceOptions {
            var options: SentenceOptions = []
            if semicolons { options.insert(.semicolons) }
            if verses { options.insert(.verses) }
            return options
        }
    }

    /// Cuts lines into sentences.
    private struct SentenceStage: WholeLineStage {
        let splitter: ArabicSentenceSplitter
        let format: SentencesCommand.Format
        let policy: IllFormedPolicy
        var table: TokenTable
        let lineEnd: UInt8
        var held: [UInt8] = []
        private var count = 0

        init(
            splitter: ArabicSentenceSplitter, format: SentencesCommand.Format, unit: OffsetOptions.Unit, form: LineForm
        ) {
            self.splitter = splitter
            self.format = format
            policy = form.policy
            lineEnd = form.lineEnd
            table = TokenTable(
                format == .json ? .json : .tsv, unit, illFormed: form.policy, lineEnd: form.lineEnd)
        }

        mutating func append(line: Span<UInt8>, number: Int, hasEnd: Bool, into output: inout ByteBuffer) {
            let splitter = splitter
            splitter.forEachSentence(in: line) { sentence in
                count += 1
                let text = line.extracting(sentence.range)
                switch format {
                case .tsv, .json:
                    table.write(
                        text, range: sentence.range, kind: "sentence", in: line, number: number, to: &output)
                case .text, .lines:
                    UTF8Validation.append(text, illFormed: policy, to: &output)
                    output.append(byte: lineEnd)
                }
            }
            if format == .lines { output.append(byte: lineEnd) }
            table.endLine(number, to: &output)
        }

        mutating func takeTally() -> Tally {
            let tally = Tally(items: count)
            count = 0
            return tally
        }
    }
#endif
