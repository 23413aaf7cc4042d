#if CommandLineTool
    import ArabicText

    /// A column between tabs.
    struct ColumnFormat: FieldFormat {
        /// From 1.
        let column: Int
        let result: StageResult
        /// A column is never added.
        var lead: [UInt8] { [] }

        func find(in line: Span<UInt8>, end: PartEnd) -> FieldSearch {
            // A return at the end of a line belongs to that.
            let isReturned = !line.isEmpty && line[line.count - 1] == 0x0D
            let columns = line.extracting(..<(isReturned ? line.count - 1 : line.count))
            var start = 0
            for _ in 1..<column {
                guard let tab = ByteScan.first(0x09, in: columns, from: start) else {
                    return end == .fault ? .stays : .missing
                }
                start = tab + 1
            }
            let end = ByteScan.first(0x09, in: columns, from: start) ?? columns.count
            return .found(FieldPlace(text: start..<end, target: start..<end))
        }

        func write(
            _ text: Span<UInt8>, isLast: Bool, through stage: inout any LineStage,
            to output: inout ByteBuffer
        ) -> Int {
            stage.append(text: text, isLast: isLast, into: &output)
            // A stage that gives a list ends it as a line.
            if isLast, result == .list { output.truncate(to: output.count - 1) }
            return text.count
        }
    }
#endif
