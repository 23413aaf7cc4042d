import Foundation
import Support
import Testing

/// Every write is checked; a reader that has gone is no failure.
@Suite(.needsCommand) struct OutputTests {
    static let lines = ["strip", "tokenize", "stem", "analyze", "profiles"]

    #if os(Linux)
        @Test(arguments: lines)
        func aFullDiskIsAFailure(_ stage: String) throws {
            let result = try CommandRunner.shell("arabictext \(stage) > /dev/full", input: Array("سلام\n".utf8))
            #expect(result.status == 1)
            #expect(result.errors == "arabictext: cannot write: No space left on device\n")
        }

        @Test func aFullDiskEndsALongRun() throws {
            let result = try CommandRunner.shell("yes سلام | arabictext strip > /dev/full")
            #expect(result.status == 1)
            #expect(result.errors.contains("arabictext: cannot write: No space left on device\n"))
        }
    #endif

    @Test(arguments: lines)
    func aClosedPipeIsQuiet(_ stage: String) throws {
        let result = try CommandRunner.shell(
            "{ \(stage == "profiles" ? "" : "yes سلام | ")arabictext \(stage); echo \"exit $?\" >&2; } | head -c 1")
        #expect(result.output.count == 1)
        // `yes` may say that its own pipe is closed.
        let errors = result.errors.split(separator: "\n").filter { !$0.hasPrefix("yes:") }
        #expect(errors == ["exit 0"])
    }

    /// The writer waits for the first line to come out before it goes on: a stage that held it back would wait for ever.
    @Test(arguments: lines.dropLast())
    func aLineGoesOnBeforeTheNextOneComes(_ stage: String) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("arabictext-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let result = try CommandRunner.shell(
            """
            cd '\(folder.path)' && mkfifo back &&
            { echo b; read line < back; echo "$line$line"; } | arabictext \(stage) |
            { read line; echo "$line" > back; cat; }
            """)
        #expect(result.text == "bb\n")
    }

    @Test func aClosedPipeHidesNoEarlierFailure() throws {
        let result = try CommandRunner.shell(
            "{ yes سلام | arabictext strip /no/such/file -; echo \"exit $?\" >&2; } | head -c 1")
        #expect(result.errors.contains("arabictext: /no/such/file: No such file or directory\n"))
        #expect(result.errors.contains("exit 1"))
    }
}
