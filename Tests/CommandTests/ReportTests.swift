import Foundation
import Support
import Testing

/// `--stats`, `--quiet`, and the line that shows how far the work has come.
@Suite(.needsCommand) struct ReportTests {
    /// The numbers by name.
    private func stats(
        _ arguments: [String], input: [UInt8], environment: [String: String] = [:]
    ) throws -> [String: String] {
        let result = try CommandRunner.run(arguments + ["--stats"], input: input, environment: environment)
        #expect(result.status == 0)
        let line = try #require(result.errors.split(separator: "\n").last)
        #expect(line.hasPrefix("arabictext: "))
        let pairs = line.dropFirst("arabictext: ".count).split(separator: " ").map { $0.split(separator: "=") }
        return try Dictionary(
            uniqueKeysWithValues: pairs.map { (String($0[0]), String(try #require($0.last))) })
    }

    @Test(arguments: [
        (["strip"], ["changed-lines": "1"]), (["unify"], ["changed-lines": "1"]),
        (["stem"], ["changed-lines": "1"]), (["transliterate", "--to", "bw"], ["changed-lines": "3"]),
        (["normalize"], ["changed-lines": "0"]), (["tokenize"], ["tokens": "6"]), (["analyze"], ["terms": "4"]),
        (["sentences"], ["sentences": "3"]), (["grep", "كتاب"], ["matching-lines": "2"]),
    ])
    func numbersAreThoseOfTheText(_ stage: [String], _ counted: [String: String]) throws {
        let text = Array("كِتَابٌ جديد\nالكتاب\n\nله مكتبة.".utf8)
        for more in [[], ["--jobs", "2"], ["--line-buffered"]] {
            let stats = try stats(stage + more, input: text)
            #expect(stats["bytes"] == "\(text.count)")
            #expect(stats["lines"] == "4")
            #expect(stats["ill-formed-bytes"] == "0")
            #expect(stats["seconds"] != nil && stats["MB/s"] != nil)
            for (name, number) in counted { #expect(stats[name] == number, "\(stage) \(name)") }
        }
    }

    /// A line that comes in parts is compared with what comes out of it, which lags behind or is cut elsewhere.
    @Test(arguments: ["1", "7", "4096", "1048576"])
    func longLinesAreOneLine(_ blockSize: String) throws {
        let long = Array(repeatElement(Array("كتاب ".utf8), count: 1_000).joined())
        for (text, changed) in [
            (long, 0), (long + [0x0A], 0), (long + Array("بَ".utf8), 1),
            (Array("بَ".utf8) + long + [0x0A], 1),
            (Array("بَ".utf8) + long + Array("\nبَ\n".utf8) + long, 2),
        ] {
            for field in [[], ["--tsv-column", "1"]] {
                let stats = try stats(
                    ["strip"] + field, input: text, environment: ["ARABICTEXT_BLOCK_SIZE": blockSize])
                #expect(stats["bytes"] == "\(text.count)")
                #expect(stats["lines"] == "\(text.split(separator: 0x0A).count)")
                #expect(stats["changed-lines"] == "\(changed)")
            }
        }
    }

    @Test func illFormedBytesAreCounted() throws {
        let bytes = Array("a\n".utf8) + [0xFF, 0xD9, 0x0A, 0xE2, 0x82] + Array("b".utf8) + [0xD9]
        for policy in ["keep", "replace"] {
            for stage in ["strip", "tokenize"] {
                #expect(try stats([stage, "--invalid", policy], input: bytes)["ill-formed-bytes"] == "5")
            }
        }
    }

    @Test func inputsAreAddedUpAndFailuresLeaveTheRest() throws {
        let result = try arabictext("strip", "--stats", "-", "/no/such/file", articlePath, input: "a\n")
        #expect(result.status == 1)
        let article = try Gold.file(articlePath)
        let lines = Gold.lines(article).count + 1
        #expect(result.errors.contains("arabictext: bytes=\(article.count + 2) lines=\(lines) "))
    }

    @Test func quietLeavesNotesOutAndFailuresIn() throws {
        let noted = try arabictext("strip", "--tsv-column", "2", input: "a\n")
        #expect(noted.errors == "arabictext: lines that have no column 2 and stay as they are: 1\n")
        let quiet = try arabictext("strip", "--tsv-column", "2", "--quiet", "-", "/no/such/file", input: "a\n")
        #expect(quiet.errors == "arabictext: /no/such/file: No such file or directory\n")
    }

    #if os(Linux)
        /// `script` gives a terminal, here for standard error alone.
        private func onTerminal(_ line: String) throws -> String {
            try CommandRunner.shell("script -qec \"\(line)\" /dev/null < /dev/null").text
        }

        @Test func progressIsShownOnATerminalOnly() throws {
            try #require(CommandRunner.shell("command -v script").status == 0, "needs script (bsdutils)")
            let work = "(echo a; sleep 1.1; echo b; sleep 0.3; echo c)"
            let shown = try onTerminal("\(work) | arabictext strip > /dev/null")
            #expect(shown.hasPrefix("\r0.0 MB, 0 MB/s\u{1B}[K"), "\(shown.debugDescription)")
            #expect(shown.hasSuffix("\r\u{1B}[K"))
            #expect(try onTerminal("\(work) | arabictext strip --quiet > /dev/null").isEmpty)
            #expect(try onTerminal("\(work) | arabictext strip") == "a\r\nb\r\nc\r\n")
            #expect(try onTerminal("echo a | arabictext strip > /dev/null").isEmpty)
            let piped = try CommandRunner.shell("\(work) | arabictext strip")
            #expect(piped.errors.isEmpty)
        }

        @Test(arguments: ["grep a", "explain a"])
        func colourIsDeclinedByTheVariable(_ stage: String) throws {
            let work = "echo a | arabictext \(stage)"
            #expect(try onTerminal("unset NO_COLOR; export TERM=xterm; \(work)").contains("\u{1B}["))
            #expect(try onTerminal("export TERM=xterm NO_COLOR=; \(work)").contains("\u{1B}["))
            #expect(try !onTerminal("export TERM=xterm NO_COLOR=1; \(work)").contains("\u{1B}["))
            #expect(try !onTerminal("unset NO_COLOR; export TERM=dumb; \(work)").contains("\u{1B}["))
        }
    #endif
}
