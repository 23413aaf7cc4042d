import Foundation
import Support

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A run of the built command whose three streams are files: it starts sooner than with pipes and threads around it, ends
/// when its time is over, and tells how much of the processor's time it took.
struct SpawnedCommand {
    enum End: Equatable {
        case status(Int32)
        case signal(Int32)
        case timeout
    }

    let end: End
    /// Of the processor.
    let seconds: Double

    /// Runs the command with these arguments. It is killed after so many seconds by the clock.
    init(
        _ arguments: [String], environment: [String: String] = [:], input: String, output: String, errors: String,
        limit: Double
    ) throws {
        let path = CommandRunner.executable.path
        let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        var pid: pid_t = 0
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = unsafe posix_spawn_file_actions_t()
        #endif
        // SAFETY: the actions are made and taken away here, and the strings stay until the process has been started.
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var argumentList = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
        var variableList = unsafe variables.map { unsafe strdup("\($0)=\($1)") } + [nil]
        let code = unsafe posix_spawn(&pid, path, &actions, nil, &argumentList, &variableList)
        unsafe posix_spawn_file_actions_destroy(&actions)
        unsafe (argumentList + variableList).forEach { unsafe free($0) }
        if code != 0 { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }

        let start = ContinuousClock.now
        var status: Int32 = 0
        var usage = rusage()
        var isKilled = false
        while unsafe wait4(pid, &status, WNOHANG, &usage) == 0 {
            if !isKilled, ContinuousClock.now - start > .seconds(limit) { isKilled = kill(pid, SIGKILL) == 0 }
            usleep(300)
        }
        let signal = status & 0x7F
        end = isKilled ? .timeout : signal == 0 ? .status(status >> 8 & 0xFF) : .signal(signal)
        seconds = [usage.ru_utime, usage.ru_stime].map { Double($0.tv_sec) + Double($0.tv_usec) / 1e6 }.reduce(0, +)
    }
}
