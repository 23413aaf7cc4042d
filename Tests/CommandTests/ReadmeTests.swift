import ArabicText
import Support
import Testing

/// What README.md says, run as it stands.
@Suite(.needsCommand) struct ReadmeTests {
    private let readme: Markdown

    init() throws { readme = try Markdown("README.md") }

    /// Each `sh` block that a `text` block follows prints exactly that.
    @Test func commandsPrintWhatTheReadmeShows() throws {
        let examples = readme.pairs("sh", "text")
        #expect(examples.count >= 4)
        for (command, expected) in examples {
            let result = try CommandRunner.shell(command)
            #expect(result.status == 0, "\(command)")
            #expect(result.output == Array(expected.utf8), "\(command)\(result.text)")
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
        let lines = try arabictext("--help").text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex(of: "SUBCOMMANDS:"))
        // A name is indented by two; the rest of a long summary by more.
        let stages = lines[(start + 1)...].prefix { !$0.isEmpty }
            .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        let rows = readme.text.split(separator: "\n").drop { $0 != "| stage | what it does | choices |" }
            .dropFirst(2).prefix { $0.hasPrefix("|") }
        #expect(rows.map { String($0.split(separator: "`")[1]) } == stages, "the table of stages in README.md")
    }
}
