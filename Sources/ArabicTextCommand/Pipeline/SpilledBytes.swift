#if CommandLineTool
    import ArabicText

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// A stretch of a line that may be too long for memory: most of it is in a file without a name, and in memory where there
    /// is no room for a file. Offsets are those in the line.
    struct SpilledBytes {
        /// What is here.
        private(set) var range = 0..<0
        private var file: FileDescriptor?
        /// Where the first byte of the file stands in the line, and the first one in memory.
        private var fileStart = 0
        private var memoryStart = 0
        private var bytes: [UInt8] = []
        private var mayWrite = true

        /// So many are kept in memory, and read at once: at least a character.
        static let pieceSize = max(TextBlock.readSize, 4)

        mutating func append(_ more: Span<UInt8>) {
            bytes.append(copying: more)
            range = range.lowerBound..<memoryStart + bytes.count
            if bytes.count >= Self.pieceSize, mayWrite { spill() }
        }

        private mutating func spill() {
            do throws(SystemError) {
                if file == nil {
                    let folder = Environment.value("TMPDIR")
                    file = try FileDescriptor(temporaryIn: folder.isEmpty ? "/tmp" : folder)
                    fileStart = memoryStart
                }
                try file?.write(bytes.span)
                memoryStart += bytes.count
                bytes.removeAll(keepingCapacity: true)
            } catch {
                // No room: what the file has got of these bytes lies behind what counts.
                mayWrite = false
            }
        }

        /// The first bytes of a range, which must be here: at least one where the range has any. Throws where the file cannot
        /// be read any more.
        func read(_ wanted: Range<Int>) throws(SystemError) -> [UInt8] {
            if wanted.isEmpty { return [] }
            if wanted.lowerBound >= memoryStart {
                return Array(bytes[wanted.lowerBound - memoryStart..<wanted.upperBound - memoryStart])
            }
            let end = min(wanted.upperBound, memoryStart, wanted.lowerBound + Self.pieceSize)
            var piece = [UInt8](repeating: 0, count: end - wanted.lowerBound)
            let count = try file?.read(into: &piece, at: wanted.lowerBound - fileStart) ?? 0
            if count == 0 { throw SystemError(code: EIO) }
            piece.removeLast(piece.count - count)
            return piece
        }

        /// Forgets what stands before an offset.
        mutating func drop(to offset: Int) {
            range = offset..<range.upperBound
            guard offset >= memoryStart else { return }
            bytes.removeFirst(offset - memoryStart)
            memoryStart = offset
            file?.close()
            file = nil
        }

        /// Forgets the line.
        mutating func removeAll() {
            file?.close()
            self = SpilledBytes()
        }
    }
#endif
