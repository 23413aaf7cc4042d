#if CommandLineTool
    import ArabicText

    /// A text that is no JSON, or none that is read.
    struct JSONSyntaxError: Error, Equatable {
        /// Where the byte is that cannot stand there; the length of the text where that ends too early.
        let offset: Int
        var reason = "this is no JSON"
    }

    /// Reads one JSON text (RFC 8259), as it comes, and notes where the values of some members stand, so that one can be
    /// replaced while every other byte stays.
    ///
    /// Strict, in one pass, in memory that the length of the text does not change, and without recursion. Strings are checked
    /// for their escapes, not for UTF-8, which is a matter of the input. Of members with the same key the last counts, as
    /// most readers have it.
    struct JSONScanner {
        /// A value that was looked for.
        struct Value: Equatable {
            let range: Range<Int>
            let isString: Bool
            /// Where in a string the first escaped surrogate stands that is no part of a pair.
            let loneSurrogate: Int?
        }

        /// Arrays and objects in one another: RFC 8259 allows a limit.
        static let deepest = 1_000_000

        /// The values at the paths, in the order of the paths.
        private(set) var values: [Value?] = []
        /// Where the closing brace of the outermost object stands; nil where the text is no object.
        private(set) var objectEnd: Int?
        /// Whether the outermost object has members.
        private(set) var hasMembers = false
        /// How many bytes have been read.
        private(set) var count = 0
        /// Whether there is nothing but white space so far.
        private(set) var isBlank = true

        private let paths: [JSONPath]
        private var searches: [Search] = []
        /// What is open, from the outside in: true is an object, false an array.
        private var open: [Bool] = []
        private var state = State.value
        private var key = Key()
        private var surrogates = JSONSurrogates()

        /// What comes next, or what is being read.
        private enum State {
            case value
            /// The first value of an array, or its end; the first key of an object, or its end.
            case firstValue, firstKey
            case key, colon
            /// Behind a value: a comma, or the end of what is open.
            case behind
            /// In a string: anything; the letter of an escape; so many hexadecimal digits, behind others of some value.
            case string, escape, digits(Int, value: UInt32)
            case word(StaticString, at: Int)
            case number(JSONNumber)
        }

        /// How far the way to one member has come.
        private struct Search {
            /// How many of the open objects, from the outermost, are on the way.
            var depth = 0
            /// Whether the value that comes next is on the way.
            var isNext = false
            /// Where the value starts that was looked for, while it is read, and whether it is a string.
            var start: Int?
            var isString = false
        }

        /// Looks for members, each by the keys that lead to it from the outermost object.
        init(_ paths: [JSONPath]) {
            self.paths = paths
            key.longest = JSONText.longestEscape * (paths.flatMap(\.keys).map(\.count).max() ?? 0) + 2
            start()
        }

        /// Goes to the start of another text.
        mutating func start() {
            values = Array(repeating: nil, count: paths.count)
            searches = Array(repeating: Search(isNext: true), count: paths.count)
            (objectEnd, hasMembers, count, isBlank, state) = (nil, false, 0, true, .value)
            open.removeAll(keepingCapacity: true)
        }

        /// Reads the next bytes. Linear in their number.
        mutating func append(_ part: Span<UInt8>) throws(JSONSyntaxError) {
            let base = count
            var index = 0
            while index < part.count {
                switch state {
                case .string:
                    let end = endOfPlain(in: part, from: index)
                    key.append(part.extracting(index..<min(end + 1, part.count)))
                    index = end
                    count = base + index
                    if index == part.count { break }
                    // Most escapes of most texts; one that is not whole goes byte by byte.
                    if let unit = JSONText.unit(part, at: index) {
                        surrogates.add(unit, at: count)
                        key.append(part.extracting(index + 1..<index + JSONText.longestEscape))
                        index += JSONText.longestEscape
                    } else {
                        try takeInString(part[index])
                        index += 1
                    }
                default:
                    count = base + index
                    if case .number(let number) = state, !(try goesOn(number, with: part[index])) {
                        endValue(at: count)
                        continue
                    }
                    try take(part[index])
                    index += 1
                }
            }
            count = base + part.count
        }

        /// The text is at its end.
        mutating func finish() throws(JSONSyntaxError) {
            // A number has no end of its own.
            if case .number(let number) = state, !(try goesOn(number, with: 0)) { endValue(at: count) }
            guard case .behind = state, open.isEmpty else { throw JSONSyntaxError(offset: count) }
        }

        private func unexpected() -> JSONSyntaxError { JSONSyntaxError(offset: count) }

        /// Takes a byte outside a string and a number, or one inside an escape.
        private mutating func take(_ byte: UInt8) throws(JSONSyntaxError) {
            switch state {
            case .escape: return try takeEscape(byte)
            case .digits(let left, let value): return try takeDigit(byte, left, value)
            case .word(let word, let index): return try takeWord(byte, word, index)
            case .number: return
            default: break
            }
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0D: return
            default: isBlank = false
            }
            switch (state, byte) {
            case (.firstKey, UInt8(ascii: "}")), (.firstValue, UInt8(ascii: "]")): close()
            case (.firstKey, UInt8(ascii: "\"")), (.key, UInt8(ascii: "\"")): startKey()
            case (.colon, UInt8(ascii: ":")): state = .value
            case (.behind, UInt8(ascii: ",")):
                guard let isObject = open.last else { throw unexpected() }
                state = isObject ? .key : .value
            case (.behind, UInt8(ascii: "}")):
                if open.last != true { throw unexpected() }
                close()
            case (.behind, UInt8(ascii: "]")):
                if open.last != false { throw unexpected() }
                close()
            case (.value, _), (.firstValue, _): try startValue(byte)
            default: throw unexpected()
            }
        }
    }

    // Keys and values.
    extension JSONScanner {
        /// A key while it is read, in its quotes, as far as it may be one of those that are looked for.
        private struct Key {
            var isRead = false
            var isKept = false
            var longest = 0
            private(set) var bytes: [UInt8] = []

            mutating func start(isKept: Bool) {
                (isRead, self.isKept) = (true, isKept)
                bytes.removeAll(keepingCapacity: true)
            }

            @inline(__always)
            mutating func append(_ more: Span<UInt8>) {
                if !isRead || !isKept { return }
                if bytes.count + more.count > longest { isKept = false } else { bytes.append(copying: more) }
            }

            @inline(__always)
            mutating func append(_ byte: UInt8) {
                if !isRead { return }
                let bytes: InlineArray<1, UInt8> = [byte]
                append(bytes.span)
            }
        }

        private mutating func startKey() {
            if open.count == 1 { hasMembers = true }
            key.start(isKept: searches.contains { $0.depth == open.count })
            key.append(UInt8(ascii: "\""))
            state = .string
        }

        private mutating func endKey() {
            key.isRead = false
            state = .colon
            if !key.isKept { return }
            for (number, path) in paths.enumerated() where searches[number].depth == open.count {
                guard path.hasKey(key.bytes.span, at: open.count - 1) else { continue }
                values[number] = nil
                searches[number].isNext = true
            }
        }

        private mutating func startValue(_ first: UInt8) throws(JSONSyntaxError) {
            for (number, path) in paths.enumerated() where searches[number].isNext {
                searches[number].isNext = false
                if searches[number].depth == path.keys.count {
                    searches[number].start = count
                    searches[number].isString = first == UInt8(ascii: "\"")
                } else if first == UInt8(ascii: "{") {
                    searches[number].depth += 1
                }
            }
            switch first {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                if open.count == Self.deepest {
                    throw JSONSyntaxError(offset: count, reason: "this is nested more than \(Self.deepest) deep")
                }
                open.append(first == UInt8(ascii: "{"))
                state = first == UInt8(ascii: "{") ? .firstKey : .firstValue
            case UInt8(ascii: "\""):
                surrogates = JSONSurrogates()
                state = .string
            case UInt8(ascii: "t"): state = .word("true", at: 1)
            case UInt8(ascii: "f"): state = .word("false", at: 1)
            case UInt8(ascii: "n"): state = .word("null", at: 1)
            case UInt8(ascii: "-"): state = .number(.minus)
            case UInt8(ascii: "0"): state = .number(.zero)
            case UInt8(ascii: "1")...UInt8(ascii: "9"): state = .number(.digits)
            default: throw unexpected()
            }
        }

        private mutating func close() {
            if open.count == 1 && open[0] { objectEnd = count }
            open.removeLast()
            for number in searches.indices { searches[number].depth = min(searches[number].depth, open.count) }
            endValue(at: count + 1)
        }

        private mutating func endValue(at end: Int) {
            state = .behind
            for (number, path) in paths.enumerated() where open.count == path.keys.count {
                guard let start = searches[number].start else { continue }
                searches[number].start = nil
                let isString = searches[number].isString
                values[number] = Value(
                    range: start..<end, isString: isString, loneSurrogate: isString ? surrogates.lone : nil)
            }
        }
    }

    // Strings, words and numbers.
    extension JSONScanner {
        /// Where the next byte stands that is not simply one of a string.
        private func endOfPlain(in part: Span<UInt8>, from start: Int) -> Int {
            var index = start
            while index < part.count {
                let byte = part[index]
                if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
                index += 1
            }
            return index
        }

        private mutating func takeInString(_ byte: UInt8) throws(JSONSyntaxError) {
            switch byte {
            case UInt8(ascii: "\"") where key.isRead: endKey()
            case UInt8(ascii: "\""):
                surrogates.endString()
                endValue(at: count + 1)
            case UInt8(ascii: "\\"): state = .escape
            default: throw unexpected()
            }
        }

        private mutating func takeEscape(_ byte: UInt8) throws(JSONSyntaxError) {
            switch byte {
            case UInt8(ascii: "u"):
                state = .digits(4, value: 0)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
                UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
                state = .string
            default: throw unexpected()
            }
            key.append(byte)
        }

        private mutating func takeDigit(_ byte: UInt8, _ left: Int, _ value: UInt32) throws(JSONSyntaxError) {
            guard let digit = JSONText.hexadecimal(byte) else { throw unexpected() }
            key.append(byte)
            let value = value << 4 | digit
            state = left > 1 ? .digits(left - 1, value: value) : .string
            if left == 1 { surrogates.add(value, at: count - JSONText.longestEscape + 1) }
        }

        private mutating func takeWord(
            _ byte: UInt8, _ word: StaticString, _ index: Int
        ) throws(JSONSyntaxError) {
            let letters = "\(word)".utf8
            guard letters.dropFirst(index).first == byte else { throw unexpected() }
            state = .word(word, at: index + 1)
            if index + 1 == letters.count { endValue(at: count + 1) }
        }

        /// Whether a number goes on with a byte, which is taken then.
        private mutating func goesOn(_ number: JSONNumber, with byte: UInt8) throws(JSONSyntaxError) -> Bool {
            if let next = number.next(byte) {
                state = .number(next)
                return true
            }
            if !number.isComplete { throw unexpected() }
            return false
        }
    }
#endif
