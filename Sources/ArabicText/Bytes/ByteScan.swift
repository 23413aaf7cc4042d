private import CArabicKernels

/// Looks for bytes at the speed of memory, for the command.
package enum ByteScan {
    /// How often a byte stands in others.
    package static func count(_ byte: UInt8, in bytes: Span<UInt8>) -> Int {
        // SAFETY: here and below the kernel reads what the span holds.
        unsafe bytes.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return 0 }
            return unsafe cak_count_byte(start, bytes.count, byte)
        }
    }

    /// Where a byte stands first, from an offset on.
    package static func first(_ byte: UInt8, in bytes: Span<UInt8>, from offset: Int = 0) -> Int? {
        let rest = bytes.extracting(offset...)
        let found = unsafe rest.withUnsafeBufferPointer { rest in
            guard let start = rest.baseAddress else { return 0 }
            return unsafe cak_first_byte(start, rest.count, byte)
        }
        return found < rest.count ? offset + found : nil
    }

    /// Where a byte stands last, from an offset on.
    package static func last(_ byte: UInt8, in bytes: Span<UInt8>, from offset: Int = 0) -> Int? {
        let rest = bytes.extracting(offset...)
        let found = unsafe rest.withUnsafeBufferPointer { rest in
            guard let start = rest.baseAddress else { return 0 }
            return unsafe cak_last_byte(start, rest.count, byte)
        }
        return found < rest.count ? offset + found : nil
    }
}
