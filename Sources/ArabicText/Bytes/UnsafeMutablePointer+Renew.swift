extension UnsafeMutablePointer where Pointee: BitwiseCopyable {
    /// Frees what it leads to, and leads to `count` equal elements then.
    @unsafe mutating func renew(_ count: Int, _ element: Pointee) {
        unsafe deallocate()
        unsafe self = .allocate(capacity: count)
        unsafe initialize(repeating: element, count: count)
    }
}
