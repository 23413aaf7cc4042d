#if CommandLineTool
    import ArabicText

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// What a stage holds of a line that comes in parts, and what of it is to be written, in which form, with other bytes in
    /// between. Memory is bounded, however long the line is.
    struct HeldLine<Form> {
        /// A piece of what is to be written.
        struct Piece {
            let bytes: [UInt8]
            /// Nil for bytes that are written as they are.
            let form: Form?
            /// Whether the stretch of the line that it belongs to ends with it. It ends between characters.
            let isLast: Bool
        }

        private enum Stretch {
            case held(Range<Int>, Form)
            case bytes([UInt8])
        }

        private var line = SpilledBytes()
        private var stretches: [Stretch] = []
        /// How many of them have been written.
        private var written = 0

        /// The offsets of what is held.
        var range: Range<Int> { line.range }

        /// Whether there is something to write.
        var isWaiting: Bool { written < stretches.count }

        mutating func append(_ part: Span<UInt8>) { line.append(part) }

        /// Forgets what stands before an offset. Nothing may wait.
        mutating func drop(to offset: Int) { line.drop(to: offset) }

        /// Forgets the line. Nothing may wait.
        mutating func removeAll() { line.removeAll() }

        /// A stretch is to be written that is held.
        mutating func put(_ range: Range<Int>, as form: Form) { stretches.append(.held(range, form)) }

        /// Other bytes are to be written.
        mutating func put(_ bytes: [UInt8]) {
            guard isWaiting, case .bytes(var before) = stretches.last else { return stretches.append(.bytes(bytes)) }
            stretches.removeLast()
            before.append(copying: bytes.span)
            stretches.append(.bytes(before))
        }

        /// Other bytes are to be written.
        mutating func put(_ buffer: borrowing ByteBuffer) {
            var bytes: [UInt8] = []
            buffer.appendAll(to: &bytes)
            put(bytes)
        }

        /// Takes out the next piece that is to be written; nil where there is none.
        mutating func next() -> Piece? {
            guard isWaiting else {
                stretches.removeAll(keepingCapacity: true)
                written = 0
                return nil
            }
            switch stretches[written] {
            case .bytes(let bytes):
                written += 1
                return Piece(bytes: bytes, form: nil, isLast: true)
            case .held(var rest, let form):
                let bytes = read(&rest)
                if rest.isEmpty { written += 1 } else { stretches[written] = .held(rest, form) }
                return Piece(bytes: bytes, form: form, isLast: rest.isEmpty)
            }
        }

        /// The first bytes of a stretch that is held, as far as they end with a character, and takes them away from it.
        func read(_ rest: inout Range<Int>) -> [UInt8] {
            do throws(SystemError) {
                var bytes = try line.read(rest)
                let cut = bytes.count < rest.count ? UTF8Validation.truncatedEnd(of: bytes.span) : 0
                if cut < bytes.count { bytes.removeLast(cut) }
                rest = rest.lowerBound + bytes.count..<rest.upperBound
                return bytes
            } catch {
                // The start of the line may have been written.
                Output.complain("a part of a line was lost: \(error)")
                exit(1)
            }
        }
    }
#endif
