// Without the trait CommandLineTool the package resolves no dependency, and the command is empty: see Package.swift.
#if CommandLineTool
    import ArabicText
    import ArgumentParser

    @main
    struct ArabicTextCommand: ParsableCommand {
        /// The version of this package, as in CHANGELOG.md.
        private static let version = "0.1.0"

        static let configuration = CommandConfiguration(
            commandName: "arabictext",
            abstract: "Normalise, tokenise and stem Arabic text.",
            discussion: """
                Every stage reads files, or standard input where none is named or the name is "-", and writes its \
                result to standard output. A line in is a line out, unless the format says otherwise.

                EXAMPLES
                  echo 'كِتَابٌ' | arabictext strip
                  arabictext normalize --profile search < corpus.txt > folded.txt
                  arabictext analyze --format tsv article.txt

                ENVIRONMENT
                  ARABICTEXT_KERNEL  the kernels to use instead of the best that this machine has: portable, neon, avx2
                                     or avx512. Results are the same with all of them.

                EXIT STATUS
                  0 done; 1 some input failed, the rest was done, or writing failed; 64 wrong usage.
                """,
            version: """
                arabictext \(version) (ICU \(UnicodeVersion.icu), Unicode \(UnicodeVersion.unicode), kernels \(ProcessorKernel.inUse.rawValue))
                """,
            subcommands: [
                NormalizeCommand.self, StripCommand.self, UnifyCommand.self, TokenizeCommand.self,
                SentencesCommand.self,
                StemCommand.self, AnalyzeCommand.self, GrepCommand.self, TransliterateCommand.self, ExplainCommand.self,
                ProfilesCommand.self, StopWordsCommand.self, BenchCommand.self,
            ])

        static func main() {
            let arguments = Arguments.all
            do {
                if let name = ProcessorKernel.refused {
                    let names = ProcessorKernel.available.map(\.rawValue).joined(separator: ", ")
                    say("Error: ARABICTEXT_KERNEL is \"\(name.quoted)\", but the kernels of this machine are: \(names)")
                    throw ExitCode.validationFailure
                }
                var command = try parseAsRoot(arguments)
                try command.run()
            } catch {
                let code = exitCode(for: error)
                // Help goes to standard output.
                if code == .success { exit(withError: error) }
                let text = fullMessage(for: error)
                if !text.isEmpty { say(corrected(text, of: error, after: arguments) ?? text) }
                exit(withError: code)
            }
        }

        /// The text of an error of usage, with which stage there is not, and what was probably meant; nil where that is
        /// not known.
        private static func corrected(_ text: String, of error: any Error, after arguments: [String]) -> String? {
            let message = "Error: \(Self.message(for: error))\n"
            guard exitCode(for: error) == .validationFailure, text.hasPrefix(message),
                !message.contains("Did you mean"), let vocabulary = Vocabulary(of: self)
            else { return nil }
            let correction = vocabulary.correction(of: arguments)
            let unknown = vocabulary.unknownStage(in: arguments)
            if correction == nil, unknown == nil { return nil }
            let rest = text.dropFirst(message.count)
            let first = unknown.map { "Error: There is no stage '\($0)'\n" } ?? message
            return "\(first)\(correction.map { "Did you mean \"\($0)\"?\n" } ?? "")\(rest)"
        }

        /// Says something of several lines on standard error.
        private static func say(_ text: String) {
            try? FileDescriptor.standardError.write("\(text.quotedLines)\n".utf8Span.span)
        }
    }

#else
    @main
    enum ArabicTextCommand {
        static func main() {}
    }
#endif
