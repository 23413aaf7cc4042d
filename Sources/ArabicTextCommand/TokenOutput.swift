#if CommandLineTool
    import ArabicText
    import ArgumentParser

    /// How tokens are written.
    struct TokenOutputOptions: ParsableArguments {
        enum Format: String, ExpressibleByArgument, CaseIterable {
            /// Tokens joined by a space, a line a line.
            case text
            /// A token a line, and an empty line after each line of input.
            case lines
            /// Line, start, end, kind, source, term.
            case tsv
        }

        @Option(
            help: ArgumentHelp(
                "How to write tokens: text, lines or tsv.",
                discussion: """
                    text: joined by a space, a line a line. lines: one a line, and an empty line after each input \
                    line. tsv: line (from 1), start, end (from 0 in the line), kind, source, term, without a header; \
                    tab, newline, return and backslash are escaped.
                    """))
        var format: Format = .text

        @OptionGroup var offsets: OffsetOptions
    }

    /// Writes the tokens of one line after the other.
    struct TokenWriter {
        let format: TokenOutputOptions.Format
        private var table: TokenTable
        private var isFirst = true

        init(_ options: TokenOutputOptions, illFormed policy: IllFormedPolicy) {
            format = options.format
            table = TokenTable(options.offsets.offsets, illFormed: policy)
        }

        mutating func write(
            _ term: Span<UInt8>, range: Range<Int>, kind: TokenKind, in line: Span<UInt8>, number: Int,
            to bytes: inout [UInt8]
        ) {
            switch format {
            case .text:
                if !isFirst { bytes.append(0x20) }
                UTF8Validation.append(term, illFormed: table.policy, to: &bytes)
            case .lines:
                UTF8Validation.append(term, illFormed: table.policy, to: &bytes)
                bytes.append(0x0A)
            case .tsv:
                writeRow(term, range: range, kind: kind.name, in: line, number: number, to: &bytes)
            }
            isFirst = false
        }

        /// Writes a row of tsv.
        mutating func writeRow(
            _ term: Span<UInt8>, range: Range<Int>, kind: String, in line: Span<UInt8>, number: Int,
            to bytes: inout [UInt8]
        ) {
            table.write(term, range: range, kind: kind, in: line, number: number, to: &bytes)
        }

        /// Ends an input line.
        mutating func endLine(to bytes: inout [UInt8]) {
            if format != .tsv { bytes.append(0x0A) }
            isFirst = true
            table.endLine()
        }
    }
#endif
