extension UnsafeMutablePointer where Pointee: BitwiseCopyable {
    /// Leads to so many equal elements then, instead of to what is freed.
    @unsafe mutating func renew(_ count: Int, _ element: Pointee) {
        unsafe deallocate()
        unsafe self = .allocate(capacity: count)
        unsafe initialize(repeating: element, count: count)
    }
}
