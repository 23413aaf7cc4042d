#if CommandLineTool
    import ArabicText
    import ArgumentParser

    /// What is read.
    struct InputOptions: ParsableArguments {
        @Option(help: "What to do with ill-formed UTF-8: fail, replace (by U+FFFD) or keep (pass it through).")
        var invalid = Choice("fail", IllFormedPolicy.fail)

        @Argument(help: "Files to read; none or \"-\" is standard input.", completion: .file())
        var files: [String] = []

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

    /// What every stage over text takes.
    struct StageOptions: ParsableArguments {
        @OptionGroup var input: InputOptions
        @OptionGroup var output: OutputOptions

        /// What to do with ill-formed UTF-8.
        var policy: IllFormedPolicy { input.invalid.value }

        /// Runs a stage over the inputs one after the other. An input that fails is reported, the others are done.
        func run(_ stage: (inout Input, inout Output) throws -> Void) throws {
            try StageRunner(paths: input.paths, target: output.output).run(stage)
        }

        /// Runs a stage over the lines of the inputs.
        func runLines(
            _ stage: (Span<UInt8>, _ position: Input.LinePosition, _ hasLineFeed: Bool, inout Output) throws -> Void
        ) throws {
            try run { input, output in
                try input.forEachLine(illFormed: policy) { line, position, hasLineFeed in
                    try stage(line, position, hasLineFeed, &output)
                    try output.flushIfDue()
                } pause: {
                    try output.flush()
                }
            }
        }

        /// Runs a normaliser over the inputs, as streams.
        func normalize(with profile: NormalizationProfile) throws {
            let normalizer = try ArabicNormalizer(profile)
            try run { input, output in
                var stream = normalizer.makeStream(illFormed: policy)
                try input.forEachBlock { input, block in
                    do throws(IllFormedUTF8Error) {
                        try stream.append(block, into: &output.bytes)
                    } catch {
                        throw input.illFormed(at: error.offset, in: block)
                    }
                    try output.flush()
                }
                do throws(IllFormedUTF8Error) {
                    try stream.finish(into: &output.bytes)
                } catch {
                    throw input.illFormed(at: error.offset, in: [UInt8]().span)
                }
            }
        }
    }
#endif
