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

        enum Offsets: String, ExpressibleByArgument, CaseIterable {
            case utf8
            case utf16
            case scalars
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

        @Option(help: "What the offsets of tsv count: utf8 (bytes), utf16 (units) or scalars.")
        var offsets: Offsets = .utf8
    }

    /// Writes the tokens of one line after the other.
    struct TokenWriter {
        let options: TokenOutputOptions
        let policy: IllFormedPolicy
        private var isFirst = true
        private var counter = OffsetCounter()

        init(_ options: TokenOutputOptions, illFormed policy: IllFormedPolicy) {
            self.options = options
            self.policy = policy
        }

        mutating func write(
            _ term: Span<UInt8>, range: Range<Int>, kind: TokenKind, in line: Span<UInt8>, number: Int,
            to bytes: inout [UInt8]
        ) {
            switch options.format {
            case .text:
                if !isFirst { bytes.append(0x20) }
                append(term, to: &bytes)
            case .lines:
                append(term, to: &bytes)
                bytes.append(0x0A)
            case .tsv:
                let start = counter.count(to: range.lowerBound, in: line, options.offsets)
                let end = counter.peek(to: range.upperBound, in: line, options.offsets)
                bytes.append(contentsOf: "\(number)\t\(start)\t\(end)\t\(kind.name)\t".utf8)
                appendEscaped(line.extracting(range), to: &bytes)
                bytes.append(0x09)
                appendEscaped(term, to: &bytes)
                bytes.append(0x0A)
            }
            isFirst = false
        }

        /// Ends an input line.
        mutating func endLine(to bytes: inout [UInt8]) {
            if options.format != .tsv { bytes.append(0x0A) }
            isFirst = true
            counter = OffsetCounter()
        }

        private func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
            UTF8Validation.append(text, illFormed: policy, to: &bytes)
        }

        private func appendEscaped(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
            var plain: [UInt8] = []
            append(text, to: &plain)
            for byte in plain {
                switch byte {
                case 0x09: bytes.append(contentsOf: "\\t".utf8)
                case 0x0A: bytes.append(contentsOf: "\\n".utf8)
                case 0x0D: bytes.append(contentsOf: "\\r".utf8)
                case 0x5C: bytes.append(contentsOf: "\\\\".utf8)
                default: bytes.append(byte)
                }
            }
        }
    }

    /// Turns byte offsets of one line into other units, from left to right.
    struct OffsetCounter {
        private var byte = 0
        private var units = 0

        /// The offset in the wanted units; later calls count on from here. Ranges of tokens never go back.
        mutating func count(to offset: Int, in line: Span<UInt8>, _ unit: TokenOutputOptions.Offsets) -> Int {
            units = peek(to: offset, in: line, unit)
            byte = offset
            return units
        }

        func peek(to offset: Int, in line: Span<UInt8>, _ unit: TokenOutputOptions.Offsets) -> Int {
            switch unit {
            case .utf8: offset
            case .utf16: units + UTF8Validation.units(in: line.extracting(byte..<offset)).utf16
            case .scalars: units + UTF8Validation.units(in: line.extracting(byte..<offset)).scalars
            }
        }
    }
#endif
