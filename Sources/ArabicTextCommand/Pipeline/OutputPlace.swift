#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where a path leads to, when something is to be written there.
enum OutputPlace: Equatable {
    /// A file that this process has open, such as `/dev/stdout` or `/proc/self/fd/3`: to open it anew would begin at its
    /// start, and to replace it would take it away from whoever has it open too.
    case descriptor(Int32)
    /// The path behind all links, whether something is there or not.
    case path(String)

    static let standardOutput = OutputPlace.descriptor(1)

    /// As many as the system follows.
    private static let mostLinks = 40

    init(_ name: String) throws(SystemError) {
        var path = name
        for _ in 0...Self.mostLinks {
            if let number = Self.descriptor(at: path) {
                self = .descriptor(number)
                return
            }
            guard let target = try Self.target(of: path) else {
                self = .path(path)
                return
            }
            path = target.utf8.first == UInt8(ascii: "/") ? target : Self.folder(of: path) + target
        }
        throw SystemError(code: ELOOP)
    }

    /// The folder of a path, with the slash; empty for the current one.
    static func folder(of path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
    }

    /// The number of the descriptor that a path names, for a path into the folder of those of this process.
    private static func descriptor(at path: String) -> Int32? {
        let folder = folder(of: path)
        let leaf = path.utf8.dropFirst(folder.utf8.count)
        let isNumber = leaf.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard isNumber, let number = Int32(Substring(leaf)) else { return nil }
        guard let resolved = unsafe (folder.isEmpty ? "." : folder).withSystemPath({ unsafe realpath($0, nil) }) else {
            return nil
        }
        // SAFETY: realpath gives a string of C that the caller frees.
        defer { unsafe free(resolved) }
        let process = "/proc/\(getpid())/"
        let real = unsafe String(systemText: resolved)
        // Each thread has a folder too, of the same files.
        let isOurs = real == "/dev/fd" || real.hasPrefix(process) && real.hasSuffix("/fd")
        return isOurs ? number : nil
    }

    /// What a symbolic link says; nil for what is none.
    private static func target(of path: String) throws(SystemError) -> String? {
        var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX) + 1)
        let count = unsafe path.withSystemPath { path in
            unsafe bytes.withUnsafeMutableBytes { room in
                // SAFETY: no more than the room is written.
                guard let start = room.baseAddress else { return -1 }
                return unsafe readlink(path, start.assumingMemoryBound(to: CChar.self), room.count)
            }
        }
        if count < 0 { return nil }
        if count == bytes.count { throw SystemError(code: ENAMETOOLONG) }
        return String(systemBytes: bytes.span.extracting(..<count))
    }
}
