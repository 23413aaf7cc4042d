/// Bytes that grow at the end and are written by kernels in C.
///
/// An array would have to set new space to zero before a kernel writes it, and a String would be checked again.
@safe package struct ByteBuffer: ~Copyable {
    // SAFETY: `start` points to `capacity` bytes that only this value uses, of which the first `count` are set.
    private var start: UnsafeMutablePointer<UInt8>
    /// Whether the bytes are another's: an array's, until they no longer fit.
    fileprivate private(set) var isBorrowed = false
    private(set) var capacity: Int
    package private(set) var count = 0

    package init(capacity: Int) {
        self.capacity = max(capacity, 64)
        unsafe start = .allocate(capacity: self.capacity)
    }

    deinit { if !isBorrowed { unsafe start.deallocate() } }

    /// Bytes in another's memory, for as long as that stays where it is.
    @unsafe fileprivate init(borrowing memory: UnsafeMutableBufferPointer<UInt8>) {
        capacity = memory.count
        isBorrowed = true
        unsafe start = memory.baseAddress ?? .allocate(capacity: 0)
    }

    package var isEmpty: Bool { count == 0 }

    /// Makes room for at least `free` more bytes.
    mutating func reserve(_ free: Int) {
        if capacity - count >= free { return }
        let larger = max(capacity + capacity / 2, count + free)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        unsafe moved.update(from: start, count: count)
        if !isBorrowed { unsafe start.deallocate() }
        isBorrowed = false
        unsafe start = moved
        capacity = larger
    }

    /// Appends a scalar as UTF-8.
    mutating func append(_ scalar: UInt32) {
        for byte in Unicode.Scalar(scalar).flatMap(UTF8.encode) ?? UTF8.encodedReplacementCharacter {
            append(byte: byte)
        }
    }

    /// Appends a byte.
    package mutating func append(byte: UInt8) {
        if count == capacity { reserve(1) }
        unsafe start[count] = byte
        count += 1
    }

    /// Appends bytes.
    package mutating func append(copying bytes: Span<UInt8>) {
        reserve(bytes.count)
        unsafe bytes.withUnsafeBufferPointer { source in
            guard let first = source.baseAddress else { return }
            unsafe (start + count).update(from: first, count: source.count)
        }
        count += bytes.count
    }

    /// Appends a number in decimal digits.
    package mutating func append(decimal number: Int) {
        if number < 0 { append(byte: UInt8(ascii: "-")) }
        var rest = number.magnitude
        reserve(20)
        var length = 1
        var power: UInt = 10
        while length < 20, rest >= power {
            length += 1
            let (next, isTooLarge) = power.multipliedReportingOverflow(by: 10)
            if isTooLarge { break }
            power = next
        }
        for place in (0..<length).reversed() {
            unsafe start[count + place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count += length
    }

    /// Appends a text that stands in the source code.
    package mutating func append(literal text: StaticString) {
        // SAFETY: the bytes of a static string stay where they are.
        append(copying: unsafe UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount).span)
    }

    /// Appends a text.
    package mutating func append(_ text: String) { append(copying: text.utf8Span.span) }

    /// Forgets the bytes, and keeps the room.
    package mutating func removeAll() { count = 0 }

    /// Forgets the bytes from `count` on.
    package mutating func truncate(to count: Int) { self.count = min(self.count, count) }

    /// Appends an array.
    package mutating func append(_ bytes: [UInt8]) { append(copying: bytes.span) }

    /// Lets `body` write from the start of the bytes; it gives the new count, at most the capacity.
    @unsafe mutating func write<Result>(_ body: (_ start: UnsafeMutablePointer<UInt8>) -> (Int, Result)) -> Result {
        let (written, result) = unsafe body(start)
        count = min(written, capacity)
        return result
    }

    /// The bytes.
    package func withSpan<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(unsafe UnsafeBufferPointer(start: start, count: count).span)
    }

    /// Appends these bytes to an array.
    package func appendAll(to bytes: inout [UInt8]) {
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
    }

    /// The bytes as a String, which the caller knows to be well-formed UTF-8.
    @unsafe func uncheckedString() -> String {
        unsafe String(copying: UTF8Span(unchecked: UnsafeBufferPointer(start: start, count: count).span))
    }
}

extension [UInt8] {
    /// Appends what a function writes into a buffer. Where `room` suffices for it, it is written in its place; where it does
    /// not, it is copied.
    ///
    /// An error is passed on; what stands before it is appended.
    package mutating func append<Failure: Error>(
        room: Int, _ write: (inout ByteBuffer) throws(Failure) -> Void
    ) throws(Failure) {
        var moved: ByteBuffer?
        var failure: Failure?
        append(addingCapacity: Swift.max(room, 64)) { span in
            unsafe span.withUnsafeMutableBufferPointer { memory, count in
                // SAFETY: the array stays where it is meanwhile, and its bytes behind those that it had are set up to
                // the count of the buffer.
                var buffer = unsafe ByteBuffer(borrowing: memory)
                do throws(Failure) {
                    try write(&buffer)
                } catch {
                    failure = error
                }
                if buffer.isBorrowed { count = buffer.count } else { moved = consume buffer }
            }
        }
        moved?.appendAll(to: &self)
        if let failure { throw failure }
    }
}
