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
    ///
    /// The memory must be of this engine alone. With an alignment, its edits say which bytes became which, counted from the start of `text` and of `output`.
    func run(
        _ text: Span<UInt8>, illFormed policy: IllFormedPolicy, base: Int, into output: inout ByteBuffer,
        alignment: inout Alignment?, memory: inout ContextCache
    ) throws(IllFormedUTF8Error) {
        var position = start(at: 0, output.count)
        var trigger = 0
        var edits = alignment == nil ? nil : EditBuffer()
        var kernelMemory = cak_fold_memory()
        // News has an edit for about 30 bytes: room for them is asked for once, and costs nothing until it is used.
        alignment?.reserve(text.count / 24)
        // Most profiles make a text shorter; a block is the kernel's reserve.
        output.reserve(text.count + 64)
        while true {
            let stop = fold(text, &position, &trigger, &edits, &kernelMemory, memory, into: &output)
            if edits != nil { edits?.move(into: &alignment) }
            switch stop {
            case CAK_FOLD_END:
                return
            case CAK_FOLD_FULL:
                output.reserve(output.capacity / 2)
            case CAK_FOLD_EDITS:
                continue
            case CAK_FOLD_PAGE:
                if case .scalar(let scalar, _) = UTF8Element.decode(text, at: position.input) { table.touch(scalar) }
            case CAK_FOLD_CONTEXT:
                let window = position.input..<endOfWindow(in: text, from: trigger)
                let normalized = memory.result(of: text, window) { normalize(text, window) }
                if alignment != nil {
                    alignment?.removeEdits(from: window.lowerBound)
                    alignment?.appendWindow(
                        text, window, normalized, at: output.count, isWord: table.wholeWords)
                }
                output.append(normalized)
                position = start(at: window.upperBound, output.count)
            default:
                let end = position.input + UTF8Element.decode(text, at: position.input).length
                var replacement: [UInt8] = []
                try policy.apply(
                    to: text, at: position.input, length: end - position.input, base: base, into: &replacement)
                if policy == .replace {
                    alignment?.append(
                        source: position.input..<end, normalized: output.count..<output.count + replacement.count)
                }
                output.append(replacement)
                position = start(at: end, output.count)
            }
        }
    }

    /// Folding starts, or starts anew after what is settled.
    private func start(at input: Int, _ output: Int) -> cak_fold_position {
        cak_fold_position(input: input, output: output, floor_input: input, floor_output: output, order: 1)
    }

    private func fold(
        _ text: Span<UInt8>, _ position: inout cak_fold_position, _ trigger: inout Int, _ edits: inout EditBuffer?,
        _ memory: inout cak_fold_memory, _ windows: borrowing ContextCache, into output: inout ByteBuffer
    ) -> cak_fold_stop {
        // SAFETY: the kernel reads `text.count` bytes and writes below the capacities; the tables outlive the call.
        let capacity = output.capacity
        return unsafe text.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return CAK_FOLD_END }
            return unsafe output.write { result in
                var kernelTable = unsafe table.kernelTable
                guard var list = edits else {
                    let stop = unsafe windows.withWindows { windows in
                        unsafe cak_fold(
                            start, bytes.count, result, capacity, &kernelTable, &position, &trigger, nil, &memory,
                            windows)
                    }
                    return (position.output, stop)
                }
                edits = nil
                let stop = unsafe list.withList { list in
                    unsafe cak_fold(
                        start, bytes.count, result, capacity, &kernelTable, &position, &trigger, list, nil, nil)
                }
                edits = list
                return (position.output, stop)
            }
        }
    }

    /// The first offset after `start` at which no window goes on: a scalar that starts one, or ill-formed bytes.
    private func endOfWindow(in text: Span<UInt8>, from start: Int) -> Int {
        var offset = start
        var joined = false
        while offset < text.count {
            guard case .scalar(let scalar, let length) = UTF8Element.decode(text, at: offset) else { break }
            // A joiner ties only a pictograph to itself, so what else follows it can start a window. What starts none,
            // such as a deleted character, does not part the two.
            if !joined || !CharacterFacts.isExtendedPictographic(scalar), offset > start,
                table.startsWindow(scalar)
            {
                break
            }
            joined = scalar == table.joinsNext || joined && !table.startsWindow(scalar)
            offset += length
        }
        return offset
    }

    /// What the reference makes of a window.
    private func normalize(_ text: Span<UInt8>, _ window: Range<Int>) -> [UInt8] {
        var scalars: [UInt32] = []
        var offset = window.lowerBound
        while offset < window.upperBound {
            let element = UTF8Element.decode(text, at: offset)
            if case .scalar(let scalar, _) = element { scalars.append(scalar) }
            offset += element.length
        }
        var bytes: [UInt8] = []
        for scalar in reference.normalize(scalars) { scalar.appendUTF8(to: &bytes) }
        return bytes
    }
}

/// Room for the edits of one call of the kernel.
private struct EditBuffer {
    private var edits = [cak_edit](repeating: cak_edit(), count: 1 << 12)
    private var count = 0

    @unsafe mutating func withList<Result>(_ body: (UnsafeMutablePointer<cak_edit_list>) -> Result) -> Result {
        var count = 0
        // SAFETY: the list points to the array's room for the length of the call only.
        let result = unsafe edits.withUnsafeMutableBufferPointer { room in
            var list = unsafe cak_edit_list(edits: room.baseAddress, capacity: room.count, count: 0)
            let result = unsafe body(&list)
            count = unsafe list.count
            return result
        }
        self.count = count
        return result
    }

    /// Moves the edits to an alignment.
    mutating func move(into alignment: inout Alignment?) {
        func range(_ packed: UInt64) -> Range<Int> {
            let offset = Int(packed & (1 << UInt64(CAK_EDIT_LENGTH_SHIFT) - 1))
            return offset..<offset + Int(packed >> UInt64(CAK_EDIT_LENGTH_SHIFT))
        }
        // Taken out, so that it is not copied, and asked for once.
        guard count > 0, var target = alignment else { return }
        alignment = nil
        for index in 0..<count {
            target.append(source: range(edits[index].source), normalized: range(edits[index].result))
        }
        alignment = target
        count = 0
    }
}
