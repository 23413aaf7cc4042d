#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The variables of the process.
enum Environment {
    /// The value of a variable; empty where it is not set.
    static func value(_ name: String) -> String {
        guard let text = unsafe getenv(name) else { return "" }
        return unsafe String(systemText: text)
    }

    /// The value as a positive number.
    static func number(_ name: String) -> Int? { Int(value(name)).flatMap { $0 > 0 ? $0 : nil } }
}

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

extension Span<UInt8> {
    /// Whether both are the same bytes.
    func hasSameBytes(as other: Span<UInt8>) -> Bool {
        if count != other.count { return false }
        // SAFETY: each holds `count` bytes.
        return unsafe withUnsafeBytes { bytes in
            unsafe other.withUnsafeBytes { other in
                guard let start = bytes.baseAddress, let otherStart = other.baseAddress else { return true }
                return unsafe memcmp(start, otherStart, bytes.count) == 0
            }
        }
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
        number = unsafe path.withSystemPath { unsafe open($0, O_RDONLY | O_CLOEXEC) }
        if number < 0 { throw .last }
    }

    /// Opens what is there to write to it from its start, such as a device.
    init(writing path: String) throws(SystemError) {
        number = unsafe path.withSystemPath { unsafe open($0, O_WRONLY | O_CLOEXEC) }
        if number < 0 { throw .last }
    }

    /// Another number for an open file that may be written: where one has written, the other goes on.
    init(duplicating other: Int32) throws(SystemError) {
        let mode = fcntl(other, F_GETFL)
        if mode < 0 { throw .last }
        if mode & O_ACCMODE == O_RDONLY { throw SystemError(code: EBADF) }
        number = fcntl(other, F_DUPFD_CLOEXEC, Self.standardError.number + 1)
        if number < 0 { throw .last }
    }

    /// Makes a file that is not there yet.
    init(creating path: String, mode: mode_t) throws(SystemError) {
        number = unsafe path.withSystemPath { unsafe open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode) }
        if number < 0 { throw .last }
    }

    /// Closes what was opened. Standard input stays: it may be named twice, and its number must not
    /// become that of the next file.
    func close() {
        if number > Self.standardError.number { _ = systemClose(number) }
    }

    /// Closes what was opened to be written; what could not be written after all is an error.
    func closeChecked() throws(SystemError) {
        if systemClose(number) != 0 && errno != EINTR { throw .last }
    }

    /// Waits until what was written is on the disk.
    func synchronize() throws(SystemError) {
        // Devices and pipes have no disk.
        if fsync(number) != 0 && errno != EINVAL && errno != EROFS && errno != ENOTSUP { throw .last }
    }

    /// Gives a file of ours the owner, as far as that is allowed, and the permissions of another.
    func setPermissions(of status: FileStatus) throws(SystemError) {
        let isOwned = fchown(number, status.owner, status.group) == 0
        // Running as the owner is a permission that goes with the owner.
        if fchmod(number, status.permissions & (isOwned ? 0o7777 : 0o777)) != 0 { throw .last }
    }

    /// Whether a person reads along.
    var isTerminal: Bool { isatty(number) == 1 }

    /// Whether a person reads along who has not declined colour (https://no-color.org).
    var wantsColor: Bool {
        isTerminal && Environment.value("NO_COLOR").isEmpty && Environment.value("TERM") != "dumb"
    }

    /// How many bytes a regular file has; nil for anything else.
    var regularSize: Int? {
        var status = stat()
        guard unsafe fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// Makes a pipe hold a megabyte, where that is allowed: fewer waits for the other end.
    func growPipe() {
        #if os(Linux)
            // F_SETPIPE_SZ, which the headers show to C with _GNU_SOURCE alone. It fails for what is no pipe.
            _ = fcntl(number, 1_031, 1 << 20)
        #endif
    }

    /// Fills the room as far as one read does; 0 at the end.
    @unsafe func read(into room: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        while true {
            let count = unsafe systemRead(number, room.baseAddress, room.count)
            if count >= 0 { return count }
            if errno != EINTR { throw .last }
        }
    }

    /// Writes all bytes.
    func write(_ bytes: Span<UInt8>) throws(SystemError) {
        var start = 0
        while start < bytes.count {
            let count = unsafe bytes.extracting(start...).withUnsafeBytes {
                unsafe systemWrite(number, $0.baseAddress, $0.count)
            }
            if count >= 0 { start += count } else if errno != EINTR { throw .last }
        }
    }

    /// From now on a write to a closed pipe, or beyond the size that files may have, fails and does not end the process.
    static func ignoreSignalsOfWriting() {
        _ = signal(SIGPIPE, SIG_IGN)
        _ = signal(SIGXFSZ, SIG_IGN)
    }
}

/// What the operating system knows of a file.
struct FileStatus {
    let permissions: mode_t
    let owner: uid_t
    let group: gid_t
    let isRegular: Bool
    let isFolder: Bool
    let size: Int

    /// Nil where nothing is at the path. Links are followed.
    init?(of path: String) throws(SystemError) {
        var status = stat()
        if unsafe path.withSystemPath({ unsafe stat($0, &status) }) != 0 {
            if errno == ENOENT { return nil }
            throw .last
        }
        permissions = status.st_mode & 0o7777
        owner = status.st_uid
        group = status.st_gid
        isRegular = status.st_mode & S_IFMT == S_IFREG
        isFolder = status.st_mode & S_IFMT == S_IFDIR
        size = Int(status.st_size)
    }
}

// The methods above have the names of these functions.
private let systemRead = unsafe read
private let systemWrite = unsafe write
private let systemClose = close
