import Foundation

/// A Markdown file of this repository, as far as tests hold it to what it says.
public struct Markdown: Sendable {
    /// A fenced block.
    public struct Block: Sendable {
        /// What stands after the opening fence.
        public let language: String
        /// The lines between the fences, each with its line feed.
        public let text: String
        /// Whether nothing but empty lines is between this block and the one before it.
        public let followsDirectly: Bool
    }

    /// The whole text.
    public let text: String
    /// The fenced blocks in order.
    public let blocks: [Block]

    /// Reads a file by its path from the top of the repository.
    public init(_ path: String) throws {
        text = String(decoding: try Gold.file(Gold.repository + "/" + path), as: UTF8.self)
        var blocks: [Block] = []
        var open: (language: String, lines: [Substring])?
        var isDirect = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let block = open {
                if line == "```" {
                    let text = block.lines.map { $0 + "\n" }.joined()
                    blocks.append(Block(language: block.language, text: text, followsDirectly: isDirect))
                    open = nil
                    isDirect = true
                } else {
                    open?.lines.append(line)
                }
            } else if line.hasPrefix("```") {
                open = (String(line.dropFirst(3)), [])
            } else if !line.isEmpty {
                isDirect = false
            }
        }
        self.blocks = blocks
    }

    /// Each block of one language with the block of another that follows it directly.
    public func pairs(_ language: String, _ answer: String) -> [(block: String, answer: String)] {
        zip(blocks, blocks.dropFirst()).compactMap { block, next in
            block.language == language && next.language == answer && next.followsDirectly
                ? (block.text, next.text) : nil
        }
    }

    /// The text between two lines.
    public func section(from start: String, to end: String) -> String? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.firstIndex(where: { $0 == start }),
            let last = lines[first...].firstIndex(where: { $0 == end })
        else { return nil }
        return lines[(first + 1)..<last].map { $0 + "\n" }.joined()
    }

    /// Whether a Swift source has the lines of an example one after the other, however far they are indented. An
    /// import at the top of the example is the source's affair.
    public static func source(_ path: String, shows example: String) throws -> Bool {
        func lines(_ text: String) -> [String] {
            text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let source = lines(String(decoding: try Gold.file(path), as: UTF8.self))
        let wanted = lines(example).filter { !$0.hasPrefix("import ") }
        guard !wanted.isEmpty, source.count >= wanted.count else { return false }
        return (0...source.count - wanted.count).contains { source[$0...].starts(with: wanted) }
    }
}
