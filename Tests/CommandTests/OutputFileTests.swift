import Foundation
import Support
import Testing

/// `--output`: the file is there whole, or as it was.
@Suite(.needsCommand) struct OutputFileTests {
    private func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    static let stages = [
        ["normalize"], ["strip"], ["unify"], ["tokenize"], ["sentences"], ["stem"], ["analyze"], ["grep", "ا"],
        ["transliterate", "--to", "bw"], ["explain"],
    ]

    @Test(arguments: stages + [["profiles"], ["stop-words"]])
    func theFileHasWhatStandardOutputWouldHave(_ stage: [String]) throws {
        let article = try Gold.file(articlePath)
        try withFolder { folder in
            let expected = try CommandRunner.run(stage, input: article)
            for _ in 0..<2 {
                let result = try CommandRunner.run(stage + ["--output", folder + "/out"], input: article)
                #expect(result.status == 0, "\(result.errors)")
                #expect(result.output.isEmpty)
                #expect(result.errors.isEmpty)
                #expect(try Gold.file(folder + "/out") == expected.output)
            }
            #expect(try names(folder) == ["out"])
            let dash = try CommandRunner.run(stage + ["--output", "-"], input: article)
            #expect(dash.output == expected.output)
        }
    }

    @Test func benchWritesItsReport() throws {
        try withFolder { folder in
            let result = try arabictext(
                "bench", "--stage", "memcpy", "--json", "--output", folder + "/out", input: "سلام\n")
            #expect(result.status == 0)
            #expect(result.output.isEmpty)
            #expect(try Gold.file(folder + "/out").first == UInt8(ascii: "{"))
        }
    }

    @Test(arguments: stages.dropLast())
    func anInputThatFailsLeavesTheFileAsItWas(_ stage: [String]) throws {
        let status: Int32 = stage[0] == "grep" ? 2 : 1
        try withFolder { folder in
            let result = try CommandRunner.run(
                stage + ["--output", folder + "/out", "/no/such/file", "-"], input: Array("ا\n".utf8))
            #expect(result.status == status)
            #expect(
                result.errors == """
                    arabictext: /no/such/file: No such file or directory
                    arabictext: \(folder)/out: not written, since not all could be done

                    """)
            #expect(try names(folder).isEmpty)
            try Data("before".utf8).write(to: URL(fileURLWithPath: folder + "/out"))
            let broken = try CommandRunner.run(stage + ["--output", folder + "/out"], input: [0x61, 0xFF, 0x0A])
            #expect(broken.status == status)
            #expect(try Gold.file(folder + "/out") == Array("before".utf8))
            #expect(try names(folder) == ["out"])
        }
    }

    /// What is read may be what is written.
    @Test func aFileMayReplaceItself() throws {
        try withFile(Array("كِتَابٌ\n".utf8)) { path in
            let result = try arabictext("strip", "--output", path, path)
            #expect(result.status == 0)
            #expect(try Gold.file(path) == Array("كتاب\n".utf8))
        }
    }

    @Test func whatCannotBeWrittenIsSaidBeforeAnythingIsRead() throws {
        try withFolder { folder in
            for (path, message) in [(folder, "Is a directory"), (folder + "/no/out", "No such file or directory")] {
                // Standard input stays open: a stage that read it would wait for ever.
                let result = try CommandRunner.shell("arabictext strip --output '\(path)' < /dev/zero")
                #expect(result.status == 1)
                #expect(result.errors == "arabictext: \(path): not written: \(message)\n")
            }
            #expect(try names(folder).isEmpty)
        }
    }

    #if os(Linux)
        @Test func permissionsStayAndLinksAreFollowed() throws {
            try withFolder { folder in
                let result = try CommandRunner.shell(
                    """
                    cd '\(folder)' && umask 027 && arabictext strip --output new </dev/null && touch old && chmod 604 old &&
                    ln -s old link && echo بَ | arabictext strip --output link && stat -c '%a %F' new old link && cat old
                    """)
                #expect(result.errors.isEmpty)
                #expect(result.text == "640 regular empty file\n604 regular file\n777 symbolic link\nب\n")
            }
        }

        @Test(arguments: ["INT", "TERM", "HUP"])
        func aSignalLeavesNothingBehind(_ signal: String) throws {
            try withFolder { folder in
                // A shell lets what it starts in the background ignore SIGINT; a program that env starts need not.
                // What a thread of Dispatch starts has signals blocked.
                let result = try CommandRunner.shell(
                    """
                    cd '\(folder)' && echo before > out && mkfifo in && exec sleep 600 > in & holder=$!
                    cd '\(folder)'; while ! [ -p in ]; do sleep 0.01; done
                    env --default-signal=INT --block-signal arabictext strip --output out in & command=$!
                    while ! ls -A | grep -q arabictext; do sleep 0.01; done
                    kill -\(signal) $command; wait $command; echo $?; kill $holder; cat out; ls -A
                    """)
                let number = ["INT": 130, "TERM": 143, "HUP": 129][signal] ?? 0
                #expect(result.text == "\(number)\nbefore\nin\nout\n")
                #expect(result.errors.contains("arabictext: stopped by a signal, the output file is not written\n"))
            }
        }

        @Test func whatIsNoFileIsWrittenAsItIs() throws {
            let null = try arabictext("strip", "--output", "/dev/null", input: "a")
            #expect(null.status == 0)
            let piped = try CommandRunner.shell("echo بَ | arabictext strip --output /dev/stdout | cat")
            #expect(piped.text == "ب\n")
            let full = try arabictext("strip", "--output", "/dev/full", input: "a")
            #expect(full.status == 1)
            #expect(full.errors == "arabictext: /dev/full: not written: No space left on device\n")
        }

        /// A descriptor is written where others have written to it, even if a regular file is behind it.
        @Test(arguments: [
            ("/dev/stdout", "> out"), ("/dev/fd/1", "> out"), ("/proc/self/fd/1", "> out"), ("link", "> out"),
            ("fds/1", "> out"), ("/proc/thread-self/fd/1", "> out"), ("/dev/fd/3", "3> out >&3"),
            ("/proc/self/fd/7", "7> out >&7"), ("/dev/stderr", "2> out >&2"),
        ])
        func aDescriptorIsWrittenAsItIs(_ path: String, _ redirection: String) throws {
            try withFolder { folder in
                let result = try CommandRunner.shell(
                    """
                    cd '\(folder)' && ln -s /dev/stdout link && ln -s /dev/fd fds
                    { echo before; echo كِ | arabictext strip --output \(path); echo after; } \(redirection); cat out
                    """)
                #expect(result.output == Array("before\nك\nafter\n".utf8), "\(result.errors)")
                #expect(try names(folder) == ["fds", "link", "out"])
            }
        }

        @Test func aDescriptorThatCannotBeWrittenIsAFailure() throws {
            for (path, redirection) in [
                ("/dev/fd/9", ""), ("/dev/fd/8", "8< /dev/null"), ("/dev/stdin", "< /dev/null"),
            ] {
                let result = try CommandRunner.shell("arabictext strip --output \(path) \(redirection)")
                #expect(result.status == 1)
                #expect(result.errors == "arabictext: \(path): not written: Bad file descriptor\n")
            }
        }

        /// The target of a link is made, however many links lead to it; the links stay.
        @Test func theTargetOfADanglingLinkIsMade() throws {
            try withFolder { folder in
                let result = try CommandRunner.shell(
                    """
                    cd '\(folder)' && mkdir sub && ln -s sub/second first && ln -s ../third sub/second && ln -s "$PWD/loop" loop
                    ln -s no/such gone; umask 027
                    for path in first loop gone; do echo كِ | arabictext strip --output $path; echo $?; done
                    stat -c '%a %F' third first sub/second; cat third; ls
                    """)
                let expected =
                    "0\n1\n1\n640 regular file\n777 symbolic link\n777 symbolic link\nك\nfirst\ngone\nloop\nsub\nthird\n"
                #expect(result.output == Array(expected.utf8), "\(escaped(result.output))")
                #expect(
                    result.errors == """
                        arabictext: loop: not written: Too many levels of symbolic links
                        arabictext: gone: not written: No such file or directory

                        """)
            }
        }
    #endif

    @Test func aFileThatGrowsTooLargeIsRemoved() throws {
        try withFolder { folder in
            let result = try CommandRunner.shell(
                "ulimit -f 64; yes سلام | head -n 100000 | arabictext strip --output '\(folder)/out'")
            #expect(result.status == 1)
            // `yes` and `head` may say that their own pipe is closed.
            #expect(result.errors.contains("arabictext: \(folder)/out: not written: File too large\n"))
            #expect(try names(folder).isEmpty)
        }
    }

}
