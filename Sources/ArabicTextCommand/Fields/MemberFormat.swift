#if CommandLineTool
    import ArabicText

    /// A string in a JSON object, which is the line.
    struct MemberFormat: FieldFormat {
        private let policy: IllFormedPolicy
        private var scanner: JSONScanner
        /// The comma, key and colon of a new member that takes the result; nil where the result replaces the string.
        private let newMember: [UInt8]?
        private var writer: JSONResultWriter

        init(_ path: JSONPath, into target: String?, policy: IllFormedPolicy, gives result: StageResult) {
            self.policy = policy
            scanner = JSONScanner([path] + (target.map { [JSONPath(key: $0)] } ?? []))
            newMember = target.map { target in
                var member = [UInt8(ascii: ",")]
                member.append(room: 64) { JSONText.append(target.utf8Span.span, to: &$0) }
                return member + [UInt8(ascii: ":")]
            }
            writer = JSONResultWriter(result)
        }

        var lead: [UInt8] { newMember ?? [] }

        mutating func find(in line: Span<UInt8>, end: PartEnd) throws(LineFault) -> FieldSearch {
            do throws(LineFault) {
                try scanner.scan(line)
            } catch {
                // Of two faults the first is told.
                if end == .fault, error.offset == line.count { return .leftOut }
                throw error
            }
            if end == .fault { return .leftOut }
            if scanner.isBlank { return .stays }
            guard let source = scanner.value(0), line[source.lowerBound] == UInt8(ascii: "\"") else { return .missing }
            let text = source.lowerBound + 1..<source.upperBound - 1
            if policy == .fail, let lone = JSONText.firstLoneSurrogate(in: line.extracting(text)) {
                throw LineFault(
                    offset: text.lowerBound + lone, what: "half a pair of surrogates is no character")
            }
            if newMember == nil { return .found(FieldPlace(text: text, target: source)) }
            // The result goes into another member of the outermost object.
            if let target = scanner.value(1) { return .found(FieldPlace(text: text, target: target)) }
            let end = scanner.objectEnd
            return .found(FieldPlace(text: text, target: end..<end, isAdded: true))
        }

        mutating func write(
            _ text: Span<UInt8>, isLast: Bool, through stage: inout any LineStage,
            to output: inout ByteBuffer
        ) -> Int {
            var decoded: [UInt8] = []
            let done = JSONText.decode(text, isLast: isLast, to: &decoded)
            if policy != .fail, UTF8Validation.firstIllFormed(in: decoded.span) != nil {
                // A string of JSON is well-formed.
                let kept = decoded
                decoded = []
                decoded.append(room: kept.count) {
                    UTF8Validation.append(kept.span, illFormed: .replace, to: &$0)
                }
            }
            var processed = ByteBuffer(capacity: 2 * decoded.count)
            stage.append(text: decoded.span, isLast: isLast, into: &processed)
            processed.withSpan { writer.append($0, to: &output) }
            if isLast { writer.finish(to: &output) }
            return done
        }
    }
#endif
