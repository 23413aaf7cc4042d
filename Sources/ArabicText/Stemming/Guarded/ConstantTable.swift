/// A table that is made once and never freed: reading it counts no references and checks no bounds.
@safe struct ConstantTable<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    /// Where the elements are, for kernels.
    let first: UnsafePointer<Element>
    private let mask: Int

    /// Copies elements, and the last one so often that their number is a power of two.
    init(_ elements: [Element]) {
        precondition(!elements.isEmpty)
        var count = 1
        while count < elements.count { count *= 2 }
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: count)
        for index in 0..<count {
            unsafe (memory + index).initialize(to: elements[min(index, elements.count - 1)])
        }
        unsafe first = UnsafePointer(memory)
        mask = count - 1
    }

    /// The element at an index, which is taken modulo the size.
    @inline(__always)
    subscript(index: Int) -> Element {
        // SAFETY: the mask keeps the index inside the memory, which is never freed or written again.
        unsafe first[index & mask]
    }
}
