private import CArabicKernels

/// Questions about bytes that should be UTF-8, for the command.
package enum UTF8Validation {
    /// Where the first ill-formed sequence starts, or nil. Linear in the bytes, 32 of them at once where the processor can.
    package static func firstIllFormed(in bytes: Span<UInt8>) -> Int? {
        // SAFETY: the kernel reads what the span holds.
        let count = unsafe bytes.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return 0 }
            return unsafe cak_well_formed(start, bytes.count)
        }
        return count < bytes.count ? count : nil
    }

    /// How many bytes at the end begin a sequence that more bytes could make well-formed; at most three.
    package static func truncatedEnd(of bytes: Span<UInt8>) -> Int {
        for length in 1...3 where length <= bytes.count {
            if UTF8Element.decode(bytes, at: bytes.count - length) == .truncated(length: length) { return length }
        }
        return 0
    }

    /// How many bytes are in ill-formed sequences.
    package static func illFormedCount(in bytes: Span<UInt8>) -> Int {
        guard var offset = firstIllFormed(in: bytes) else { return 0 }
        var count = 0
        while offset < bytes.count {
            let element = UTF8Element.decode(bytes, at: offset)
            if case .scalar = element {} else { count += element.length }
            offset += element.length
        }
        return count
    }

    /// Appends bytes, with what a policy makes of ill-formed ones; `fail` keeps them, for bytes that are checked.
    package static func append(
        _ bytes: Span<UInt8>, illFormed policy: IllFormedPolicy, to output: inout ByteBuffer
    ) {
        guard policy == .replace, let first = firstIllFormed(in: bytes) else {
            output.append(copying: bytes)
            return
        }
        var offset = first
        output.append(copying: bytes.extracting(..<first))
        while offset < bytes.count {
            let element = UTF8Element.decode(bytes, at: offset)
            if case .scalar(let scalar, _) = element {
                output.append(scalar)
            } else {
                output.append(0xFFFD as UInt32)
            }
            offset += element.length
        }
    }

    /// How many scalars and UTF-16 units the bytes are; a maximal ill-formed subpart counts as U+FFFD, one of each.
    package static func units(in bytes: Span<UInt8>) -> (scalars: Int, utf16: Int) {
        var scalars = 0
        var utf16 = 0
        var offset = 0
        if firstIllFormed(in: bytes) == nil {
            for index in bytes.indices {
                // Bytes that begin a scalar, and those that begin a pair of surrogates.
                if bytes[index] & 0xC0 != 0x80 { scalars += 1 }
                if bytes[index] >= 0xF0 { utf16 += 1 }
            }
            return (scalars, scalars + utf16)
        }
        while offset < bytes.count {
            let element = UTF8Element.decode(bytes, at: offset)
            scalars += 1
            utf16 += element.length == 4 ? 2 : 1
            offset += element.length
        }
        return (scalars, utf16)
    }
}
