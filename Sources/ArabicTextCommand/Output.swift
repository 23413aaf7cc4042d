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

/// Standard output: written in big blocks, or by the line where a person reads along. Every write is checked.
struct Output {
    /// What waits to be written. Stages append to it and then call ``flushIfDue()``.
    var bytes: [UInt8] = []
    private let isInteractive = FileDescriptor.standardOutput.isTerminal
    private static let blockSize = 1 << 16

    mutating func flushIfDue() throws(OutputError) {
        if bytes.count >= Self.blockSize || isInteractive { try flush() }
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

    /// Says something on standard error, where nothing can be done about a failure.
    static func complain(_ message: String) {
        try? FileDescriptor.standardError.write(Array("arabictext: \(message)\n".utf8))
    }
}
