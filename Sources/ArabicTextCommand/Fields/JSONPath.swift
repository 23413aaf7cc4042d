#if CommandLineTool
    import ArabicText
    import ArgumentParser

    /// The keys that lead to a member from the outermost object, as an argument: joined by full stops, and a full stop
    /// or a backslash inside a key after a backslash.
    struct JSONPath: ExpressibleByArgument, CustomStringConvertible, Sendable {
        /// At least one, in UTF-8.
        let keys: [[UInt8]]

        /// The path of a member of the outermost object.
        init(key: String) { keys = [Array(key.utf8)] }

        init?(argument: String) {
            var keys: [[UInt8]] = [[]]
            var isEscaped = false
            for byte in argument.systemBytes {
                switch byte {
                case UInt8(ascii: "\\") where !isEscaped: isEscaped = true
                case UInt8(ascii: ".") where !isEscaped: keys.append([])
                default:
                    keys[keys.count - 1].append(byte)
                    isEscaped = false
                }
            }
            if isEscaped || keys.contains([]) { return nil }
            self.keys = keys
        }

        /// As a user writes it.
        var description: String {
            let keys = keys.map { key in
                key.flatMap { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: ".") ? [UInt8(ascii: "\\"), $0] : [$0] }
            }
            return String(systemBytes: Array(keys.joined(separator: [UInt8(ascii: ".")])).span)
        }

        /// Whether a key, as it stands between its quotes, is one of the path's.
        func hasKey(_ text: Span<UInt8>, at depth: Int) -> Bool {
            guard depth < keys.count else { return false }
            let key = keys[depth]
            // No escape makes a key shorter, and none makes it longer than this.
            if text.count < key.count || text.count > key.count * JSONText.longestEscape { return false }
            if ByteScan.first(UInt8(ascii: "\\"), in: text) == nil { return text.hasSameBytes(as: key.span) }
            var bytes: [UInt8] = []
            JSONText.decode(text, isLast: true, to: &bytes)
            return bytes == key
        }
    }
#endif
