#if CommandLineTool
    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// What is done when a signal ends the process: the output is not whole, which is said, and a temporary file is removed.
    enum EndBySignal {
        /// Set while the file exists.
        fileprivate nonisolated(unsafe) static var path: UnsafeMutablePointer<CChar>?
        /// Set while a line of progress stands where the message comes.
        nonisolated(unsafe) static var clearsLine = false

        /// From now on an end by a signal is noticed.
        static func watch() {
            // Whatever a thread of Dispatch starts, from a Swift task for one, would never be told to end: those threads
            // block signals, and a process starts with what was blocked where it was made.
            var signals = sigset_t()
            _ = unsafe sigemptyset(&signals)
            for number in [SIGINT, SIGTERM, SIGHUP] {
                _ = unsafe sigaddset(&signals, number)
                let before = signal(number, sayAndEnd)
                // SAFETY: compared as numbers, not called. Whoever started the command wants the signal ignored.
                if unsafe unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
                    _ = signal(number, before)
                }
            }
            _ = unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        }

        /// From now on that removes a file.
        static func remove(_ path: String) {
            cancel()
            // SAFETY: the handler only reads the pointer, and the string stays until `cancel` has taken it away.
            unsafe Self.path = path.withSystemPath { unsafe strdup($0) }
            watch()
        }

        static func cancel() {
            // SAFETY: taken away before it is freed, on the only thread that sets it.
            let old = unsafe path
            unsafe path = nil
            unsafe free(old)
        }
    }

    /// The handler: calls nothing that a handler may not call (signal-safety(7)).
    private func sayAndEnd(_ number: Int32) {
        let message: StaticString
        if let path = unsafe EndBySignal.path {
            _ = unsafe unlink(path)
            message = "arabictext: stopped by a signal, the output file is not written\n"
        } else {
            message = "arabictext: stopped by a signal, the output is not whole\n"
        }
        // SAFETY: a static string's bytes stay where they are.
        func say(_ text: StaticString) { _ = unsafe write(2, text.utf8Start, text.utf8CodeUnitCount) }
        if unsafe EndBySignal.clearsLine { say("\r\u{1B}[K") }
        say(message)
        _ = signal(number, SIG_DFL)
        _ = raise(number)
    }
#endif
