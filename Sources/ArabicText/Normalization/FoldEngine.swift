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
        var position = start(at: 0, output.count)
        var trigger = 0
        // Most profiles make a text shorter; four bytes are the kernel's reserve.
        output.reserve(text.count + 4)
        while true {
            let stop = fold(text, &position, &trigger, into: &output)
            switch stop {
            case CAK_FOLD_END:
                return
            case CAK_FOLD_FULL:
                output.reserve(output.capacity / 2)
            case CAK_FOLD_PAGE:
                if case .scalar(let scalar, _) = UTF8Element.decode(text, at: position.input) {
                    table.touch(scalar)
                }
            case CAK_FOLD_CONTEXT:
                let end = endOfWindow(in: text, from: trigger)
                normalizeWindow(text, position.input..<end, into: &output)
                position = start(at: end, output.count)
            default:
                let length = UTF8Element.decode(text, at: position.input).length
                var replacement: [UInt8] = []
                try policy.apply(to: text, at: position.input, length: length, base: base, into: &replacement)
                output.append(replacement)
                position = start(at: position.input + length, output.count)
            }
        }
    }

    /// Folding starts, or starts anew after what is settled.
    private func start(at input: Int, _ output: Int) -> cak_fold_position {
        cak_fold_position(input: input, output: output, floor_input: input, floor_output: output, order: 1)
    }

    private func fold(
        _ text: Span<UInt8>, _ position: inout cak_fold_position, _ trigger: inout Int, into output: inout ByteBuffer
    ) -> cak_fold_stop {
        // Sound: the kernel reads `text.count` bytes and writes below `capacity`; the tables outlive the call.
        let capacity = output.capacity
        return unsafe text.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return CAK_FOLD_END }
            return unsafe output.write { result in
                var kernelTable = unsafe table.kernelTable
                let stop = unsafe cak_fold(start, bytes.count, result, capacity, &kernelTable, &position, &trigger, nil)
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
        _ text: Span<UInt8>, _ window: Range<Int>, into buffer: inout ByteBuffer
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
        buffer.append(bytes)
    }
}
