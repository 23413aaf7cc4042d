#if CommandLineTool
    import ArabicText

    /// An input in another encoding, as UTF-8.
    struct DecodedSource: ByteSource {
        private let file: FileSource
        private let decoder: EncodingDecoder
        private let lineEnd: UInt8
        private var raw = [UInt8](repeating: 0, count: 1 << 16)
        /// What has been decoded, and how much of it has been read.
        private var text: [UInt8] = []
        private var start = 0
        /// How many lines have ended in what has been decoded before `text`.
        private var lines = 0
        /// What comes after `text`.
        private var failure: InputError?
        private var isAtEnd = false

        init(_ file: FileSource, _ decoding: InputDecoding, lineEnd: UInt8) throws(InputError) {
            self.file = file
            self.lineEnd = lineEnd
            do throws(UnknownEncodingError) {
                decoder = try EncodingDecoder(
                    decoding.encoding.name, replacingIllFormed: decoding.replacesIllFormed)
            } catch {
                throw InputError(description: "\(file.name): \(error)")
            }
        }

        @unsafe mutating func read(into room: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
            // A read may bring a part of a character only.
            while start == text.count {
                if let failure { throw failure }
                if isAtEnd { return 0 }
                try decode()
            }
            let count = min(room.count, text.count - start)
            unsafe room.copyBytes(from: text[start..<start + count])
            start += count
            return count
        }

        private mutating func decode() throws(InputError) {
            lines += ByteScan.count(lineEnd, in: text.span)
            text.removeAll(keepingCapacity: true)
            start = 0
            let file = file
            let result = unsafe raw.withUnsafeMutableBytes { room in
                Result { () throws(InputError) in unsafe try file.read(into: room) }
            }
            let count = try result.get()
            isAtEnd = count == 0
            var decoded = text
            text = []
            do throws(UndecodableBytesError) {
                if isAtEnd {
                    try decoder.finish(into: &decoded)
                } else {
                    try decoder.append(raw.span.extracting(..<count), into: &decoded)
                }
            } catch {
                // What came before is read first.
                let line = lines + ByteScan.count(lineEnd, in: decoded.span) + 1
                failure = InputError(
                    description: "\(file.name): line \(line): \(error) (--invalid replace goes on)")
            }
            text = decoded
        }
    }
#endif
