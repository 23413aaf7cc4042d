#if CommandLineTool
    import ArabicText

    /// Reads one JSON text (RFC 8259), and notes where the values of some members stand, so that one can be replaced
    /// while every other byte stays.
    ///
    /// Strict, in one pass and without recursion. Strings are checked for their escapes, not for UTF-8, which is a
    /// matter of the input. Of members with the same key the last counts, as most readers have it.
    struct JSONScanner {
        /// Arrays and objects in one another: RFC 8259 allows a limit.
        static let deepest = 1_000_000

        /// Where the closing brace of the outermost object stands, if the text is one.
        private(set) var objectEnd = 0
        /// Whether there is nothing but white space.
        private(set) var isBlank = true

        private var searches: [Search]
        /// What is open, from the outside in: true is an object, false an array.
        private var open: [Bool] = []
        /// The byte that is read next.
        private var index = 0

        /// What may come next.
        private enum Expected {
            case value
            /// The first value of an array, or its end; the first key of an object, or its end.
            case firstValue, firstKey
            case key
            /// Behind a value: a comma, or the end of what is open.
            case behind
        }

        /// How far the way to one member has come.
        private struct Search {
            let path: JSONPath
            /// How many of the open objects, from the outermost, are on the way.
            var depth = 0
            /// Whether the value that comes next is on the way.
            var isNext = true
            /// Where the value starts that was looked for, while it is read.
            var start: Int?
            var value: Range<Int>?
        }

        /// Looks for members, each by the keys that lead to it from the outermost object.
        init(_ paths: [JSONPath]) { searches = paths.map { Search(path: $0) } }

        /// Where the value at a path stands, by the number of the path; nil where there is none.
        func value(_ number: Int) -> Range<Int>? { searches[number].value }

        /// Reads a text. Throws where the byte is that cannot stand there. Linear in the text.
        mutating func scan(_ text: Span<UInt8>) throws(LineFault) {
            start()
            var expected = Expected.value
            while let byte = nextToken(text) {
                isBlank = false
                switch (expected, byte) {
                case (.firstKey, UInt8(ascii: "}")), (.firstValue, UInt8(ascii: "]")):
                    close()
                    expected = .behind
                case (.firstKey, UInt8(ascii: "\"")), (.key, UInt8(ascii: "\"")):
                    try readKey(text)
                    expected = .value
                case (.behind, UInt8(ascii: ",")):
                    guard let isObject = open.last else { throw unexpected() }
                    index += 1
                    expected = isObject ? .key : .value
                case (.behind, UInt8(ascii: "}")):
                    if open.last != true { throw unexpected() }
                    close()
                case (.behind, UInt8(ascii: "]")):
                    if open.last != false { throw unexpected() }
                    close()
                case (.value, _), (.firstValue, _): expected = try readValue(text, byte)
                default: throw unexpected()
                }
            }
            if isBlank { return }
            guard case .behind = expected, open.isEmpty else { throw unexpected() }
        }

        private mutating func start() {
            for number in searches.indices { searches[number] = Search(path: searches[number].path) }
            (objectEnd, isBlank, index) = (0, true, 0)
            open.removeAll(keepingCapacity: true)
        }

        private func unexpected() -> LineFault { LineFault(offset: index, what: "this is no JSON") }

        /// Goes to the next byte that is not white space.
        private mutating func nextToken(_ text: Span<UInt8>) -> UInt8? {
            while index < text.count {
                switch text[index] {
                case 0x20, 0x09, 0x0A, 0x0D: index += 1
                case let byte: return byte
                }
            }
            return nil
        }
    }

    // Keys and values.
    extension JSONScanner {
        /// Reads a key and the colon behind it.
        private mutating func readKey(_ text: Span<UInt8>) throws(LineFault) {
            let start = index
            try readString(text)
            let key = text.extracting(start + 1..<index - 1)
            for number in searches.indices where searches[number].depth == open.count {
                guard searches[number].path.hasKey(key, at: open.count - 1) else { continue }
                searches[number].value = nil
                searches[number].isNext = true
            }
            guard nextToken(text) == UInt8(ascii: ":") else { throw unexpected() }
            index += 1
        }

        /// Reads a value, or what begins an array or an object.
        private mutating func readValue(_ text: Span<UInt8>, _ first: UInt8) throws(LineFault)
            -> Expected
        {
            for number in searches.indices where searches[number].isNext {
                searches[number].isNext = false
                if searches[number].depth == searches[number].path.keys.count {
                    searches[number].start = index
                } else if first == UInt8(ascii: "{") {
                    searches[number].depth += 1
                }
            }
            switch first {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                if open.count == Self.deepest {
                    throw LineFault(offset: index, what: "this is nested more than \(Self.deepest) deep")
                }
                open.append(first == UInt8(ascii: "{"))
                index += 1
                return first == UInt8(ascii: "{") ? .firstKey : .firstValue
            case UInt8(ascii: "\""): try readString(text)
            case UInt8(ascii: "t"): try readWord(text, "true")
            case UInt8(ascii: "f"): try readWord(text, "false")
            case UInt8(ascii: "n"): try readWord(text, "null")
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try readNumber(text)
            default: throw unexpected()
            }
            endValue()
            return .behind
        }

        /// Ends an array or an object.
        private mutating func close() {
            if open.count == 1 { objectEnd = index }
            open.removeLast()
            index += 1
            for number in searches.indices {
                searches[number].depth = min(searches[number].depth, open.count)
            }
            endValue()
        }

        private mutating func endValue() {
            for number in searches.indices where open.count == searches[number].path.keys.count {
                guard let start = searches[number].start else { continue }
                searches[number].start = nil
                searches[number].value = start..<index
            }
        }
    }

    // Strings, words and numbers.
    extension JSONScanner {
        private mutating func readString(_ text: Span<UInt8>) throws(LineFault) {
            index += 1
            while true {
                index = JSONText.endOfPlain(in: text, from: index)
                if index == text.count { throw unexpected() }
                switch text[index] {
                case UInt8(ascii: "\""):
                    index += 1
                    return
                case UInt8(ascii: "\\"): try readEscape(text)
                default: throw unexpected()
                }
            }
        }

        private mutating func readEscape(_ text: Span<UInt8>) throws(LineFault) {
            index += 1
            switch peek(text) {
            case UInt8(ascii: "u"):
                for _ in 0..<4 {
                    index += 1
                    guard let digit = peek(text), JSONText.hexadecimal(digit) != nil else {
                        throw unexpected()
                    }
                }
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
                UInt8(ascii: "f"),
                UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
                break
            default: throw unexpected()
            }
            index += 1
        }

        private mutating func readWord(_ text: Span<UInt8>, _ word: String) throws(LineFault) {
            for letter in word.utf8 {
                if peek(text) != letter { throw unexpected() }
                index += 1
            }
        }

        private mutating func readNumber(_ text: Span<UInt8>) throws(LineFault) {
            if peek(text) == UInt8(ascii: "-") { index += 1 }
            if peek(text) == UInt8(ascii: "0") { index += 1 } else { try readDigits(text) }
            if peek(text) == UInt8(ascii: ".") {
                index += 1
                try readDigits(text)
            }
            if let byte = peek(text), byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
                index += 1
                if let sign = peek(text), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
                    index += 1
                }
                try readDigits(text)
            }
        }

        /// At least one.
        private mutating func readDigits(_ text: Span<UInt8>) throws(LineFault) {
            let start = index
            while let byte = peek(text), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                index += 1
            }
            if index == start { throw unexpected() }
        }

        private func peek(_ text: Span<UInt8>) -> UInt8? { index < text.count ? text[index] : nil }
    }
#endif
