/// What is done to lines of C when a function is whole.
enum CText {
    private static let width = 120

    private static func identifiers(_ line: String) -> [Substring] {
        line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    }

    /// Lines without constants that nothing reads.
    static func withoutUnusedConstants(_ lines: [String]) -> [String] {
        var used: Set<Substring> = []
        var kept: [String] = []
        for line in lines.reversed() {
            let words = identifiers(line)
            if words.first == "const", words.count > 2, !used.contains(words[2]) { continue }
            used.formUnion(words)
            kept.append(line)
        }
        return kept.reversed()
    }

    /// A line broken at spaces, so that it is no longer than others.
    static func wrapped(_ line: String) -> String {
        var (result, rest, indent) = ("", line[...], 0)
        while rest.count + indent > width, let end = rest.prefix(width - indent).lastIndex(of: " "),
            rest[..<end].contains(where: { $0 != " " })
        {
            result += String(repeating: " ", count: indent) + rest[..<end] + "\n"
            rest = rest[rest.index(after: end)...]
            indent = line.prefix { $0 == " " }.count + 4
        }
        return result + String(repeating: " ", count: indent) + rest
    }
}
