import Foundation
import Support
import Testing

/// What can go wrong around the command: each fault has an exit status and a message, with one thread and with several.
@Suite(.needsCommand) struct FaultTests {
    static let jobs = ["1", "2"]

    @Test(arguments: jobs)
    func whatCannotBeReadIsNamedAndTheOthersAreDone(_ jobs: String) throws {
        try withFile(Array("a\n".utf8) + [0xFF, 0x0A] + Array("b\n".utf8)) { bad in
            let result = try CommandRunner.run(
                ["strip", "--jobs", jobs, articlePath, "/no/such/file", "/", bad, articlePath])
            let article = try arabictext("strip", articlePath).output
            #expect(result.status == 1)
            #expect(result.output == article + Array("a\n".utf8) + article)
            #expect(
                result.errors == """
                    arabictext: /no/such/file: No such file or directory
                    arabictext: /: Is a directory
                    arabictext: \(bad): line 2, column 1: ill-formed UTF-8 at byte 2 (--invalid replace or keep goes on)

                    """)
        }
    }

    #if os(Linux)
        /// The superuser may read everything, so there another user tries.
        @Test(arguments: jobs)
        func aFileThatMayNotBeRead(_ jobs: String) throws {
            let result = try CommandRunner.shell(
                """
                folder=$(mktemp -d) && chmod 755 "$folder" && echo x > "$folder/secret" && chmod 0 "$folder/secret"
                run() { "$@"; }
                if [ "$(id -u)" = 0 ]; then
                    cp "$(command -v arabictext)" "$folder" && PATH="$folder:$PATH"
                    run() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
                fi
                if run arabictext --version > /dev/null 2>&1; then
                    echo b | run arabictext strip --jobs \(jobs) "$folder/secret" -; echo "exit $?"
                else
                    echo skipped
                fi
                rm -r "$folder"
                """)
            if result.text == "skipped\n" { try Test.cancel("nobody else may run the command here") }
            #expect(result.text == "b\nexit 1\n")
            #expect(result.errors.hasSuffix("/secret: Permission denied\n"), "\(result.errors)")
        }

        @Test func aReadThatFails() throws {
            let result = try arabictext("strip", "/proc/self/mem", "-", input: "a\n")
            #expect(result.status == 1)
            #expect(result.output == Array("a\n".utf8))
            #expect(result.errors == "arabictext: /proc/self/mem: Input/output error\n")
        }

        @Test(arguments: jobs)
        func aFullDisk(_ jobs: String) throws {
            let result = try CommandRunner.shell("yes سلام | arabictext strip --jobs \(jobs) > /dev/full; echo $? >&2")
            let errors = result.errors.split(separator: "\n").filter { !$0.hasPrefix("yes:") }
            #expect(errors == ["arabictext: cannot write: No space left on device", "1"])
        }

        @Test(arguments: jobs)
        func aReaderThatGoes(_ jobs: String) throws {
            let result = try CommandRunner.shell(
                "{ yes سلام | arabictext strip --jobs \(jobs); echo $? >&2; } | head -n 2")
            let errors = result.errors.split(separator: "\n").filter { !$0.hasPrefix("yes:") }
            #expect(result.text == "سلام\nسلام\n")
            #expect(errors == ["0"])
        }

        /// A signal ends the process as that signal, which a shell shows as 128 and its number.
        @Test(arguments: ["INT", "TERM", "HUP"], jobs)
        func aSignal(_ signal: String, _ jobs: String) throws {
            let result = try CommandRunner.shell(
                """
                folder=$(mktemp -d) && cd "$folder" && mkfifo in && { exec sleep 600 > in & } && holder=$!
                env --default-signal=INT --block-signal arabictext strip --jobs \(jobs) in > out & command=$!
                while kill -0 $holder && ! ls -l /proc/$command/fd 2> /dev/null | grep -q '/in$'; do sleep 0.01; done
                kill -\(signal) $command; wait $command; echo $?; kill $holder; rm -r "$folder"
                """)
            let number = ["INT": 130, "TERM": 143, "HUP": 129][signal] ?? 0
            #expect(result.text == "\(number)\n")
            #expect(result.errors.contains("arabictext: stopped by a signal, the output is not whole\n"))
        }
    #endif

    @Test(arguments: ["0", "-1", "1025", "100000000"])
    func soManyThreadsAreWrongUsage(_ jobs: String) throws {
        let result = try arabictext("strip", "--jobs=\(jobs)", input: "a")
        #expect(result.status == 64)
        #expect(result.output.isEmpty)
        #expect(result.errors.hasPrefix("Error: --jobs must be from 1 to 1024.\n"), "\(result.errors)")
        #expect(try arabictext("strip", "--jobs", "1024", input: "a").output == [0x61])
    }

    // MARK: Files that are read whole

    private static let lists = [
        ["analyze", "--stop-words"], ["stop-words", "--add-stop-words"], ["analyze", "--unstemmed"],
    ]

    @Test(arguments: lists)
    func aListIsTextAndBounded(_ option: [String]) throws {
        func expect(_ path: String, _ message: String) throws {
            let result = try CommandRunner.run(option + [path], input: Array("a".utf8))
            #expect(result.status == 1)
            #expect(result.output.isEmpty)
            #expect(result.errors == "arabictext: \(path): \(message)\n")
        }
        try expect("/", "Is a directory")
        try expect("/dev/zero", "line 1, column 1: this is no text: NUL at byte 0")
        try withFile(Array("ab\nc".utf8) + [0x00, 0xFF]) {
            try expect($0, "line 2, column 2: this is no text: NUL at byte 4")
        }
        try withFile(Array("ab\nc".utf8) + [0xD9, 0x00]) {
            try expect($0, "line 2, column 2: ill-formed UTF-8 at byte 4")
        }
        // Far into the file, in a line that comes in parts.
        let long = [UInt8](repeating: 0x61, count: 3 << 20)
        try withFile(Array("ab\n".utf8) + long + [0xFF]) {
            try expect($0, "line 2, column \(long.count + 1): ill-formed UTF-8 at byte \(long.count + 3)")
        }
        try withFile([UInt8](repeating: 0x0A, count: 64 << 20 + 1)) { try expect($0, "larger than 64 MiB") }
    }

    @Test func aProfileIsTextAndBounded() throws {
        func expect(_ path: String, _ message: String) throws {
            let result = try arabictext("normalize", "--profile", path, input: "a")
            #expect(result.status == 64)
            #expect(result.output.isEmpty)
            #expect(result.errors.contains("\(path): \(message)"), "\(result.errors)")
        }
        try expect("/", "Is a directory")
        try expect("/dev/zero", "line 1, column 1: this is no text: NUL at byte 0")
        try withFile(Array("{\n\"".utf8) + [0xFF]) { try expect($0, "line 2, column 2: ill-formed UTF-8 at byte 3") }
        try withFile([UInt8](repeating: 0x20, count: 1 << 20 + 1)) { try expect($0, "larger than 1 MiB") }
        // Foundation's reader has a limit of its own.
        try withFile([UInt8](repeating: UInt8(ascii: "["), count: 1 << 20)) { try expect($0, "") }
    }

    #if os(Linux)
        /// What has no end is not read to it, and pipes are files.
        @Test func listsAndProfilesMayComeThroughPipes() throws {
            let result = try CommandRunner.shell(
                """
                echo كتاب | { echo كتاب بيت | arabictext analyze --stop-words /dev/fd/3; } 3<&0
                echo كتاب | arabictext stop-words --stop-words /dev/stdin
                echo '{"tatweel":"remove"}' | arabictext profiles --json /dev/stdin
                yes كتاب | arabictext stop-words --stop-words /dev/stdin; echo $?
                yes '"' | arabictext profiles /dev/stdin 2>&1 | grep -o 'larger than .*'
                arabictext stop-words --stop-words /dev/null | wc -c
                """)
            #expect(
                result.errors.split(separator: "\n").filter { !$0.hasPrefix("yes:") } == [
                    "arabictext: /dev/stdin: larger than 64 MiB"
                ])
            #expect(
                result.output
                    == Array(
                        "بيت\nكتاب\n{\n  \"tatweel\" : \"remove\"\n}\n1\nlarger than 1 MiB\n0\n".utf8
                    ),
                "\(result.text)")
        }
    #endif
}
