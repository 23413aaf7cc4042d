import ArabicText

/// A file that is read whole, such as a list of words: text, and not more than anyone would write.
enum TextFile {
    /// The bytes of a file, which are UTF-8 without NUL and not more than `limit`, a number of whole MiB. Pipes are read
    /// too.
    static func read(_ path: String, atMost limit: Int) throws(InputError) -> [UInt8] {
        var input = try Input(path)
        defer { input.close() }
        let isTooLarge = InputError(description: "\(input.name): larger than \(limit >> 20) MiB")
        if let size = input.size, size > limit { throw isTooLarge }
        var text: [UInt8] = []
        var block = TextBlock()
        // Each block is looked at when it comes: a device may have no end.
        while try input.next(&block) {
            if block.count > limit - text.count { throw isTooLarge }
            let (name, position) = (input.name, block.position)
            try block.withBytes { (bytes) throws(InputError) in
                let bad = UTF8Validation.firstIllFormed(in: bytes)
                let end = bad ?? bytes.count
                if let zero = ByteScan.first(0x00, in: bytes.extracting(..<end)) {
                    let place = position.moved(to: zero, in: bytes, lineEnd: 0x0A)
                    throw .at(place, in: name, "this is no text: NUL")
                }
                if let bad {
                    // What --invalid says is about the text.
                    throw .illFormed(name, at: position.moved(to: bad, in: bytes, lineEnd: 0x0A), advice: "")
                }
                text.append(copying: bytes)
            }
            if case .part(.terminated) = block.content { text.append(0x0A) }
        }
        return text
    }
}
