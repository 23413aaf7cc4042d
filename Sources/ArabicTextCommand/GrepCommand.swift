#if CommandLineTool
    import ArabicText
    import ArgumentParser

    struct GrepCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "grep", abstract: "Print the lines in which a text stands, however it is spelled.",
            discussion: """
                The text and the lines are normalised before they are compared; what is printed is the line as it is. \
                The text is no regular expression.

                EXAMPLES
                  arabictext grep كتاب article.txt
                  arabictext grep -n -w 'ابراهيم' *.txt
                  arabictext grep -o --vocalized 'كَتب' < quran.txt

                EXIT STATUS
                  0 some line matches; 1 none does; 2 something failed.
                """)

        @Option(
            help:
                "The profile for the text and the lines: \(ProfileArgument.known), or a JSON file of settings. (default: search)",
            completion: ProfileArgument.completion,
            transform: ProfileArgument.init(parsing:))
        var profile = ProfileArgument("search", .search)

        @Flag(name: [.customShort("n"), .long], help: "Print line numbers.")
        var lineNumber = false

        @Flag(name: [.short, .long], help: "Print only how many lines match.")
        var count = false

        @Flag(name: [.short, .long], help: "Print only what matches, each match on a line.")
        var onlyMatching = false

        @Flag(name: [.customShort("w"), .long], help: "Match whole words only.")
        var wordRegexp = false

        @Flag(help: "Vowels in the text must not contradict those in the lines.")
        var vocalized = false

        @Option(help: ArgumentHelp("Whether to colour matches: auto, always or never.", valueName: "when"))
        var color = Color.auto

        @Argument(help: "The text to look for.")
        var pattern: String

        @OptionGroup var stage: StageOptions

        enum Color: String, ExpressibleByArgument, CaseIterable {
            case auto
            case always
            case never
        }

        func run() throws {
            var options: MatchOptions = []
            if wordRegexp { options.insert(.wholeWords) }
            if vocalized { options.insert(.vocalization) }
            let matcher = try ArabicMatcher(pattern, profile: profile.profile, options: options)
            let printer = MatchPrinter(
                lineNumbers: lineNumber, onlyMatching: onlyMatching, colors: colors,
                names: stage.input.files.count > 1, lineEnd: stage.lineEnd)
            var runner = stage.runner(counting: .items("matching-lines"))
            // grep's own statuses: 1 is no match, so a failure is 2.
            runner.failureStatus = 2
            let tally = try runner.run { [count] name, lines, output in
                if count { printer.print(count: lines, name: name, to: &output) }
            } _: { [count] name in
                GrepStage(matcher: matcher, printer: count ? nil : printer, name: name, lineEnd: printer.lineEnd)
            }
            if tally.items == 0 { throw ExitCode(1) }
        }

        private var colors: Bool {
            switch color {
            case .always: return true
            case .never: return false
            case .auto:
                return stage.output.output == nil && FileDescriptor.standardOutput.wantsColor
            }
        }
    }

    /// Finds the lines that match. A line that comes in parts is held.
    private struct GrepStage: LineStage {
        let matcher: ArabicMatcher
        /// Nil where lines are counted only.
        let printer: MatchPrinter?
        let name: String
        let lineEnd: UInt8
        private let filter: LineFilter?
        /// The start of a line whose end has not come.
        private var held: [UInt8] = []
        private var count = 0

        init(matcher: ArabicMatcher, printer: MatchPrinter?, name: String, lineEnd: UInt8) {
            self.matcher = matcher
            self.printer = printer
            self.name = name
            self.lineEnd = lineEnd
            filter = LineFilter(matcher)
        }

        mutating func append(
            lines: Span<UInt8>, from number: Int, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            guard lineEnd == 0x0A, let filter else {
                lines.forEachLine(endingWith: lineEnd, from: number) { match($0, number: $1, to: &output) }
                return
            }
            filter.forEachCandidate(in: lines) { range, before in
                match(lines.extracting(range), number: number + before, to: &output)
            }
        }

        mutating func append(
            part: Span<UInt8>, of number: Int, end: PartEnd, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            held.append(copying: part)
            if case .open = end { return }
            let line = held
            held = []
            // To find where the query stands takes several times the memory of the line.
            guard let filter else { return match(line.span, number: number, to: &output) }
            var isCandidate = false
            filter.forEachCandidate(in: line.span) { _, _ in isCandidate = true }
            if isCandidate { match(line.span, number: number, to: &output) }
        }

        private mutating func match(_ line: Span<UInt8>, number: Int, to output: inout ByteBuffer) {
            let ranges = matcher.byteRanges(in: line)
            if ranges.isEmpty { return }
            count += 1
            printer?.print(line, ranges, name: name, number: number, to: &output)
        }

        mutating func takeTally() -> Tally {
            let tally = Tally(items: count)
            count = 0
            return tally
        }
    }

    /// Writes matching lines.
    struct MatchPrinter: Sendable {
        let lineNumbers: Bool
        let onlyMatching: Bool
        let colors: Bool
        let names: Bool
        let lineEnd: UInt8

        func print(_ line: Span<UInt8>, _ ranges: [Range<Int>], name: String, number: Int, to bytes: inout ByteBuffer) {
            if onlyMatching {
                for range in ranges {
                    start(name, number, to: &bytes)
                    match(line, range, to: &bytes)
                    bytes.append(byte: lineEnd)
                }
                return
            }
            start(name, number, to: &bytes)
            var end = 0
            for range in ranges {
                append(line, end..<range.lowerBound, to: &bytes)
                match(line, range, to: &bytes)
                end = range.upperBound
            }
            append(line, end..<line.count, to: &bytes)
            bytes.append(byte: lineEnd)
        }

        func print(count: Int, name: String, to bytes: inout ByteBuffer) {
            bytes.append(names ? "\(name):\(count)" : "\(count)")
            bytes.append(byte: lineEnd)
        }

        private func start(_ name: String, _ number: Int, to bytes: inout ByteBuffer) {
            if names { bytes.append("\(name):") }
            if lineNumbers { bytes.append("\(number):") }
        }

        private func match(_ line: Span<UInt8>, _ range: Range<Int>, to bytes: inout ByteBuffer) {
            if colors { bytes.append("\u{1B}[1;31m") }
            append(line, range, to: &bytes)
            if colors { bytes.append("\u{1B}[m") }
        }

        private func append(_ line: Span<UInt8>, _ range: Range<Int>, to bytes: inout ByteBuffer) {
            bytes.append(copying: line.extracting(range))
        }
    }
#endif
