#if CommandLineTool
    import ArabicText
    import ArgumentParser

    struct GrepCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "grep", abstract: "Print the lines in which a text stands, however it is spelled.",
            discussion: """
                The text and the lines are normalised before they are compared; what is printed is the line as it is. \
                The text is no regular expression. Matches do not overlap: what one character of the line became, such \
                as the four letters of U+FDF2, is found and printed as a whole, and once.

                The line at hand is held in memory; one that is too long for that is an error.

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

        /// grep's own statuses: 1 is no match, so a failure is 2.
        static let failureStatus: Int32 = 2

        func run() throws {
            var options: MatchOptions = []
            if wordRegexp { options.insert(.wholeWords) }
            if vocalized { options.insert(.vocalization) }
            let matcher = try ArabicMatcher(pattern.repaired, profile: profile.profile, options: options)
            let printer = MatchPrinter(
                lineNumbers: lineNumber, onlyMatching: onlyMatching, colors: colors,
                names: stage.input.files.count > 1, lineEnd: stage.lineEnd)
            var runner = stage.runner(counting: .items("matching-lines"))
            runner.failureStatus = Self.failureStatus
            let tally = try runner.run { [count] name, lines, output in
                if count { printer.print(count: lines, name: name.systemBytes, to: &output) }
            } _: { [count] name in
                HeldLineStage(
                    GrepStage(
                        matcher: matcher, printer: count ? nil : printer, name: name.systemBytes,
                        lineEnd: printer.lineEnd))
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
#endif
