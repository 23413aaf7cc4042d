#if CommandLineTool
    import ArabicText

    /// Reads a string of JSON as it comes.
    struct JSONStringDecoder {
        /// What may be the start of an escape.
        private var rest: [UInt8] = []

        /// Takes the next bytes between the quotes, which end between characters, and appends what they say, in well-formed
        /// UTF-8 and whole characters.
        mutating func append(_ piece: Span<UInt8>, isLast: Bool, to text: inout [UInt8]) {
            var decoded: [UInt8] = []
            rest.append(copying: piece)
            rest.removeFirst(JSONText.decode(rest.span, isLast: isLast, to: &decoded))
            if UTF8Validation.firstIllFormed(in: decoded.span) == nil {
                text.append(copying: decoded.span)
                return
            }
            text.append(room: decoded.count) { UTF8Validation.append(decoded.span, illFormed: .replace, to: &$0) }
        }
    }
#endif
