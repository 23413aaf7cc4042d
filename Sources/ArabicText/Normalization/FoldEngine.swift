private import CArabicKernels

/// Runs a fold table over bytes, and sends the windows that need their context to the reference.
struct FoldEngine: Sendable {
    let table: FoldTable
    let reference: ReferenceNormalizer

    init(_ profile: NormalizationProfile) throws(ICUError) {
        reference = try ReferenceNormalizer(profile)
        table = FoldTable(reference)
    }

    /// Appends the normalised form of whole windows of UTF-8 bytes. Errors count their offset from `base`; what
    /// stands before the error is in the output then. Linear in the bytes.
    func run(
        _ text: Span<UInt8>, illFormed policy: IllFormedPolicy, base: Int, into output: inout ByteBuffer
    ) throws(IllFormedUTF8Error) {
        var position = cak_fold_position()
        position.output = output.count
        position.window_output = output.count
        // Most profiles make a text shorter; four bytes are the kernel's reserve.
        output.reserve(text.count + 4)
        while true {
            let stop = fold(text, &position, into: &output)
            switch stop {
            case CAK_FOLD_END:
                return
            case CAK_FOLD_FULL:
                output.reserve(output.capacity / 2)
            case CAK_FOLD_PAGE:
                // Reading an entry makes its page.
                if case .scalar(let scalar, _) = UTF8Element.decode(text, at: position.input) {
                    _ = table.entries[scalar]
                }
            case CAK_FOLD_CONTEXT:
                let end = endOfWindow(in: text, from: position.input)
                normalizeWindow(text, position.window_input..<end, at: position.window_output, into: &output)
                restart(&position, at: end, output.count)
            default:
                let length = UTF8Element.decode(text, at: position.input).length
                var replacement: [UInt8] = []
                try policy.apply(to: text, at: position.input, length: length, base: base, into: &replacement)
                output.append(replacement)
                restart(&position, at: position.input + length, output.count)
            }
        }
    }

    private func restart(_ position: inout cak_fold_position, at input: Int, _ output: Int) {
        position = cak_fold_position(
            input: input, output: output, window_input: input, window_output: output, last_class: 0)
    }

    private func fold(
        _ text: Span<UInt8>, _ position: inout cak_fold_position, into output: inout ByteBuffer
    ) -> cak_fold_stop {
        // Sound: the kernel reads `text.count` bytes and writes below `capacity`; the tables outlive the call.
        let capacity = output.capacity
        return unsafe text.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return CAK_FOLD_END }
            return unsafe output.write { result in
                var kernelTable = unsafe cak_fold_table(direct: table.entries.directEntries, pages: table.entries.pages)
                let stop = unsafe cak_fold(start, bytes.count, result, capacity, &kernelTable, &position)
                return (position.output, stop)
            }
        }
    }

    /// The first offset after `start` at which no window goes on: a scalar that starts one, or ill-formed bytes.
    private func endOfWindow(in text: Span<UInt8>, from start: Int) -> Int {
        var offset = start
        var joined = true
        while offset < text.count {
            guard case .scalar(let scalar, let length) = UTF8Element.decode(text, at: offset) else { break }
            if !joined, table.startsWindow(scalar) { break }
            joined = scalar == table.joinsNext
            offset += length
        }
        return offset
    }

    private func normalizeWindow(
        _ text: Span<UInt8>, _ window: Range<Int>, at output: Int, into buffer: inout ByteBuffer
    ) {
        var scalars: [UInt32] = []
        var offset = window.lowerBound
        while offset < window.upperBound {
            let element = UTF8Element.decode(text, at: offset)
            if case .scalar(let scalar, _) = element { scalars.append(scalar) }
            offset += element.length
        }
        var bytes: [UInt8] = []
        for scalar in reference.normalize(scalars) { scalar.appendUTF8(to: &bytes) }
        buffer.truncate(to: output)
        buffer.append(bytes)
    }
}
