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
}
