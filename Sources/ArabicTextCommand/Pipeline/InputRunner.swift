#if CommandLineTool
    import ArabicText
    import ArgumentParser

    /// Runs what reads inputs as a whole, one after the other, and says what fails.
    struct InputRunner {
        /// The inputs; "-" is standard input.
        let paths: [String]
        /// The file to write, or nil for standard output.
        let target: String?
        /// The encoding of the inputs; nil for UTF-8.
        let decoding: InputDecoding?

        /// Reads the inputs. One that fails is reported, the others are done. `finish` comes after the last.
        func run(
            _ body: (inout Input, inout Output) throws -> Void, finish: (inout Output) throws -> Void
        ) throws {
            var output = Output(try OutputTarget(target))
            var failed = false
            do {
                for path in paths {
                    do {
                        var input = try Input(path, decoding: decoding)
                        defer { input.close() }
                        try body(&input, &output)
                    } catch let error as InputError {
                        try output.flush()
                        Output.complain(error.description)
                        failed = true
                    }
                    try output.flush()
                }
                try finish(&output)
                try output.flush()
                if !failed { try output.target.close() }
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
                output.target.discard()
                throw error
            }
            if failed {
                output.target.discard()
                throw ExitCode.failure
            }
        }
    }
#endif
