import ArabicText
import Support
import Testing

/// What holds for the command as a whole: help, version, exit status, which inputs it reads.
@Suite(.needsCommand) struct CommandTests {
    static let stages = ["normalize", "strip", "unify", "tokenize", "stem", "analyze"]

    @Test(arguments: [[]] + (stages + ["grep", "transliterate", "explain", "profiles", "bench"]).map { [$0] })
    func helpHasThreeExamples(_ stage: [String]) throws {
        let result = try CommandRunner.run(stage + ["--help"])
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        let lines = result.text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex(of: "EXAMPLES"))
        let examples = lines[(start + 1)...].prefix { !$0.isEmpty }.filter { $0.contains("arabictext") }
        // An example with two stages may be wrapped at the width of the terminal.
        #expect(examples.count == 3, "\(examples)")
    }

    @Test func versionNamesICUAndUnicode() throws {
        let result = try arabictext("--version")
        #expect(result.status == 0)
        #expect(result.text.hasPrefix("arabictext "))
        let versions = "ICU \(UnicodeVersion.icu), Unicode \(UnicodeVersion.unicode)"
        #expect(result.text.hasSuffix(" (\(versions), kernels \(ProcessorKernel.inUse.rawValue))\n"))
    }

    @Test(arguments: ProcessorKernel.available)
    func theEnvironmentNamesTheKernel(_ kernel: ProcessorKernel) throws {
        let result = try CommandRunner.shell("ARABICTEXT_KERNEL=\(kernel) arabictext --version")
        #expect(result.status == 0)
        #expect(result.text.hasSuffix(", kernels \(kernel))\n"))
    }

    @Test(arguments: ["nothing", "AVX2"] + ProcessorKernel.allCases.map(\.rawValue))
    func aKernelThatTheMachineLacksIsWrongUsage(_ name: String) throws {
        let names = ProcessorKernel.available.map(\.rawValue)
        let result = try CommandRunner.shell("ARABICTEXT_KERNEL=\(name) arabictext strip", input: [0x61])
        if names.contains(name) {
            #expect(result.status == 0)
        } else {
            #expect(result.status == 64)
            #expect(result.output.isEmpty)
            #expect(
                result.errors == """
                    Error: ARABICTEXT_KERNEL is "\(name)", but the kernels of this machine are: \(names.joined(separator: ", "))

                    """)
        }
    }

    @Test(arguments: [
        ["nostage"], ["normalize", "--profile", "nothing"], ["normalize", "--profile", "Search"],
        ["tokenize", "--nothing"], ["tokenize", "--rules", "nothing"], ["tokenize", "--format", "nothing"],
        ["tokenize", "--offsets", "bytes"], ["stem", "--algorithm", "nothing"], ["analyze", "--profile", "strip"],
        ["strip", "--invalid"], ["strip", "--invalid", "nothing"], ["strip", "--profile", "search"],
        ["explain", "--profile", "nothing"], ["explain", "--format", "tsv"], ["explain", "a", "b"],
        ["profiles", "nothing"], ["profiles", "search", "light"],
    ])
    func wrongUsageExitsWith64(_ arguments: [String]) throws {
        let result = try CommandRunner.run(arguments)
        #expect(result.status == 64)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("arabictext"))
    }

    @Test(arguments: stages)
    func missingFilesAndFoldersAreReportedAndTheOthersDone(_ stage: String) throws {
        let alone = try arabictext(stage, articlePath)
        #expect(alone.status == 0)
        let result = try arabictext(stage, "/no/such/file", articlePath, Gold.repository, articlePath)
        #expect(result.status == 1)
        #expect(result.output == alone.output + alone.output)
        #expect(
            result.errors == """
                arabictext: /no/such/file: No such file or directory
                arabictext: \(Gold.repository): Is a directory

                """)
    }

    @Test(arguments: stages)
    func anInputThatFailsIsReportedAndTheOthersDone(_ stage: String) throws {
        try withFile(Array("a\u{628}\n".utf8) + [0xFF, 0x0A]) { path in
            let result = try CommandRunner.run([stage, path, "-"], input: Array("z\n".utf8))
            #expect(result.status == 1)
            #expect(result.lines.first == Array("a\u{628}".utf8))
            #expect(result.lines.last == Array("z".utf8))
            #expect(result.errors.hasPrefix("arabictext: \(path): line 2, column 1: ill-formed UTF-8 at byte 4 "))
        }
    }

    @Test(arguments: stages)
    func aDashIsStandardInput(_ stage: String) throws {
        let article = try Gold.file(articlePath)
        let expected = try arabictext(stage, bytes: article)
        #expect(expected.status == 0)
        #expect(try arabictext(stage, "-", bytes: article).output == expected.output)
        #expect(try arabictext(stage, articlePath).output == expected.output)
        // Read to its end once, it is empty after that, and files keep their own bytes.
        let twice = try arabictext(stage, "-", articlePath, "-", articlePath, bytes: article)
        #expect(twice.status == 0)
        #expect(twice.errors.isEmpty)
        #expect(twice.output == expected.output + expected.output + expected.output)
    }

    @Test(arguments: stages)
    func nothingGivesNothing(_ stage: String) throws {
        let result = try arabictext(stage)
        #expect(result.status == 0)
        #expect(result.output.isEmpty)
        #expect(result.errors.isEmpty)
    }

    /// Compared with one small block: more than a pipe holds, and more than a block of input.
    @Test(arguments: stages)
    func bigInputIsTheSameAsItsParts(_ stage: String) throws {
        let part = Array("قَالَ: كِتَابٌ جَدِيدٌ 12 😀 a\u{327}\u{301}\n".utf8)
        let once = try arabictext(stage, bytes: part)
        let many = try arabictext(stage, bytes: Array(repeatElement(part, count: 8_000).joined()))
        #expect(many.status == 0)
        #expect(many.output == Array(repeatElement(once.output, count: 8_000).joined()))
    }
}
