// Without the trait there is no command to run.
#if CommandLineTool
    import ArabicText
    import Foundation
    import Support
    import Testing

    /// What README.md says, run as it stands.
    @Suite struct ReadmeTests {
        private let readme: Markdown

        init() throws { readme = try Markdown("README.md") }

        /// Each `sh` block that a `text` block follows prints exactly that.
        @Test func commandsPrintWhatTheReadmeShows() throws {
            let examples = readme.pairs("sh", "text")
            #expect(examples.count >= 4)
            for (command, expected) in examples {
                let (output, status) = try Self.run(command)
                #expect(status == 0, "\(command)")
                #expect(output == Array(expected.utf8), "\(command)\(String(decoding: output, as: UTF8.self))")
            }
        }

        @Test func swiftExamplePrintsWhatTheReadmeShows() throws {
            var printed = ""
            func print(_ items: Any...) {
                printed += items.map { "\($0)" }.joined(separator: " ") + "\n"
            }

            let normalizer = try ArabicNormalizer(.search)
            print(normalizer.normalize("قَرَأْتُ الكِتَابَ"))

            let analyzer = try ArabicAnalyzer(.lucene)
            for term in analyzer.terms(in: "ذهبت إلى المكتبة") {
                print(term.position, term.range, term.text)
            }

            let example = try #require(readme.pairs("swift", "text").first)
            #expect(try Markdown.source(#filePath, shows: example.block))
            #expect(Array(printed.utf8) == Array(example.answer.utf8))
        }

        /// The table of stages has the subcommands, in their order.
        @Test func stagesAreThoseOfTheCommand() throws {
            let help = String(decoding: try Self.run("arabictext --help").output, as: UTF8.self)
            let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
            let start = try #require(lines.firstIndex(of: "SUBCOMMANDS:"))
            // A name is indented by two; the rest of a long summary by more.
            let stages = lines[(start + 1)...].prefix { !$0.isEmpty }
                .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
                .compactMap { $0.split(separator: " ").first.map(String.init) }
            let rows = readme.text.split(separator: "\n").drop { $0 != "| stage | what it does | choices |" }
                .dropFirst(2).prefix { $0.hasPrefix("|") }
            #expect(rows.map { String($0.split(separator: "`")[1]) } == stages, "the table of stages in README.md")
        }

        /// Runs a command by the shell at the top of the repository, with the built command first on the path.
        private static func run(_ command: String) throws -> (output: [UInt8], status: Int32) {
            let process = Process()
            let pipe = Pipe()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", command]
            process.currentDirectoryURL = URL(fileURLWithPath: Gold.repository)
            var environment = ProcessInfo.processInfo.environment
            environment["PATH"] = "\(builtProducts.path):\(environment["PATH"] ?? "/usr/bin:/bin")"
            process.environment = environment
            process.standardOutput = pipe
            try process.run()
            let output = pipe.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return ([UInt8](output), process.terminationStatus)
        }

        /// The folder with the tests and the command.
        private static var builtProducts: URL {
            let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
            return tests?.bundleURL.deletingLastPathComponent() ?? Bundle.main.bundleURL
        }
    }
#endif
