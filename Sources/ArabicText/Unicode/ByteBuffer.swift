/// Bytes that grow at the end and are written by kernels in C.
///
/// An array would have to set new space to zero before a kernel writes it, and a String would be checked again.
@safe struct ByteBuffer: ~Copyable {
    // Sound: `start` points to `capacity` bytes that only this value owns, of which the first `count` are set.
    private var start: UnsafeMutablePointer<UInt8>
    private(set) var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 64)
        unsafe start = .allocate(capacity: self.capacity)
    }

    deinit { unsafe start.deallocate() }

    /// Makes room for at least `free` more bytes.
    mutating func reserve(_ free: Int) {
        if capacity - count >= free { return }
        let larger = max(capacity + capacity / 2, count + free)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        unsafe moved.update(from: start, count: count)
        unsafe start.deallocate()
        unsafe start = moved
        capacity = larger
    }

    /// Appends a scalar as UTF-8.
    mutating func append(_ scalar: UInt32) {
        var bytes: [UInt8] = []
        scalar.appendUTF8(to: &bytes)
        append(bytes)
    }

    /// Forgets the bytes from `count` on.
    mutating func truncate(to count: Int) { self.count = min(self.count, count) }

    /// Appends an array.
    mutating func append(_ bytes: [UInt8]) {
        reserve(bytes.count)
        for (offset, byte) in bytes.enumerated() { unsafe start[count + offset] = byte }
        count += bytes.count
    }

    /// Lets `body` write from the start of the bytes; it gives the new count, at most the capacity.
    @unsafe mutating func write<Result>(_ body: (_ start: UnsafeMutablePointer<UInt8>) -> (Int, Result)) -> Result {
        let (written, result) = unsafe body(start)
        count = min(written, capacity)
        return result
    }

    /// The bytes.
    func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        body(unsafe UnsafeBufferPointer(start: start, count: count).span)
    }

    /// Appends these bytes to an array.
    func appendAll(to bytes: inout [UInt8]) {
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
    }

    /// The bytes as a String, which the caller knows to be well-formed UTF-8.
    @unsafe func uncheckedString() -> String {
        unsafe String(copying: UTF8Span(unchecked: UnsafeBufferPointer(start: start, count: count).span))
    }
}
