import ArabicText

/// An input that failed: the message says which, where and why.
struct InputError: Error, CustomStringConvertible {
    let description: String
}

/// Where the bytes of an input come from.
protocol ByteSource {
    /// Fills the room as far as one read does, and says how far; 0 at the end.
    @unsafe mutating func read(into room: UnsafeMutableRawBufferPointer) throws(InputError) -> Int
}

/// A file, a pipe or a terminal, as it is.
struct FileSource: ByteSource {
    /// For messages.
    let name: String
    let descriptor: FileDescriptor

    @unsafe func read(into room: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        do throws(SystemError) {
            return unsafe try descriptor.read(into: room)
        } catch {
            throw InputError(description: "\(name): \(error)")
        }
    }
}

/// A file or standard input, read in blocks of whole lines.
///
/// A line that is longer than a block comes in parts, which end between characters; so nothing that reads blocks meets
/// half a character. Memory is bounded whatever the input is.
struct Input {
    /// The name for messages.
    let name: String
    /// How many bytes there are, for a regular file.
    let size: Int?
    /// The byte that ends a line.
    private let lineEnd: UInt8
    private let descriptor: FileDescriptor
    private var source: any ByteSource
    /// What the last block left: the start of a line as a rule.
    private var rest: [UInt8] = []
    /// Where `rest` stands.
    private var position = TextPosition()
    /// Whether parts of the line at hand have been given out.
    private var isInsideLine = false
    private var isAtEnd = false
    /// What comes after the last block.
    private var failure: InputError?

    /// Opens a file; "-" is standard input. Without a decoding it is read as it is.
    init(_ path: String, lineEnd: UInt8 = 0x0A, decoding: InputDecoding? = nil) throws(InputError) {
        self.lineEnd = lineEnd
        name = Self.name(of: path)
        do throws(SystemError) {
            descriptor = path == "-" ? .standardInput : try FileDescriptor(reading: path)
        } catch {
            throw InputError(description: "\(path): \(error)")
        }
        size = descriptor.regularSize
        descriptor.growPipe()
        let file = FileSource(name: name, descriptor: descriptor)
        source = file
        if let decoding { source = try DecodedSource(file, decoding, lineEnd: lineEnd) }
    }

    /// What messages call an input.
    static func name(of path: String) -> String { path == "-" ? "standard input" : path }

    func close() { descriptor.close() }

    /// Puts what comes next into the block: all whole lines that one read brings, or more reads if it brings none. False
    /// at the end.
    mutating func next(_ block: inout TextBlock) throws(InputError) -> Bool {
        block.start(with: rest)
        block.position = position
        rest.removeAll(keepingCapacity: true)
        var searched = 0
        while true {
            if takeLines(&block, after: searched) { return true }
            searched = block.count
            if isAtEnd {
                if block.count == 0, !isInsideLine {
                    if let failure { throw failure }
                    return false
                }
                block.content = .part(.endOfText)
                block.lineCount = 1
                isInsideLine = false
                position.offset += block.count
                position.lineStart = position.offset
                return true
            }
            if block.isFull {
                let end = block.withBytes { $0.count - UTF8Validation.truncatedEnd(of: $0) }
                rest = block.split(at: end)
                block.content = .part(.open)
                block.lineCount = 0
                isInsideLine = true
                position.offset += block.count
                return true
            }
            do throws(InputError) {
                if try block.fill(from: &source) == 0 { isAtEnd = true }
            } catch {
                // What came before is given out first.
                failure = error
                isAtEnd = true
            }
        }
    }

    /// Cuts the block at its last line end, or in a long line at the first, that stands at an offset or after it.
    private mutating func takeLines(_ block: inout TextBlock, after offset: Int) -> Bool {
        let byte = lineEnd
        let isPart = isInsideLine
        let found = block.withBytes {
            isPart ? ByteScan.first(byte, in: $0, from: offset) : ByteScan.last(byte, in: $0, from: offset)
        }
        guard let found else { return false }
        position.offset += found + 1
        position.lineStart = position.offset
        if isPart {
            rest = block.split(at: found, dropping: 1)
            block.content = .part(.terminated)
            block.lineCount = 1
        } else {
            rest = block.split(at: found + 1)
            block.content = .lines
            block.lineCount = block.withBytes { ByteScan.count(byte, in: $0) }
        }
        position.line += block.lineCount
        isInsideLine = false
        return true
    }
}

extension InputError {
    /// What a message about ill-formed UTF-8 advises where a stage reads.
    static let advice = " (--invalid replace or keep goes on)"

    /// Ill-formed UTF-8 at a place in an input.
    static func illFormed(_ name: String, at place: TextPosition, advice: String = advice) -> InputError {
        .at(place, in: name, "ill-formed UTF-8", advice: advice)
    }

    /// Something that cannot be at a place in an input.
    static func at(_ place: TextPosition, in name: String, _ what: String, advice: String = "") -> InputError {
        let column = place.offset - place.lineStart + 1
        return InputError(
            description: "\(name): line \(place.line), column \(column): \(what) at byte \(place.offset)\(advice)")
    }
}
