#if CommandLineTool
    import ArabicText
    import ArgumentParser

    /// What is read.
    struct InputOptions<Encoding: EncodingArguments>: ParsableArguments {
        @Option(help: "What to do with ill-formed UTF-8: fail, replace (by U+FFFD) or keep (pass it through).")
        var invalid = Choice("fail", IllFormedPolicy.fail)

        @OptionGroup var encoding: Encoding

        @Argument(help: "Files to read; none or \"-\" is standard input.", completion: .file())
        var files: [String] = []

        func validate() throws { try encoding.validate(illFormed: invalid.value) }

        /// How the inputs become UTF-8; nil where they are.
        var decoding: InputDecoding? { encoding.decoding(illFormed: invalid.value) }

        /// The files to read, or standard input.
        var paths: [String] { files.isEmpty ? ["-"] : files }
    }

    /// Where the result goes.
    struct OutputOptions: ParsableArguments {
        @Option(
            help: ArgumentHelp(
                "Write to this file instead of standard output; it is replaced when all is done, or else stays as it was.",
                valueName: "file"),
            completion: .file())
        var output: String?
    }

    /// What every stage over text takes, however its option for the encoding is called.
    struct StageOptionsReading<Encoding: EncodingArguments>: ParsableArguments {
        @Option(
            help: ArgumentHelp(
                "How many threads work on lines; the result is the same. (default: as many as there are cores for files, 1 for pipes and terminals)",
                valueName: "n"))
        var jobs: Int?

        /// More threads than a machine has cores for only take memory.
        private static var mostJobs: Int { 1_024 }

        @Flag(help: "Lines end with NUL instead of a line feed, in and out.")
        var null = false

        @Flag(help: "Write each line at once; so it is on a terminal.")
        var lineBuffered = false

        @OptionGroup var report: ReportOptions
        @OptionGroup var input: InputOptions<Encoding>
        @OptionGroup var output: OutputOptions

        func validate() throws {
            if let jobs, !(1...Self.mostJobs).contains(jobs) {
                throw ValidationError("--jobs must be from 1 to \(Self.mostJobs).")
            }
        }

        /// What to do with ill-formed UTF-8.
        var policy: IllFormedPolicy { input.invalid.value }

        /// The byte that ends a line.
        var lineEnd: UInt8 { null ? 0x00 : 0x0A }

        /// Runs a stage over the lines of the inputs.
        func runner(counting thing: CountedThing) -> StageRunner {
            StageRunner(
                paths: input.paths, target: output.output, lineEnd: lineEnd, decoding: input.decoding,
                policy: policy, jobs: jobs, isLineBuffered: lineBuffered, report: report, counting: thing)
        }
    }

    /// What every stage over text takes.
    typealias StageOptions = StageOptionsReading<EncodingOptions>
#endif
