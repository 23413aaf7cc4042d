private import CArabicKernels

/// A table by Unicode scalar: the first 2,048 entries (all that UTF-8 writes in one or two bytes) are made at once,
/// the rest by page of 256 on first touch.
///
/// Look-ups take no lock. Two threads that touch a new page at once may both compute it; one result is kept, so
/// `compute` must be a pure function of the scalar.
@safe final class ScalarTable<Entry: BitwiseCopyable & Sendable>: @unchecked Sendable {
    // SAFETY: `direct` is written in `init` only; pages are published with release and read with acquire.

    /// How many entries are made at once.
    static var directCount: Int { 0x800 }

    private let compute: @Sendable (_ scalar: UInt32) -> Entry
    private let direct: UnsafeMutablePointer<Entry>
    /// The pages of the scalars from U+0800 up, for kernels in C too.
    let pages: OpaquePointer

    /// Makes the table and its direct entries.
    init(compute: @escaping @Sendable (_ scalar: UInt32) -> Entry) {
        self.compute = compute
        unsafe direct = .allocate(capacity: Self.directCount)
        for scalar in 0..<Self.directCount {
            unsafe (direct + scalar).initialize(to: compute(UInt32(scalar)))
        }
        let memory = unsafe UnsafeMutableRawPointer.allocate(
            byteCount: cak_pages_size(), alignment: MemoryLayout<UnsafeRawPointer>.alignment)
        unsafe pages = cak_pages_initialize(memory)
    }

    deinit {
        for page in 0..<UInt32(CAK_PAGE_COUNT) {
            if let made = unsafe cak_pages_get(pages, page) {
                unsafe UnsafeMutableRawPointer(mutating: made).deallocate()
            }
        }
        unsafe UnsafeMutableRawPointer(pages).deallocate()
        unsafe direct.deallocate()
    }

    /// The first 2,048 entries, for kernels in C. Valid as long as the table.
    var directEntries: UnsafePointer<Entry> { unsafe UnsafePointer(direct) }

    /// The entry of a scalar value up to U+10FFFF.
    @inline(__always)
    subscript(scalar: UInt32) -> Entry {
        if scalar < 0x800 { return unsafe direct[Int(scalar)] }
        return unsafe page(scalar >> 8)[Int(scalar & 0xFF)]
    }

    /// Makes sure that a scalar's page exists, and gives it.
    @inline(__always)
    private func page(_ number: UInt32) -> UnsafePointer<Entry> {
        if let made = unsafe cak_pages_get(pages, number) {
            return unsafe made.assumingMemoryBound(to: Entry.self)
        }
        return unsafe makePage(number)
    }

    @inline(never)
    private func makePage(_ number: UInt32) -> UnsafePointer<Entry> {
        let made = UnsafeMutablePointer<Entry>.allocate(capacity: 256)
        for entry in 0..<256 {
            unsafe (made + entry).initialize(to: compute(number << 8 | UInt32(entry)))
        }
        let kept = unsafe cak_pages_publish(pages, number, made)
        if unsafe kept != UnsafeRawPointer(made) { unsafe made.deallocate() }
        return unsafe kept.assumingMemoryBound(to: Entry.self)
    }
}
