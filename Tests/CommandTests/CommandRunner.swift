import Foundation
import Support
import Synchronization
import Testing

/// What a run of the command gave.
struct CommandResult {
    let output: [UInt8]
    let errors: String
    let status: Int32

    /// The output as lines, without their line feeds.
    var lines: [[UInt8]] { Gold.lines(output) }
    /// The output as text. Compare bytes where spelling matters: `String ==` is canonical equivalence.
    var text: String { String(decoding: output, as: UTF8.self) }
}

/// Runs the built command, which stands beside the test bundle.
enum CommandRunner {
    /// The folder of the build.
    static let folder: URL = {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? .main
        return bundle.bundlePath.hasSuffix(".xctest")
            ? bundle.bundleURL.deletingLastPathComponent() : bundle.bundleURL
    }()

    static let executable = folder.appendingPathComponent("arabictext")

    /// Runs the command with these arguments and bytes on its standard input.
    static func run(
        _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]
    ) throws -> CommandResult {
        try run(executable, arguments, input: input, environment: environment)
    }

    /// Runs a line of the shell at the top of the repository; `arabictext` in it is the built command.
    static func shell(_ line: String, input: [UInt8] = []) throws -> CommandResult {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return try run(
            URL(fileURLWithPath: "/bin/sh"), ["-c", line], input: input,
            environment: ["PATH": folder.path + ":" + path])
    }

    /// A thread of its own: those of Dispatch also run the tests, which wait here.
    private static func start(in group: DispatchGroup, _ body: @escaping @Sendable () -> Void) {
        group.enter()
        Thread.detachNewThread {
            body()
            group.leave()
        }
    }

    /// Runs a program. Each of its three streams has a thread of its own, so no full pipe stops it.
    private static func run(
        _ program: URL, _ arguments: [String], input: [UInt8], environment: [String: String] = [:]
    ) throws -> CommandResult {
        // A program may end before it has read everything; then the write fails, and must not end the tests.
        _ = signal(SIGPIPE, SIG_IGN)
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: Gold.repository)
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let (inputPipe, outputPipe, errorPipe) = (Pipe(), Pipe(), Pipe())
        process.standardInput = inputPipe
        process.standardOutput = outputPipe
        process.standardError = errorPipe
        let errors = Collected()
        let group = DispatchGroup()
        try process.run()
        start(in: group) {
            try? inputPipe.fileHandleForWriting.write(contentsOf: Data(input))
            try? inputPipe.fileHandleForWriting.close()
        }
        start(in: group) { errors.read(errorPipe.fileHandleForReading) }
        let output = Collected()
        output.read(outputPipe.fileHandleForReading)
        group.wait()
        process.waitUntilExit()
        return CommandResult(
            output: output.bytes, errors: String(decoding: errors.bytes, as: UTF8.self),
            status: process.terminationStatus)
    }
}

extension Trait where Self == ConditionTrait {
    /// Skips a suite, by name, where there is no command to run.
    static var needsCommand: Self {
        #if CommandLineTool
            .enabled(if: true)
        #else
            .disabled("built without the trait CommandLineTool")
        #endif
    }
}

/// What a thread has read, for another.
private final class Collected: Sendable {
    private let data = Mutex<[UInt8]>([])

    var bytes: [UInt8] { data.withLock { $0 } }

    /// Reads to the end.
    func read(_ handle: FileHandle) {
        let all = (try? handle.readToEnd()) ?? nil
        data.withLock { $0 = Array(all ?? Data()) }
    }
}

/// Runs the command with text on its standard input.
func arabictext(_ arguments: String..., input: String = "") throws -> CommandResult {
    try CommandRunner.run(arguments, input: Array(input.utf8))
}

/// Runs the command with bytes on its standard input.
func arabictext(_ arguments: String..., bytes: [UInt8]) throws -> CommandResult {
    try CommandRunner.run(arguments, input: bytes)
}

/// A file that is there while a test uses it.
func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("arabictext-\(UUID().uuidString)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try body(file.path)
}

/// A folder that is there while a test uses it.
func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("arabictext-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
}

/// The sample article.
let articlePath = Gold.repository + "/Corpus/article.txt"
