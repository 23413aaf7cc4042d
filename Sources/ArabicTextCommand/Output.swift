#if CommandLineTool
    import ArgumentParser

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// Standard output could not be written.
    struct OutputError: Error {
        let cause: SystemError

        /// Whether the reader has gone, which ends a pipe and is no failure.
        var isClosedPipe: Bool { cause.code == EPIPE }
    }

    /// Standard output, written in big blocks. Every write is checked.
    struct Output {
        /// What waits to be written. Stages append to it, call ``flushIfDue()`` now and then, and ``flush()`` before they
        /// wait for input, so that what a slow pipe has brought goes on at once.
        var bytes: [UInt8] = []
        private static let blockSize = 1 << 16

        mutating func flushIfDue() throws(OutputError) {
            if bytes.count >= Self.blockSize { try flush() }
        }

        mutating func flush() throws(OutputError) {
            if bytes.isEmpty { return }
            do throws(SystemError) {
                try FileDescriptor.standardOutput.write(bytes)
            } catch {
                throw OutputError(cause: error)
            }
            bytes.removeAll(keepingCapacity: true)
        }

        /// Writes a text that needs no input, and ends the process where that fails.
        static func writeOnce(_ text: String) throws {
            FileDescriptor.ignoreClosedPipes()
            var output = Output(bytes: Array(text.utf8))
            do throws(OutputError) {
                try output.flush()
            } catch {
                if error.isClosedPipe { return }
                complain("cannot write: \(error.cause)")
                throw ExitCode.failure
            }
        }

        /// Says something on standard error, where nothing can be done about a failure.
        static func complain(_ message: String) {
            try? FileDescriptor.standardError.write(Array("arabictext: \(message)\n".utf8))
        }
    }
#endif
