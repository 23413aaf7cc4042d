#if CommandLineTool
    import ArabicText
    import ArgumentParser

    /// What offsets count.
    struct OffsetOptions: ParsableArguments {
        enum Unit: String, ExpressibleByArgument, CaseIterable {
            case utf8
            case utf16
            case scalars
        }

        @Option(help: "What the offsets of tsv and json count: utf8 (bytes), utf16 (units) or scalars.")
        var offsets: Unit = .utf8
    }

    /// Writes pieces of lines with their places: as tab-separated values (line, start, end, kind, source, term), or as a
    /// JSON object a line.
    struct TokenTable {
        enum Form {
            case tsv
            case json
        }

        let policy: IllFormedPolicy
        private let form: Form
        private let unit: OffsetOptions.Unit
        private let lineEnd: UInt8
        private var counter = OffsetCounter()
        private var isFirst = true

        init(_ form: Form, _ unit: OffsetOptions.Unit, illFormed policy: IllFormedPolicy, lineEnd: UInt8) {
            self.form = form
            self.lineEnd = lineEnd
            self.unit = unit
            self.policy = policy
        }

        /// Writes a piece. Ranges of one line never go back. The position is for JSON alone. Of the line there is the part
        /// from an offset on.
        mutating func write(
            _ term: Span<UInt8>, range: Range<Int>, kind: String, position: Int? = nil, in part: Span<UInt8>,
            from offset: Int, number: Int, to bytes: inout ByteBuffer
        ) {
            startRow(
                range, kind: kind, position: position, in: part, from: offset, number: number, to: &bytes)
            write(part: part.extracting(range.lowerBound - offset..<range.upperBound - offset), to: &bytes)
            startTerm(&bytes)
            write(part: term, to: &bytes)
            endRow(&bytes)
        }

        // MARK: A row, piece by piece

        /// Writes what stands before the source.
        mutating func startRow(
            _ range: Range<Int>, kind: String, position: Int? = nil, in part: Span<UInt8>, from offset: Int,
            number: Int, to bytes: inout ByteBuffer
        ) {
            let start = counter.count(to: range.lowerBound, in: part, from: offset, unit)
            let end = counter.peek(to: range.upperBound, in: part, from: offset, unit)
            switch form {
            case .tsv:
                bytes.append(decimal: number)
                bytes.append(byte: 0x09)
                bytes.append(decimal: start)
                bytes.append(byte: 0x09)
                bytes.append(decimal: end)
                bytes.append(byte: 0x09)
                bytes.append(kind)
                bytes.append(byte: 0x09)
            case .json:
                if isFirst { startObject(number, to: &bytes) } else { bytes.append(byte: UInt8(ascii: ",")) }
                bytes.append(literal: "{\"start\":")
                bytes.append(decimal: start)
                bytes.append(literal: ",\"end\":")
                bytes.append(decimal: end)
                bytes.append(literal: ",\"kind\":\"")
                bytes.append(kind)
                bytes.append(byte: UInt8(ascii: "\""))
                if let position {
                    bytes.append(literal: ",\"position\":")
                    bytes.append(decimal: position)
                }
                bytes.append(literal: ",\"source\":\"")
            }
            isFirst = false
        }

        /// Writes a part of the source or the term, which begins and ends between characters.
        func write(part: Span<UInt8>, to bytes: inout ByteBuffer) {
            switch form {
            case .tsv: appendEscaped(part, to: &bytes)
            case .json: JSONText.append(part: part, to: &bytes)
            }
        }

        /// Writes what stands between the source and the term.
        func startTerm(_ bytes: inout ByteBuffer) {
            switch form {
            case .tsv: bytes.append(byte: 0x09)
            case .json: bytes.append(literal: "\",\"term\":\"")
            }
        }

        /// Writes what stands behind the term.
        func endRow(_ bytes: inout ByteBuffer) {
            switch form {
            case .tsv: bytes.append(byte: lineEnd)
            case .json: bytes.append(literal: "\"}")
            }
        }

        /// The line goes on after a part.
        mutating func endPart(_ part: Span<UInt8>, from offset: Int) {
            _ = counter.count(to: offset + part.count, in: part, from: offset, unit)
        }

        /// Ends an input line.
        mutating func endLine(_ number: Int, to bytes: inout ByteBuffer) {
            if form == .json {
                if isFirst { startObject(number, to: &bytes) }
                bytes.append("]}")
                bytes.append(byte: lineEnd)
            }
            counter = OffsetCounter()
            isFirst = true
        }

        private func startObject(_ number: Int, to bytes: inout ByteBuffer) {
            bytes.append("{\"line\":\(number),\"tokens\":[")
        }

        private func appendEscaped(_ text: Span<UInt8>, to bytes: inout ByteBuffer) {
            var start = 0
            for index in 0..<text.count {
                let escape: String
                switch text[index] {
                case 0x09: escape = "\\t"
                case 0x0A: escape = "\\n"
                case 0x0D: escape = "\\r"
                case 0x5C: escape = "\\\\"
                default: continue
                }
                UTF8Validation.append(text.extracting(start..<index), illFormed: policy, to: &bytes)
                bytes.append(escape)
                start = index + 1
            }
            UTF8Validation.append(text.extracting(start...), illFormed: policy, to: &bytes)
        }
    }

    /// Turns byte offsets of one line into other units, from left to right.
    private struct OffsetCounter {
        private var byte = 0
        private var units = 0

        /// The offset in the wanted units; later calls count on from here.
        mutating func count(
            to offset: Int, in part: Span<UInt8>, from start: Int, _ unit: OffsetOptions.Unit
        ) -> Int {
            units = peek(to: offset, in: part, from: start, unit)
            byte = offset
            return units
        }

        func peek(to offset: Int, in part: Span<UInt8>, from start: Int, _ unit: OffsetOptions.Unit) -> Int {
            switch unit {
            case .utf8: offset
            case .utf16: units + UTF8Validation.units(in: part.extracting(byte - start..<offset - start)).utf16
            case .scalars: units + UTF8Validation.units(in: part.extracting(byte - start..<offset - start)).scalars
            }
        }
    }
#endif
