#if CommandLineTool
    import ArabicText

    /// A text that is no JSON.
    struct JSONSyntaxError: Error, Equatable {
        /// Where the byte is that cannot stand there; the length of the text where that ends too early.
        let offset: Int
    }

    /// Reads one JSON text (RFC 8259) from end to end and notes where the values of some members stand, so that one
    /// can be replaced while every other byte stays.
    ///
    /// Strict, in one pass, and without recursion, so that no depth is too deep. Strings are checked for their escapes,
    /// not for UTF-8, which is a matter of the input. Of members with the same key the last counts, as most readers have
    /// it.
    struct JSONScanner {
        /// A value that was looked for.
        struct Value: Equatable {
            let range: Range<Int>
            let isString: Bool
        }

        /// The values at the paths, in the order of the paths.
        private(set) var values: [Value?] = []
        /// Where the closing brace of the outermost object stands; nil where the text is no object.
        private(set) var objectEnd: Int?
        /// Whether the outermost object has members.
        private(set) var hasMembers = false

        private let paths: [JSONPath]
        private var searches: [Search] = []
        /// What is open, from the outside in: true is an object, false an array.
        private var open: [Bool] = []
        /// Whether nothing has been read yet of what is open.
        private var isFirst = true
        private var index = 0

        /// How far the way to one member has come.
        private struct Search {
            /// How many of the open objects, from the outermost, are on the way.
            var depth = 0
            /// Whether the value that comes next is on the way.
            var isNext = false
            /// Where the value starts that was looked for, while it is read.
            var start: Int?
        }

        /// Looks for members, each by the keys that lead to it from the outermost object.
        init(_ paths: [JSONPath]) { self.paths = paths }

        /// Reads a text. Linear in its length.
        mutating func scan(_ text: Span<UInt8>) throws(JSONSyntaxError) {
            values = Array(repeating: nil, count: paths.count)
            searches = Array(repeating: Search(), count: paths.count)
            (objectEnd, hasMembers, index) = (nil, false, 0)
            open.removeAll(keepingCapacity: true)
            for search in searches.indices { searches[search].isNext = true }
            skipSpace(text)
            try readValue(text)
            while let isObject = open.last {
                skipSpace(text)
                if peek(text) == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                    close(text)
                    continue
                }
                if !isFirst {
                    try expect(UInt8(ascii: ","), text)
                    skipSpace(text)
                }
                if isObject { try readKey(text) }
                try readValue(text)
            }
            skipSpace(text)
            if index < text.count { throw JSONSyntaxError(offset: index) }
        }

        private mutating func readKey(_ text: Span<UInt8>) throws(JSONSyntaxError) {
            let start = index
            try readString(text)
            let key = text.extracting(start..<index)
            if open.count == 1 { hasMembers = true }
            for (number, path) in paths.enumerated() where searches[number].depth == open.count {
                guard path.hasKey(key, at: open.count - 1) else { continue }
                values[number] = nil
                searches[number].isNext = true
            }
            skipSpace(text)
            try expect(UInt8(ascii: ":"), text)
            skipSpace(text)
        }

        private mutating func readValue(_ text: Span<UInt8>) throws(JSONSyntaxError) {
            let start = index
            let first = peek(text)
            for (number, path) in paths.enumerated() where searches[number].isNext {
                searches[number].isNext = false
                if searches[number].depth == path.keys.count {
                    searches[number].start = start
                } else if first == UInt8(ascii: "{") {
                    searches[number].depth += 1
                }
            }
            switch first {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                open.append(first == UInt8(ascii: "{"))
                isFirst = true
                index += 1
                return
            case UInt8(ascii: "\""): try readString(text)
            case UInt8(ascii: "t"): try read("true", text)
            case UInt8(ascii: "f"): try read("false", text)
            case UInt8(ascii: "n"): try read("null", text)
            default: try readNumber(text)
            }
            endValue(text)
        }

        private mutating func close(_ text: Span<UInt8>) {
            if open.count == 1 && open[0] { objectEnd = index }
            open.removeLast()
            index += 1
            for number in searches.indices { searches[number].depth = min(searches[number].depth, open.count) }
            endValue(text)
        }

        private mutating func endValue(_ text: Span<UInt8>) {
            isFirst = false
            for (number, path) in paths.enumerated() where open.count == path.keys.count {
                guard let start = searches[number].start else { continue }
                searches[number].start = nil
                values[number] = Value(range: start..<index, isString: text[start] == UInt8(ascii: "\""))
            }
        }
    }

    // What a text is made of.
    extension JSONScanner {
        /// The byte that comes next; 0, which may stand nowhere outside a string, at the end.
        private func peek(_ text: Span<UInt8>) -> UInt8 { index < text.count ? text[index] : 0 }

        private mutating func skipSpace(_ text: Span<UInt8>) {
            while index < text.count, [0x20, 0x09, 0x0A, 0x0D].contains(text[index]) { index += 1 }
        }

        private mutating func expect(_ byte: UInt8, _ text: Span<UInt8>) throws(JSONSyntaxError) {
            if peek(text) != byte { throw JSONSyntaxError(offset: index) }
            index += 1
        }

        private mutating func read(_ word: StaticString, _ text: Span<UInt8>) throws(JSONSyntaxError) {
            for byte in "\(word)".utf8 { try expect(byte, text) }
        }

        /// A string in its quotes.
        private mutating func readString(_ text: Span<UInt8>) throws(JSONSyntaxError) {
            try expect(UInt8(ascii: "\""), text)
            while index < text.count {
                let byte = text[index]
                index += 1
                if byte == UInt8(ascii: "\"") { return }
                if byte == UInt8(ascii: "\\") { try readEscape(text) }
                if byte < 0x20 { throw JSONSyntaxError(offset: index - 1) }
            }
            throw JSONSyntaxError(offset: index)
        }

        private mutating func readEscape(_ text: Span<UInt8>) throws(JSONSyntaxError) {
            let byte = peek(text)
            guard "\"\\/bfnrtu".utf8.contains(byte) else { throw JSONSyntaxError(offset: index) }
            index += 1
            guard byte == UInt8(ascii: "u") else { return }
            for _ in 0..<4 {
                if JSONText.hexadecimal(peek(text)) == nil { throw JSONSyntaxError(offset: index) }
                index += 1
            }
        }

        private mutating func readNumber(_ text: Span<UInt8>) throws(JSONSyntaxError) {
            if peek(text) == UInt8(ascii: "-") { index += 1 }
            if peek(text) == UInt8(ascii: "0") { index += 1 } else { try readDigits(text) }
            if peek(text) == UInt8(ascii: ".") {
                index += 1
                try readDigits(text)
            }
            guard [UInt8(ascii: "e"), UInt8(ascii: "E")].contains(peek(text)) else { return }
            index += 1
            if [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(peek(text)) { index += 1 }
            try readDigits(text)
        }

        private mutating func readDigits(_ text: Span<UInt8>) throws(JSONSyntaxError) {
            let start = index
            while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(peek(text)) { index += 1 }
            if index == start { throw JSONSyntaxError(offset: index) }
        }
    }
#endif
