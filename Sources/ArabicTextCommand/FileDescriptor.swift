#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A failed call of the operating system.
struct SystemError: Error, CustomStringConvertible {
    let code: Int32

    /// The error of the last call on this thread.
    static var last: SystemError { SystemError(code: errno) }

    var description: String {
        guard let text = unsafe strerror(code) else { return "error \(code)" }
        return unsafe String(cString: text)
    }
}

/// Reading and writing without a layer between that hides errors.
struct FileDescriptor {
    static let standardInput = FileDescriptor(number: 0)
    static let standardOutput = FileDescriptor(number: 1)
    static let standardError = FileDescriptor(number: 2)

    private let number: Int32

    private init(number: Int32) { self.number = number }

    /// Opens a file to read.
    init(reading path: String) throws(SystemError) {
        number = unsafe open(path, O_RDONLY | O_CLOEXEC)
        if number < 0 { throw .last }
    }

    /// Closes what ``init(reading:)`` opened. Standard input stays: it may be named twice, and its number must not
    /// become that of the next file.
    func close() {
        if number > Self.standardError.number { _ = systemClose(number) }
    }

    /// Fills `buffer` as far as one read does; 0 at the end.
    func read(into buffer: inout [UInt8]) throws(SystemError) -> Int {
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe systemRead(number, $0.baseAddress, $0.count) }
            if count >= 0 { return count }
            if errno != EINTR { throw .last }
        }
    }

    /// Writes all bytes.
    func write(_ bytes: [UInt8]) throws(SystemError) {
        var start = 0
        while start < bytes.count {
            let rest = bytes[start...]
            let count = unsafe rest.withUnsafeBytes { unsafe systemWrite(number, $0.baseAddress, $0.count) }
            if count >= 0 { start += count } else if errno != EINTR { throw .last }
        }
    }

    /// Whether a person looks at it.
    var isTerminal: Bool { isatty(number) == 1 }

    /// From now on a write to a closed pipe fails with EPIPE and does not end the process.
    static func ignoreClosedPipes() { _ = signal(SIGPIPE, SIG_IGN) }
}

// The methods above have the names of these functions.
private let systemRead = unsafe read
private let systemWrite = unsafe write
private let systemClose = close
