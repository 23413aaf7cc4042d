#if CommandLineTool
    import ArabicText

    extension JSONText {
        /// Appends what a string says. It stands in its quotes, and its escapes are right: ``JSONScanner`` has seen it.
        ///
        /// Gives where the first escaped surrogate stands that is no part of a pair, which is no character and becomes
        /// U+FFFD; nil where there is none.
        @discardableResult
        static func decode(_ quoted: Span<UInt8>, to bytes: inout [UInt8]) -> Int? {
            var lone: Int?
            var index = 1
            while index < quoted.count - 1 {
                let start = index
                while index < quoted.count - 1, quoted[index] != UInt8(ascii: "\\") { index += 1 }
                bytes.append(copying: quoted.extracting(start..<index))
                guard index < quoted.count - 1 else { break }
                let (scalar, length) = scalar(quoted, at: index)
                if scalar == nil { lone = lone ?? index }
                bytes.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? .init())
                index += length
            }
            return lone
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
        private static func unit(_ text: Span<UInt8>, at index: Int) -> UInt32? {
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
