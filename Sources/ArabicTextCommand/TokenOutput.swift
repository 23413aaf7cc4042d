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
            /// An object a line.
            case json
        }

        @Option(
            help: ArgumentHelp(
                "How to write tokens: text, lines, tsv or json.",
                discussion: """
                    text: joined by a space, a line a line. lines: one a line, and an empty line after each input \
                    line. tsv: line (from 1), start, end (from 0 in the line), kind, source, term, without a header; \
                    tab, newline, return and backslash are escaped. json: an object an input line, with its number and \
                    its tokens, each with the same as in tsv (and in analyze its position); always UTF-8, so what \
                    --invalid keep keeps is U+FFFD there.
                    """))
        var format: Format = .text

        @OptionGroup var offsets: OffsetOptions
    }

    /// Writes the tokens of one line after the other.
    struct TokenWriter {
        let format: TokenOutputOptions.Format
        private let policy: IllFormedPolicy
        private let lineEnd: UInt8
        private var table: TokenTable
        private var isFirst = true
        private var count = 0

        init(_ options: TokenOutputOptions, _ form: LineForm) {
            format = form.isListed ? .lines : options.format
            policy = form.policy
            lineEnd = form.lineEnd
            table = TokenTable(
                format == .json ? .json : .tsv, options.offsets.offsets, illFormed: policy, lineEnd: lineEnd)
        }

        /// How many tokens have been written since the last call.
        mutating func takeTally() -> Tally {
            let tally = Tally(items: count)
            count = 0
            return tally
        }

        /// Whether tokens are written as they stand in a text.
        func keepsBytes(of text: Span<UInt8>) -> Bool {
            policy != .replace || UTF8Validation.firstIllFormed(in: text) == nil
        }

        /// Whether each token comes with its place.
        var hasPlaces: Bool { format == .tsv || format == .json }

        /// Writes a token of a line, of which there is the part from an offset on.
        mutating func write(
            _ term: Span<UInt8>, range: Range<Int>, kind: TokenKind, position: Int? = nil, in part: Span<UInt8>,
            from offset: Int, number: Int, to bytes: inout ByteBuffer
        ) {
            switch format {
            case .text:
                count += 1
                if !isFirst { bytes.append(byte: 0x20) }
                UTF8Validation.append(term, illFormed: policy, to: &bytes)
            case .lines:
                count += 1
                UTF8Validation.append(term, illFormed: policy, to: &bytes)
                bytes.append(byte: lineEnd)
            case .tsv, .json:
                writePlace(
                    term, range: range, kind: kind.name, position: position, in: part, from: offset, number: number,
                    to: &bytes)
            }
            isFirst = false
        }

        /// What stands after each of several tokens that are written together.
        private var separator: UInt8 { format == .text ? 0x20 : lineEnd }

        /// Writes several tokens of a line, without their places: `append` appends them, each with a separator after it, and
        /// gives how many they are.
        mutating func writeTogether(
            to bytes: inout ByteBuffer, _ append: (_ separator: UInt8, _ bytes: inout ByteBuffer) -> Int
        ) {
            let start = bytes.count
            if format == .text, !isFirst { bytes.append(byte: separator) }
            let found = append(separator, &bytes)
            if found == 0 { return bytes.truncate(to: start) }
            // Between tokens, not after the last one.
            if format == .text { bytes.truncate(to: bytes.count - 1) }
            count += found
            isFirst = false
        }

        /// Writes a token with its place.
        mutating func writePlace(
            _ term: Span<UInt8>, range: Range<Int>, kind: String, position: Int? = nil, in part: Span<UInt8>,
            from offset: Int, number: Int, to bytes: inout ByteBuffer
        ) {
            count += 1
            table.write(
                term, range: range, kind: kind, position: position, in: part, from: offset, number: number, to: &bytes)
        }

        /// The line goes on after a part.
        mutating func endPart(_ part: Span<UInt8>, from offset: Int) {
            if hasPlaces { table.endPart(part, from: offset) }
        }

        /// Ends an input line.
        mutating func endLine(_ number: Int, to bytes: inout ByteBuffer) {
            if !hasPlaces { bytes.append(byte: lineEnd) }
            isFirst = true
            table.endLine(number, to: &bytes)
        }
    }
#endif
