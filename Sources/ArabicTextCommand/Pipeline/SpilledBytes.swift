#if CommandLineTool
    import ArabicText

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// Bytes that may be too many for memory: most of them are in a file without a name, and in memory where there is no room
    /// for a file. They are taken out from the first on, once all are there.
    struct SpilledBytes {
        private var file: FileDescriptor?
        /// How many bytes the file has, and how many of them have been taken.
        private var written = 0
        private var taken = 0
        /// What stands behind those.
        private var bytes: [UInt8] = []
        private var mayWrite = true

        /// So many are kept in memory, and taken at once.
        private static let pieceSize = 4 * TextBlock.readSize

        var isEmpty: Bool { written == taken && bytes.isEmpty }

        mutating func append(_ more: Span<UInt8>) {
            bytes.append(copying: more)
            if bytes.count >= Self.pieceSize, mayWrite { spill() }
        }

        private mutating func spill() {
            do throws(SystemError) {
                if file == nil {
                    let folder = Environment.value("TMPDIR")
                    file = try FileDescriptor(temporaryIn: folder.isEmpty ? "/tmp" : folder)
                }
                try file?.write(bytes.span)
                written += bytes.count
                bytes.removeAll(keepingCapacity: true)
            } catch {
                // No room: what the file has got of these bytes lies behind what counts.
                mayWrite = false
            }
        }

        /// Takes the next bytes; false where there are none. Throws where the file cannot be read any more.
        mutating func take(into output: inout ByteBuffer) throws(SystemError) -> Bool {
            if isEmpty { return false }
            if written > taken {
                try takeFromFile(into: &output)
            } else {
                output.append(copying: bytes.span)
                removeAll()
            }
            return true
        }

        private mutating func takeFromFile(into output: inout ByteBuffer) throws(SystemError) {
            var piece = [UInt8](repeating: 0, count: min(Self.pieceSize, written - taken))
            let count = try file?.read(into: &piece, at: taken) ?? 0
            if count == 0 { throw SystemError(code: EIO) }
            taken += count
            output.append(copying: piece.span.extracting(..<count))
        }

        mutating func removeAll() {
            file?.close()
            self = SpilledBytes()
        }
    }
#endif
