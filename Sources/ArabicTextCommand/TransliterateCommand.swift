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
            guard let scheme = to ?? from else { return }
            let stream = TransliterationStream(
                scheme.value, to == nil ? .toArabic : .toLatin, escapingLatin: escape)
            try field.run(stage) { form in
                TransliterationStage(stream, policy: form.policy, lineEnd: form.lineEnd)
            }
        }
    }

    /// Transliterates lines.
    private struct TransliterationStage: JoinedLineStage {
        private var stream: TransliterationStream
        private let policy: IllFormedPolicy
        let lineEnd: UInt8
        private var written: [UInt8] = []

        init(_ stream: TransliterationStream, policy: IllFormedPolicy, lineEnd: UInt8) {
            self.stream = stream
            self.policy = policy
            self.lineEnd = lineEnd
        }

        mutating func append(whole text: Span<UInt8>, into output: inout ByteBuffer) {
            write(text, isLast: true, to: &output)
        }

        mutating func append(
            part: Span<UInt8>, of number: Int, end: PartEnd, into output: inout ByteBuffer
        ) throws(IllFormedUTF8Error) {
            write(part, isLast: end != .open, to: &output)
            if case .terminated = end { output.append(byte: lineEnd) }
        }

        private mutating func write(_ text: Span<UInt8>, isLast: Bool, to output: inout ByteBuffer) {
            written.removeAll(keepingCapacity: true)
            stream.append(text, isLast: isLast, into: &written)
            UTF8Validation.append(written.span, illFormed: policy, to: &output)
        }
    }
#endif
