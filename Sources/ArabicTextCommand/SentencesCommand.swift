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
                    tokenize, the kind being sentence; they hold the line at hand in memory.
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
            try field.run(stage, gives: .list, named: "sentences") { [format, unit = offsets.offsets] form in
                switch format {
                case .text, .lines: SentenceStage(splitter, form, endsLists: format == .lines || form.isListed)
                case .tsv: HeldLineStage(SentenceTableStage(splitter, form, .tsv, unit))
                case .json: HeldLineStage(SentenceTableStage(splitter, form, .json, unit))
                }
            }
        }

        private var options: SentenceOptions {
            var options: SentenceOptions = []
            if semicolons { options.insert(.semicolons) }
            if verses { options.insert(.verses) }
            return options
        }
    }
#endif
