import Foundation
public import Testing

/// Data that tests compare with: files inside the project, and, where the variable `ARABICTEXT_GOLD` names a folder,
/// data that may be measured with but not copied.
public enum Gold {
    /// The folder that `ARABICTEXT_GOLD` names, or nil.
    public static let folder: String? = ProcessInfo.processInfo.environment["ARABICTEXT_GOLD"]

    /// The top of this repository.
    public static let repository: String =
        URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// The bytes of a file in the gold folder.
    public static func bytes(_ path: String) throws -> [UInt8] {
        try file((folder ?? "ARABICTEXT_GOLD is not set") + "/" + path)
    }

    /// The bytes of a file below `Tests/`.
    public static func bundledBytes(_ path: String) throws -> [UInt8] {
        try file(repository + "/Tests/" + path)
    }

    /// The bytes of any file.
    public static func file(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    /// The lines without their line feed, cut into fields at tabs. Nothing is decoded: fields are bytes.
    public static func rows(_ bytes: [UInt8]) -> [[[UInt8]]] {
        lines(bytes).map { $0.split(separator: 0x09, omittingEmptySubsequences: false).map(Array.init) }
    }

    /// The lines without their line feed.
    public static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}

extension Trait where Self == ConditionTrait {
    /// Skips a test, by name, where the gold folder is not at hand.
    public static var needsGold: Self {
        .enabled(if: Gold.folder != nil, "ARABICTEXT_GOLD does not name the folder with the measuring data")
    }
}

/// Text with everything but printable ASCII as escapes, for messages.
public func escaped(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self).unicodeScalars.map { $0.escaped(asASCII: true) }.joined()
}

/// Text with everything but printable ASCII as escapes, for messages.
public func escaped(_ text: String) -> String { escaped(text.utf8) }
