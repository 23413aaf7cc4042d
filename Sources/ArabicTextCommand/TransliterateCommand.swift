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

        @OptionGroup var field: FieldOptions
        @OptionGroup var stage: StageOptionsReading<EncodingOnlyOptions>

        func validate() throws {
            if (to == nil) == (from == nil) { throw ValidationError("Give either '--to' or '--from'.") }
        }

        func run() throws {
            try field.run(stage) { [to, from, escape] form in
                TransliterationStage(
                    to: to?.value, from: from?.value, escape: escape, policy: form.policy, lineEnd: form.lineEnd)
            }
        }
    }

    /// Transliterates lines.
    private struct TransliterationStage: WholeLineStage {
        let to: Transliteration?
        let from: Transliteration?
        let escape: Bool
        let policy: IllFormedPolicy
        let lineEnd: UInt8
        var held: [UInt8] = []

        mutating func append(line: Span<UInt8>, number: Int, hasEnd: Bool, into output: inout ByteBuffer) {
            var written: [UInt8] = []
            to?.romanize(line, escapingLatin: escape, into: &written)
            from?.arabize(line, escapingLatin: escape, into: &written)
            UTF8Validation.append(written.span, illFormed: policy, to: &output)
            if hasEnd { output.append(byte: lineEnd) }
        }
    }
#endif
