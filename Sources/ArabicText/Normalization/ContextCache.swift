internal import CArabicKernels

/// What windows of one engine became lately: few windows make up most of a text's.
struct ContextCache {
    /// None before the first window.
    private var windows: [cak_window] = []
    /// Short windows whose results are too long for those, as of an honorific that is expanded: up to so many.
    private var expansions: [[UInt8]: [UInt8]] = [:]
    private static let mostExpansions = 64

    /// The result for a window, by `compute` unless it is remembered.
    mutating func result(of text: Span<UInt8>, _ window: Range<Int>, compute: () -> [UInt8]) -> [UInt8] {
        // It may be as long as the text.
        if window.count > Int(CAK_WINDOW_LONGEST) { return compute() }
        if windows.isEmpty { windows = Array(repeating: cak_window(), count: Int(CAK_WINDOWS)) }
        let bytes = text.extracting(window)
        if let known = result(of: bytes) { return known }
        var source: [UInt8] = []
        source.append(copying: bytes)
        if let known = expansions[source] { return known }
        let result = compute()
        if result.count <= Int(CAK_WINDOW_LONGEST) {
            keep(result, of: bytes)
        } else if expansions.count < Self.mostExpansions {
            expansions[source] = result
        }
        return result
    }

    private func result(of window: Span<UInt8>) -> [UInt8]? {
        // SAFETY: there are as many windows as the kernel takes for granted.
        unsafe windows.withUnsafeBufferPointer { windows in
            unsafe window.withUnsafeBufferPointer { bytes in
                guard let windows = windows.baseAddress, let start = bytes.baseAddress,
                    let found = unsafe cak_find_window(windows, start, bytes.count)
                else { return nil }
                return unsafe withUnsafeBytes(of: found.pointee.result) { result in
                    unsafe Array(result.prefix(Int(found.pointee.result_length)))
                }
            }
        }
    }

    private mutating func keep(_ result: [UInt8], of window: Span<UInt8>) {
        // SAFETY: as above.
        unsafe windows.withUnsafeMutableBufferPointer { windows in
            unsafe window.withUnsafeBufferPointer { bytes in
                guard let windows = windows.baseAddress, let start = bytes.baseAddress else { return }
                // What is empty may have no address.
                unsafe result.withUnsafeBufferPointer { result in
                    unsafe cak_keep_window(windows, start, bytes.count, result.baseAddress ?? start, result.count)
                }
            }
        }
    }

    /// Calls a function with the windows as the kernels take them.
    @unsafe func withWindows<Result>(_ body: (UnsafePointer<cak_window>?) -> Result) -> Result {
        unsafe windows.withUnsafeBufferPointer { windows in unsafe body(windows.isEmpty ? nil : windows.baseAddress) }
    }
}
