#if CommandLineTool
    import ArabicText
    import ArgumentParser

    struct TransliterateCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "transliterate", abstract: "Write Arabic script in Latin characters, or read it back.",
            discussion: """
                The schemes are Buckwalter (bw), safe Buckwalter (safebw), XML Buckwalter (xmlbw) and \
                Habash-Soudi-Buckwalter (hsb). With --escape, words in Latin script are put between backslashes on the \
                way out and taken from there on the way back, so that every text comes back as it was.

                Take marks off before, in Arabic script: in hsb a full stop is also a mark.

                EXAMPLES
                  echo 'مرحبا' | arabictext transliterate --to bw
                  arabictext transliterate --to safebw --escape mixed.txt > roman.txt
                  arabictext transliterate --from safebw --escape roman.txt
                """)

        @Option(help: "The scheme to write Arabic script in.")
        var to: Choice<Transliteration>?

        @Option(help: "The scheme to read and write in Arabic script.")
        var from: Choice<Transliteration>?

        @Flag(help: "Keep words in Latin script apart, between backslashes; a backslash is written twice.")
        var escape = false

        @OptionGroup var stage: StageOptions

        func validate() throws {
            if (to == nil) == (from == nil) { throw ValidationError("Give either '--to' or '--from'.") }
        }

        func run() throws {
            var line: [UInt8] = []
            try stage.runLines { source, _, hasLineFeed, output in
                line.removeAll(keepingCapacity: true)
                to?.value.romanize(source, escapingLatin: escape, into: &line)
                from?.value.arabize(source, escapingLatin: escape, into: &line)
                UTF8Validation.append(line.span, illFormed: stage.policy, to: &output.bytes)
                if hasLineFeed { output.bytes.append(0x0A) }
            }
        }
    }
#endif
