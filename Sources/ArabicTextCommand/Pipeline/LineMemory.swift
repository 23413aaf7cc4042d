#if CommandLineTool
    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// A line that comes in parts, as a whole. Memory may not suffice for it; an array would end the process then.
    @safe final class LineMemory {
        // SAFETY: `start` points to `capacity` bytes that only this object uses, of which the first `count` are set.
        private var start: UnsafeMutablePointer<UInt8>?
        private var capacity = 0
        private(set) var count = 0

        deinit { unsafe free(start) }

        /// Appends a part. False where memory does not suffice; what was there stays.
        func append(_ part: Span<UInt8>) -> Bool {
            if part.count > capacity - count, !grow(by: part.count) { return false }
            unsafe part.withUnsafeBufferPointer { part in
                guard let source = part.baseAddress, let start = unsafe start else { return }
                unsafe (start + count).update(from: source, count: part.count)
            }
            count += part.count
            return true
        }

        /// Takes twice the memory that is needed, or else little more. The system moves large memory without a copy.
        private func grow(by more: Int) -> Bool {
            let needed = count + more
            for larger in [2 * needed, needed + Self.spare] {
                guard let moved = unsafe realloc(start, larger) else { continue }
                unsafe start = moved.assumingMemoryBound(to: UInt8.self)
                capacity = larger
                if Self.hasSpare { return true }
            }
            return false
        }

        /// So much must be left for what works on the line.
        private static let spare = 1 << 26

        private static var hasSpare: Bool {
            let memory = unsafe malloc(spare)
            defer { unsafe free(memory) }
            return unsafe memory != nil
        }

        func withSpan<Result, Failure: Error>(_ body: (Span<UInt8>) throws(Failure) -> Result) throws(Failure) -> Result
        {
            try body(unsafe UnsafeBufferPointer(start: start, count: count).span)
        }

        /// Forgets the line, and gives its memory back.
        func removeAll() {
            unsafe free(start)
            unsafe start = nil
            capacity = 0
            count = 0
        }
    }
#endif
