#if CommandLineTool
    import ArabicText
    import ArgumentParser

    /// Runs a stage over inputs, and says what fails.
    struct StageRunner {
        /// The inputs; "-" is standard input.
        let paths: [String]
        /// The file to write, or nil for standard output.
        let target: String?

        /// Runs a stage over the inputs one after the other. An input that fails is reported, the others are done.
        /// `finish` is for a stage that has something to say after the last.
        func run(
            _ stage: (inout Input, inout Output) throws -> Void, finish: (inout Output) throws -> Void = { _ in }
        ) throws {
            var output = try Output.open(target)
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
                if !failed { try output.close() }
            } catch let error as OutputError {
                if error.isClosedPipe { throw failed ? ExitCode.failure : ExitCode.success }
                Output.complain(error.description)
                throw ExitCode.failure
            } catch let error as ICUError {
                Output.complain(error.description)
                failed = true
            } catch let error as InputError {
                Output.complain(error.description)
                failed = true
            } catch {
                output.discard()
                throw error
            }
            if failed {
                output.discard()
                throw ExitCode.failure
            }
        }
    }
#endif
