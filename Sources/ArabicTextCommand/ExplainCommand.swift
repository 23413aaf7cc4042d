#if CommandLineTool
    import ArabicText
    import ArgumentParser

    struct ExplainCommand: ParsableCommand {
        enum Format: String, ExpressibleByArgument, CaseIterable {
            /// For a terminal.
            case text
            /// One page of HTML that needs nothing else.
            case html
        }

        static let configuration = CommandConfiguration(
            commandName: "explain", abstract: "Show what each step makes of a text, character by character.",
            discussion: """
                Prints each step of the profile that changes something, with every character by code point and name: \
                "-" is deleted, "~" replaced, "+" inserted. Then the words, and for a profile that is an analyser's \
                too (search, lucene) which are stop words and what the stemmer leaves. Characters that cannot be seen \
                are shown by their sign, such as [ZWNJ] or [U+FE00], and never printed as they are.

                The text is one whole; without it, or where it is "-", each line of standard input is explained.

                EXAMPLES
                  arabictext explain 'كِتَابٌ'
                  arabictext explain --profile light < words.txt
                  arabictext explain --format html 'إلى المكتبة' > page.html
                """)

        @Option(
            help: "The profile: \(ProfileArgument.known), or a JSON file of settings. (default: search)",
            completion: ProfileArgument.completion,
            transform: ProfileArgument.init(parsing:))
        var profile = ProfileArgument("search", .search)

        @Option(help: "How to write it: text, or html, a page of its own.")
        var format: Format = .text

        @Option(
            help: """
                What to do with ill-formed UTF-8: fail, replace (by U+FFFD) or keep, which is shown as U+FFFD too, \
                since no such byte is printed.
                """)
        var invalid = Choice("fail", IllFormedPolicy.fail)

        @OptionGroup var encoding: EncodingOptions
        @OptionGroup var output: OutputOptions

        @Argument(help: "The text; without it, or \"-\", the lines of standard input.")
        var text: String?

        func validate() throws { try encoding.validate(illFormed: invalid.value) }

        func run() throws {
            let explainer: Explainer
            do throws(ICUError) {
                explainer = try Explainer(profile: profile.name.quoted, profile.profile)
            } catch {
                Output.complain(error.description)
                throw ExitCode.failure
            }
            var writer = ExplanationWriter(explainer, format, isFile: output.output != nil)
            guard let text = text?.repaired, text != "-" else { return try explainInput(explainer, &writer) }
            try InputRunner(paths: [], target: output.output, decoding: nil).run { _, _ in
            } finish: { output in
                writer.write(explainer.explain(text), to: &output.bytes)
                writer.finish(to: &output.bytes)
            }
        }

        private func explainInput(_ explainer: Explainer, _ writer: inout ExplanationWriter) throws {
            try InputRunner(
                paths: ["-"], target: output.output, decoding: encoding.decoding(illFormed: invalid.value)
            ).run { input, output in
                try input.forEachLine(illFormed: invalid.value) { line, number in
                    var bytes: [UInt8] = []
                    bytes.append(copying: line)
                    let text = String(decoding: bytes, as: UTF8.self)
                    writer.write(explainer.explain(text, line: number), to: &output.bytes)
                    try output.flushIfDue()
                } pause: {
                    try output.flush()
                }
            } finish: { output in
                writer.finish(to: &output.bytes)
            }
        }
    }

    /// Writes explanations in one format or the other.
    private enum ExplanationWriter {
        case text(ExplanationText)
        case page(ExplanationPage)

        init(_ explainer: Explainer, _ format: ExplainCommand.Format, isFile: Bool) {
            switch format {
            case .text:
                let hasColor = !isFile && FileDescriptor.standardOutput.wantsColor
                self = .text(ExplanationText(explainer, hasColor: hasColor))
            case .html: self = .page(ExplanationPage(explainer))
            }
        }

        mutating func write(_ explanation: Explanation, to bytes: inout ByteBuffer) {
            switch self {
            case .text(var writer):
                writer.write(explanation, to: &bytes)
                self = .text(writer)
            case .page(var writer):
                writer.write(explanation, to: &bytes)
                self = .page(writer)
            }
        }

        func finish(to bytes: inout ByteBuffer) {
            if case .page(let writer) = self { writer.finish(to: &bytes) }
        }
    }
#endif
