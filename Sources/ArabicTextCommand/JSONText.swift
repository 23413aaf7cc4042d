#if CommandLineTool
    import ArabicText

    /// Strings of JSON (RFC 8259) from bytes that may be anything.
    enum JSONText {
        /// Appends a string in its quotes. What is no UTF-8 becomes U+FFFD. Controls and the separators of lines
        /// (U+0000 to U+001F, U+007F to U+009F, U+2028, U+2029) are escaped, so no reader sees a line end in an object.
        static func append(_ text: Span<UInt8>, to bytes: inout ByteBuffer) {
            bytes.append(byte: UInt8(ascii: "\""))
            append(part: text, to: &bytes)
            bytes.append(byte: UInt8(ascii: "\""))
        }

        /// Appends a part of a string, which begins and ends between characters, without quotes.
        static func append(part text: Span<UInt8>, to bytes: inout ByteBuffer) {
            guard UTF8Validation.firstIllFormed(in: text) == nil else {
                var replaced = ByteBuffer(capacity: text.count)
                UTF8Validation.append(text, illFormed: .replace, to: &replaced)
                replaced.withSpan { appendWellFormed($0, to: &bytes) }
                return
            }
            appendWellFormed(text, to: &bytes)
        }

        /// Appends what stands between the quotes of a string.
        private static func appendWellFormed(_ text: Span<UInt8>, to bytes: inout ByteBuffer) {
            /// Where the bytes start that stand as they are and have not been copied.
            var start = 0
            var index = 0
            while index < text.count {
                // Most bytes are no matter for an escape.
                if isPlain[Int(text[index])] {
                    index += 1
                    continue
                }
                guard let (escape, length) = escape(text, at: index) else {
                    index += 1
                    continue
                }
                bytes.append(copying: text.extracting(start..<index))
                bytes.append(escape)
                index += length
                start = index
            }
            bytes.append(copying: text.extracting(start...))
        }

        /// By byte: whether no character that begins with it has an escape.
        private static let isPlain: [Bool] = (0..<256).map { byte in
            switch UInt8(byte) {
            case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F, 0xC2, 0xE2: false
            default: true
            }
        }

        /// What stands for the character at an offset, and how many bytes the character has; nil for one that stays.
        private static func escape(_ text: Span<UInt8>, at index: Int) -> (escape: String, length: Int)? {
            switch text[index] {
            case UInt8(ascii: "\""): return ("\\\"", 1)
            case UInt8(ascii: "\\"): return ("\\\\", 1)
            case 0x08: return ("\\b", 1)
            case 0x09: return ("\\t", 1)
            case 0x0A: return ("\\n", 1)
            case 0x0C: return ("\\f", 1)
            case 0x0D: return ("\\r", 1)
            case 0..<0x20, 0x7F: return (codePoint(text[index]), 1)
            // Whole sequences, since the text is well-formed.
            case 0xC2 where text[index + 1] < 0xA0: return (codePoint(text[index + 1]), 2)
            case 0xE2 where text[index + 1] == 0x80 && text[index + 2] == 0xA8: return ("\\u2028", 3)
            case 0xE2 where text[index + 1] == 0x80 && text[index + 2] == 0xA9: return ("\\u2029", 3)
            default: return nil
            }
        }

        private static func codePoint(_ byte: UInt8) -> String {
            (byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16)
        }
    }
#endif
