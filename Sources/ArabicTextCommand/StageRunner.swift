#if CommandLineTool
    import ArabicText
    import ArgumentParser

    /// What every stage takes.
    struct InputOptions: ParsableArguments {
        @Option(help: "What to do with ill-formed UTF-8: fail, replace (by U+FFFD) or keep (pass it through).")
        var invalid = Choice("fail", IllFormedPolicy.fail)

        @Argument(help: "Files to read; none or \"-\" is standard input.", completion: .file())
        var files: [String] = []

        /// Runs a stage over the inputs one after the other. An input that fails is reported, the others are done.
        /// `finish` is for a stage that has something to say after the last.
        func run(
            _ stage: (inout Input, inout Output) throws -> Void, finish: (inout Output) throws -> Void = { _ in }
        ) throws {
            try Self.run(over: files.isEmpty ? ["-"] : files, stage, finish: finish)
        }

        /// Runs a stage over the inputs at these paths.
        static func run(
            over paths: [String], _ stage: (inout Input, inout Output) throws -> Void,
            finish: (inout Output) throws -> Void = { _ in }
        ) throws {
            FileDescriptor.ignoreClosedPipes()
            var output = Output()
            var failed = false
            do {
                for path in paths {
                    do {
                        var input = try Input(path)
                        defer { input.close() }
                        try stage(&input, &output)
                    } catch let error as InputError {
                        try output.flush()
                        Output.complain(error.description)
                        failed = true
                    }
                    try output.flush()
                }
                try finish(&output)
                try output.flush()
            } catch let error as OutputError {
                if error.isClosedPipe { throw failed ? ExitCode.failure : ExitCode.success }
                Output.complain("cannot write: \(error.cause)")
                throw ExitCode.failure
            } catch let error as ICUError {
                Output.complain(error.description)
                throw ExitCode.failure
            } catch let error as InputError {
                Output.complain(error.description)
                throw ExitCode.failure
            }
            if failed { throw ExitCode.failure }
        }

        /// Runs a stage over the lines of the inputs.
        func runLines(
            _ stage: (Span<UInt8>, _ position: Input.LinePosition, _ hasLineFeed: Bool, inout Output) throws -> Void
        ) throws {
            try run { input, output in
                try input.forEachLine(illFormed: invalid.value) { line, position, hasLineFeed in
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
                var stream = normalizer.makeStream(illFormed: invalid.value)
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
