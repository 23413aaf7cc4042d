#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A thread that runs one function.
struct WorkerThread {
    #if canImport(Darwin)
        private let thread: pthread_t?
    #else
        private let thread: pthread_t
    #endif

    private final class Body {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Starts a thread; nil where the system allows no more.
    init?(_ body: @escaping @Sendable () -> Void) {
        // SAFETY: the thread takes over the one reference to the body.
        let context = unsafe Unmanaged.passRetained(Body(body))
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        let code = unsafe pthread_create(
            &thread, nil,
            { context in
                unsafe WorkerThread.run(context)
                return nil
            }, context.toOpaque())
        if code != 0 {
            unsafe context.release()
            return nil
        }
        self.thread = thread
    }

    /// Waits until the function has returned.
    func join() {
        #if canImport(Darwin)
            if let thread { pthread_join(thread, nil) }
        #else
            _ = pthread_join(thread, nil)
        #endif
    }

    @unsafe private static func run(_ context: UnsafeMutableRawPointer?) {
        if let context = unsafe context { unsafe Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run() }
    }
}
