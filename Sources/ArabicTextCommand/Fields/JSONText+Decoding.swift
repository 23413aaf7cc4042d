#if CommandLineTool
    import ArabicText

    extension JSONText {
        /// How many bytes stand at most for one byte: `\u0061` for a.
        static let longestEscape = 6
        /// A pair of surrogates.
        private static let longestPair = 12

        /// Appends what the bytes between the quotes of a string say, and gives how many of them it has read: what may be the
        /// start of an escape is left unless it is the last. Escapes must be right: ``JSONScanner`` has seen them. An escaped
        /// surrogate that is no part of a pair is no character and becomes U+FFFD.
        @discardableResult
        static func decode(_ text: Span<UInt8>, isLast: Bool, to bytes: inout [UInt8]) -> Int {
            var index = 0
            while index < text.count {
                let start = index
                while index < text.count, text[index] != UInt8(ascii: "\\") { index += 1 }
                bytes.append(copying: text.extracting(start..<index))
                if index == text.count || !isLast && index + longestPair > text.count { break }
                let (scalar, length) = scalar(text, at: index)
                bytes.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? .init())
                index += length
            }
            return index
        }

        /// The character of an escape, or nil for half a pair of surrogates, and how many bytes the escape has.
        private static func scalar(_ text: Span<UInt8>, at index: Int) -> (Unicode.Scalar?, length: Int) {
            guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "u") else {
                let names = "\"\\/bfnrt".utf8
                let characters = Array("\"\\/\u{8}\u{C}\n\r\t".unicodeScalars)
                let number = zip(names, characters).first { $0.0 == text[index + 1] }
                return (number?.1, 2)
            }
            guard let unit = unit(text, at: index) else { return (nil, 2) }
            guard unit & 0xFC00 == 0xD800, let trail = self.unit(text, at: index + 6), trail & 0xFC00 == 0xDC00 else {
                return (Unicode.Scalar(unit), 6)
            }
            return (Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + trail & 0x3FF), 12)
        }

        /// The value of an escape such as \u0628; nil where none stands.
        static func unit(_ text: Span<UInt8>, at index: Int) -> UInt32? {
            guard index + 6 <= text.count, text[index] == UInt8(ascii: "\\"), text[index + 1] == UInt8(ascii: "u")
            else {
                return nil
            }
            var value: UInt32 = 0
            for place in index + 2..<index + 6 {
                guard let digit = hexadecimal(text[place]) else { return nil }
                value = value << 4 | digit
            }
            return value
        }

        /// The value of a hexadecimal digit.
        static func hexadecimal(_ byte: UInt8) -> UInt32? {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
            default: nil
            }
        }
    }
#endif
