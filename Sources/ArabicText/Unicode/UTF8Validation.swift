/// Questions about bytes that should be UTF-8, for the command.
package enum UTF8Validation {
    /// Where the first ill-formed sequence starts, or nil. Linear in the bytes.
    package static func firstIllFormed(in bytes: Span<UInt8>) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    /// Appends bytes, with what a policy makes of ill-formed ones; `fail` keeps them, for bytes that are checked.
    package static func append(_ bytes: Span<UInt8>, illFormed policy: IllFormedPolicy, to output: inout [UInt8]) {
        guard policy == .replace, firstIllFormed(in: bytes) != nil else {
            output.append(copying: bytes)
            return
        }
        var offset = 0
        while offset < bytes.count {
            let element = UTF8Element.decode(bytes, at: offset)
            if case .scalar(let scalar, _) = element {
                scalar.appendUTF8(to: &output)
            } else {
                UInt32(0xFFFD).appendUTF8(to: &output)
            }
            offset += element.length
        }
    }

    /// How many scalars and UTF-16 units the bytes are; a maximal ill-formed subpart counts as U+FFFD, one of each.
    package static func units(in bytes: Span<UInt8>) -> (scalars: Int, utf16: Int) {
        var scalars = 0
        var utf16 = 0
        var offset = 0
        while offset < bytes.count {
            let element = UTF8Element.decode(bytes, at: offset)
            scalars += 1
            utf16 += element.length == 4 ? 2 : 1
            offset += element.length
        }
        return (scalars, utf16)
    }
}
