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
                index = ByteScan.first(UInt8(ascii: "\\"), in: text, from: start) ?? text.count
                bytes.append(copying: text.extracting(start..<index))
                if index == text.count || !isLast && index + longestPair > text.count { break }
                let (scalar, length) = scalar(text, at: index)
                bytes.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? .init())
                index += length
            }
            return index
        }

        /// Where between the quotes of a string the first escaped surrogate stands that is no part of a pair.
        static func firstLoneSurrogate(in text: Span<UInt8>) -> Int? {
            var index = 0
            while let escape = ByteScan.first(UInt8(ascii: "\\"), in: text, from: index) {
                let (scalar, length) = scalar(text, at: escape)
                if scalar == nil { return escape }
                index = escape + length
            }
            return nil
        }

        /// Where a byte stands that is not simply one of a string, from an offset on; the length of the text where none
        /// does.
        static func endOfPlain(in text: Span<UInt8>, from start: Int) -> Int {
            var index = start
            while index + 8 <= text.count {
                // SAFETY: any eight bytes are a number.
                let word = unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
                if hasByte(of: word, below: 0x20) || hasByte(of: word ^ ones &* 0x22, below: 1)
                    || hasByte(of: word ^ ones &* 0x5C, below: 1)
                {
                    break
                }
                index += 8
            }
            while index < text.count, text[index] >= 0x20, text[index] != 0x22, text[index] != 0x5C { index += 1 }
            return index
        }

        private static let ones: UInt64 = 0x0101_0101_0101_0101

        /// Whether one of the eight bytes of a number is below a limit, which is at most 0x80.
        private static func hasByte(of word: UInt64, below limit: UInt64) -> Bool {
            (word &- ones &* limit) & ~word & (ones &* 0x80) != 0
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
