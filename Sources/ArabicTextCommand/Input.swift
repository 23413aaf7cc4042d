/// An input that failed: the message says which, where and why.
struct InputError: Error, CustomStringConvertible {
    let description: String
}

/// A file or standard input, read in blocks.
struct Input {
    /// The name for messages.
    let name: String
    /// What a message about ill-formed UTF-8 advises.
    private let advice: String
    private let descriptor: FileDescriptor
    private var block = [UInt8](repeating: 0, count: 1 << 18)
    /// How many bytes the blocks before this one had, how many line feeds, and where their last line starts.
    private var blockStart = 0
    private var lineFeeds = 0
    private var lineStart = 0

    /// Opens a file; "-" is standard input.
    init(_ path: String, advice: String = " (--invalid replace or keep goes on)") throws(InputError) {
        self.advice = advice
        if path == "-" {
            name = "standard input"
            descriptor = .standardInput
            return
        }
        name = path
        do throws(SystemError) {
            descriptor = try FileDescriptor(reading: path)
        } catch {
            throw InputError(description: "\(path): \(error)")
        }
    }

    func close() { descriptor.close() }

    /// Calls `body` with one block after the other.
    mutating func forEachBlock<Failure: Error>(_ body: (inout Input, Span<UInt8>) throws(Failure) -> Void) throws {
        while true {
            let count: Int
            do throws(SystemError) {
                count = try descriptor.read(into: &block)
            } catch {
                throw InputError(description: "\(name): \(error)")
            }
            if count == 0 { return }
            // Taken out while `body` may use this value.
            let bytes = block
            try body(&self, bytes.span.extracting(..<count))
            self.count(bytes.span.extracting(..<count))
        }
    }

    private mutating func count(_ bytes: Span<UInt8>) {
        // Sound: read-only, within the call. Without bounds checks the loop goes by vectors.
        let found = unsafe bytes.withUnsafeBufferPointer { unsafe $0.reduce(0) { $0 &+ ($1 == 0x0A ? 1 : 0) } }
        lineFeeds += found
        if found > 0 {
            var last = bytes.count - 1
            while bytes[last] != 0x0A { last -= 1 }
            lineStart = blockStart + last + 1
        }
        blockStart += bytes.count
    }

    /// The message for ill-formed UTF-8 at an offset from the start of the input. `block` is the one at hand.
    func illFormed(at offset: Int, in block: Span<UInt8>) -> InputError {
        var line = lineFeeds + 1
        var start = lineStart
        // Bytes that were held back from earlier blocks are of the line that the block goes on with.
        for index in 0..<max(0, min(offset - blockStart, block.count)) where block[index] == 0x0A {
            line += 1
            start = blockStart + index + 1
        }
        return illFormed(line: line, column: offset - start + 1, offset: offset)
    }

    func illFormed(line: Int, column: Int, offset: Int) -> InputError {
        InputError(
            description: "\(name): line \(line), column \(column): ill-formed UTF-8 at byte \(offset)\(advice)")
    }
}
