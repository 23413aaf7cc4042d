import Support
import Testing

/// File names are bytes: those that are no UTF-8 are read and written, and messages show them without harm.
@Suite(.needsCommand) struct FileNameTests {
    #if os(Linux)
        /// What an editor for Windows-1256 calls a file, and a name that a terminal would obey.
        private static let names = "bad=$(printf '\\317\\312.txt'); evil=$(printf 'a\\033[31m\\n\\342\\200\\256b'); "

        /// Runs lines of the shell in a folder of their own.
        private func run(_ lines: String) throws -> CommandResult {
            try CommandRunner.shell(
                "folder=$(mktemp -d) && cd \"$folder\" || exit; \(Self.names)\n\(lines)\ncd / && rm -r \"$folder\"")
        }

        @Test func everyFileThatIsReadMayHaveAnyName() throws {
            let result = try run(
                """
                printf 'كِ\\n' > "$bad"; arabictext strip "$bad"; arabictext strip *; arabictext explain < "$bad" | head -n 1
                printf '{"tatweel":"remove"}' > "$bad"; echo بـ | arabictext normalize --profile "./$bad"
                echo كتاب > "$bad"; echo كتاب بيت | arabictext analyze --stop-words "$bad"
                echo كتاب بيت | arabictext analyze --add-stop-words "$bad"
                arabictext stop-words --stop-words "$bad"; arabictext stop-words --stop-words none --add-stop-words "$bad"
                arabictext stop-words --stop-words "$bad" --remove-stop-words "$bad"
                echo والكتاب > "$bad"; echo والكتاب | arabictext analyze --unstemmed "$bad"
                """)
            #expect(result.errors.isEmpty, "\(result.errors)")
            #expect(
                result.output == Array("ك\nك\nline 1  كِ\nب\nبيت\nبيت\nكتاب\nكتاب\nوالكتاب\n".utf8),
                "\(escaped(result.text))")
        }

        @Test func outputHasThatVeryName() throws {
            let result = try run(
                """
                arabictext strip --output "$bad" <<END
                كِ
                END
                arabictext strip --output "$evil" "$bad"
                arabictext strip --output "$bad" "$bad" "$evil"
                private=$(printf '\\364\\217\\273\\277'); echo x | arabictext strip --output "$private"
                ls | od -An -tx1 | tr -d ' \\n'; echo; cat "$bad"
                """)
            #expect(result.errors.isEmpty, "\(result.errors)")
            let names: [[UInt8]] = [
                Array("a\u{1B}[31m\n\u{202E}b\n".utf8), [0xCF, 0xCA] + Array(".txt\n".utf8), Array("\u{10FEFF}\n".utf8),
            ]
            let lines = result.text.split(separator: "\n")
            let found = try #require(lines.first)
            func hexadecimal(_ bytes: [UInt8]) -> String {
                bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            }
            // The order is the locale's.
            #expect(found.utf8.count == 2 * names.joined().count)
            for name in names { #expect(found.contains(hexadecimal(name)), "\(found)") }
            #expect(lines.dropFirst().elementsEqual(["ك", "ك"]))
        }

        @Test func grepPrintsThatVeryName() throws {
            let result = try run(
                """
                echo كتاب > "$bad"; arabictext grep كتاب "$bad" "$bad"; arabictext grep -n -c كتاب "$bad" /dev/null
                """)
            let name: [UInt8] = [0xCF, 0xCA] + Array(".txt:".utf8)
            #expect(
                result.output == [name + Array("كتاب\n".utf8), name + Array("كتاب\n".utf8), name + Array("1\n".utf8)]
                    .joined() + Array("/dev/null:0\n".utf8), "\(escaped(result.output))")
        }

        @Test func messagesShowNamesWithoutHarm() throws {
            let result = try run(
                """
                arabictext strip "$bad" "$evil"; arabictext strip --output "$bad/out" < /dev/null
                printf 'a\\377' > "$evil"; arabictext strip --output "$evil.out" "$evil"; arabictext analyze --stop-words "$evil"
                """)
            let shown = "a[ESC][31m[LF][RLO]b"
            #expect(
                result.errors == """
                    arabictext: [0xCF][0xCA].txt: No such file or directory
                    arabictext: \(shown): No such file or directory
                    arabictext: [0xCF][0xCA].txt/out: not written: No such file or directory
                    arabictext: \(shown): line 1, column 2: ill-formed UTF-8 at byte 1 (--invalid replace or keep goes on)
                    arabictext: \(shown).out: not written, since not all could be done
                    arabictext: \(shown): line 1, column 2: ill-formed UTF-8 at byte 1

                    """)
        }

        /// Whatever else a message quotes: stages, options and their values, keys of files, the environment.
        @Test(arguments: [
            "arabictext \"$evil\"", "arabictext strip \"--$evil\"", "arabictext tokenize --format \"$evil\"",
            "arabictext strip --jobs \"$evil\"", "arabictext normalize --profile \"$evil\"",
            "arabictext normalize --profile \"./$evil\"", "arabictext normalize --removed-marks \"$evil\"",
            "arabictext normalize --tatweel \"$evil\"", "arabictext strip --from \"$evil\"",
            "arabictext explain a \"$evil\"", "arabictext bench --stage \"$evil\"",
            "printf '{\"a\\\\u001b[31m\\\\n\\\\u202eb\":\"x\"}' > k.json; arabictext normalize --profile k.json",
            "printf '{\"tatweel\":{\"a\\\\u001b[31m\\\\n\\\\u202eb\":1}}' > k.json; arabictext profiles k.json",
            "ARABICTEXT_KERNEL=\"$evil\" arabictext strip",
        ])
        func messagesShowWhatTheyQuoteWithoutHarm(_ line: String) throws {
            let result = try run("\(line); echo $?")
            #expect(result.text == "64\n")
            #expect(!result.errors.isEmpty)
            for scalar in result.errors.unicodeScalars {
                #expect(scalar == "\n" || scalar.properties.generalCategory != .control, "\(escaped(result.errors))")
                #expect(scalar.properties.generalCategory != .format, "\(escaped(result.errors))")
            }
            // No line begins with what the user wrote.
            for text in result.errors.split(separator: "\n") {
                #expect(!text.hasPrefix("[RLO]b") && !text.hasPrefix("b"), "\(escaped(result.errors))")
            }
        }

        @Test func textsThatAreArgumentsAreRepaired() throws {
            let result = try run(
                """
                arabictext explain "$(printf 'a\\377\\n b')" | head -n 1
                echo '{"t":"كِ"}' | arabictext strip --json-field t --json-into "$(printf 'p\\n\\377')"
                """)
            #expect(
                result.output == Array("a\u{FFFD}[LF] b\n{\"t\":\"كِ\",\"p\\n\u{FFFD}\":\"ك\"}\n".utf8),
                "\(escaped(result.text))")
        }
    #endif
}
