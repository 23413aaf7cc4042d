#if CommandLineTool
    import ArabicText
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

    /// Where a result goes: standard output or a file. Every write is checked.
    struct OutputTarget {
        private let file: OutputFile?

        /// Opens it, and ends the process where that fails. No path and "-" are standard output, and so is its own name.
        init(_ path: String?) throws {
            FileDescriptor.ignoreSignalsOfWriting()
            EndBySignal.watch()
            guard let path, path != "-" else {
                FileDescriptor.standardOutput.growPipe()
                file = nil
                return
            }
            do throws(SystemError) {
                let place = try OutputPlace(path)
                file = place == .standardOutput ? nil : try OutputFile(path, at: place)
            } catch {
                Output.complain("\(path): not written: \(error)")
                throw ExitCode.failure
            }
        }

        /// Whether a person reads along.
        var isTerminal: Bool { file == nil && FileDescriptor.standardOutput.isTerminal }

        /// Writes the bytes, and takes them out of the buffer.
        func write(_ bytes: inout ByteBuffer) throws(OutputError) {
            if bytes.isEmpty { return }
            do throws(SystemError) {
                let descriptor = file?.descriptor ?? .standardOutput
                try bytes.withSpan { (bytes) throws(SystemError) in try descriptor.write(bytes) }
            } catch {
                file?.discard()
                throw OutputError(name: file?.name, cause: error)
            }
            bytes.removeAll()
        }

        /// All has been written: the file that was there is replaced now.
        func close() throws(OutputError) {
            do throws(SystemError) {
                try file?.replace()
            } catch {
                throw OutputError(name: file?.name, cause: error)
            }
        }

        /// Leaves the file that was there as it was, and says so.
        func discard() {
            guard let file else { return }
            if file.discard() { Output.complain("\(file.name): not written, since not all could be done") }
        }
    }

    /// A result that is written in blocks.
    struct Output: ~Copyable {
        /// What waits to be written.
        var bytes = ByteBuffer(capacity: blockSize)
        let target: OutputTarget
        private static let blockSize = 1 << 16

        init(_ target: OutputTarget) { self.target = target }

        mutating func flushIfDue() throws(OutputError) {
            if bytes.count >= Self.blockSize { try flush() }
        }

        mutating func flush() throws(OutputError) { try target.write(&bytes) }

        /// Writes a text that needs no input, and ends the process where that fails.
        static func writeOnce(_ text: String, to path: String? = nil) throws {
            try InputRunner(paths: [], target: path, decoding: nil).run { _, _ in
            } finish: { output in
                output.bytes.append(text)
            }
        }

        /// Says something on standard error, on one line, where nothing can be done about a failure.
        static func complain(_ message: String) {
            try? FileDescriptor.standardError.write("arabictext: \(message.quoted)\n".utf8Span.span)
        }
    }
#endif
