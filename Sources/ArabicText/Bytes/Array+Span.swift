extension [UInt8] {
    /// Appends bytes, all at once.
    package mutating func append(copying bytes: Span<UInt8>) {
        // SAFETY: the bytes are copied before the closure ends.
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
