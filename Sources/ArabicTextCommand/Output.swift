#if CommandLineTool
    import ArgumentParser

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// The output could not be written.
    struct OutputError: Error, CustomStringConvertible {
        /// The file; nil for standard output.
        let name: String?
        let cause: SystemError

        /// Whether the reader has gone, which ends a pipe and is no failure.
        var isClosedPipe: Bool { cause.code == EPIPE }

        var description: String { name.map { "\($0): not written: \(cause)" } ?? "cannot write: \(cause)" }
    }

    /// Standard output or a file, written in big blocks. Every write is checked.
    struct Output {
        /// What waits to be written. Stages append to it, call ``flushIfDue()`` now and then, and ``flush()`` before they
        /// wait for input, so that what a slow pipe has brought goes on at once.
        var bytes: [UInt8] = []
        private let file: OutputFile?
        private static let blockSize = 1 << 16

        /// Opens the output, and ends the process where that fails. No path and "-" are standard output.
        static func open(_ path: String?) throws -> Output {
            FileDescriptor.ignoreSignalsOfWriting()
            guard let path, path != "-" else { return Output(file: nil) }
            do throws(SystemError) {
                return Output(file: try OutputFile(path))
            } catch {
                complain("\(path): not written: \(error)")
                throw ExitCode.failure
            }
        }

        private init(file: OutputFile?) { self.file = file }

        mutating func flushIfDue() throws(OutputError) {
            if bytes.count >= Self.blockSize { try flush() }
        }

        mutating func flush() throws(OutputError) {
            if bytes.isEmpty { return }
            do throws(SystemError) {
                try (file?.descriptor ?? .standardOutput).write(bytes)
            } catch {
                file?.discard()
                throw OutputError(name: file?.name, cause: error)
            }
            bytes.removeAll(keepingCapacity: true)
        }

        /// Writes the rest; the file that was there is replaced now.
        mutating func close() throws(OutputError) {
            try flush()
            do throws(SystemError) {
                try file?.replace()
            } catch {
                throw OutputError(name: file?.name, cause: error)
            }
        }

        /// Leaves the file that was there as it was, and says so.
        func discard() {
            guard let file else { return }
            if file.discard() { Self.complain("\(file.name): not written, since not all could be done") }
        }

        /// Writes a text that needs no input, and ends the process where that fails.
        static func writeOnce(_ text: String, to path: String? = nil) throws {
            try StageRunner(paths: [], target: path).run { _, _ in
            } finish: { output in
                output.bytes += Array(text.utf8)
            }
        }

        /// Says something on standard error, where nothing can be done about a failure.
        static func complain(_ message: String) {
            try? FileDescriptor.standardError.write(Array("arabictext: \(message)\n".utf8))
        }
    }
#endif
