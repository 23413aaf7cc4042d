#if CommandLineTool
    import ArabicText
    import ArgumentParser

    /// The part of a line that a stage works on; the rest stays as it is.
    enum LineField: Sendable {
        /// A column between tabs; they count from 1.
        case column(Int)
        /// A member of a JSON object, and the member of the outermost object that takes the result, if another.
        case member(JSONPath, into: String?)
    }

    /// What becomes of a text.
    enum StageResult: Sendable {
        case text
        /// Pieces: tokens, terms, sentences.
        case list
    }

    /// How a stage reads and writes.
    struct LineForm: Sendable {
        /// What to do with ill-formed UTF-8.
        let policy: IllFormedPolicy
        /// The byte that ends a line, in and out.
        let lineEnd: UInt8
        /// Whether each piece of a list stands on a line, with one empty line after the last.
        var isListed = false
    }

    /// Which part of each line is worked on.
    struct FieldOptions: ParsableArguments {
        @Option(
            help: ArgumentHelp(
                "Work on this column of tab-separated lines (from 1), and copy the others as they are.",
                discussion: "The line at hand is held in memory.", valueName: "n")
        )
        var tsvColumn: Int?

        @Option(
            help: ArgumentHelp(
                "Each line is a JSON object: work on its member at this path, such as text or article.body.",
                discussion: """
                    Everything else in the object stays as it is. Pieces (tokens, terms, sentences) become an array of \
                    strings. A full stop in a key is written after a backslash. Of members with the same key the last \
                    counts. The line at hand is held in memory.
                    """,
                valueName: "path"))
        var jsonField: JSONPath?

        @Option(
            help: ArgumentHelp(
                "Put the result into this member of the object, and leave the one that is read as it is.",
                valueName: "key"))
        var jsonInto: String?

        @Flag(help: "A line without the column, or without a string at the path, is an error; else it stays as it is.")
        var strict = false

        func validate() throws {
            if let tsvColumn, tsvColumn < 1 { throw ValidationError("--tsv-column must be 1 or more.") }
            if tsvColumn != nil, jsonField != nil { throw ValidationError("Give --tsv-column or --json-field.") }
            if jsonInto != nil, jsonField == nil { throw ValidationError("--json-into goes with --json-field.") }
            if strict, field == nil { throw ValidationError("--strict goes with --tsv-column or --json-field.") }
        }

        /// Throws an error of usage where pieces are to be written in another way than a field holds.
        func validate(format: some RawRepresentable<String>) throws {
            if field != nil, format.rawValue != "text" {
                throw ValidationError("--format \(format.rawValue) does not go with --tsv-column and --json-field.")
            }
        }

        /// Nil for the whole line.
        var field: LineField? {
            if let jsonField { return .member(jsonField, into: jsonInto?.repaired) }
            return tsvColumn.map { .column($0) }
        }

        /// Runs a stage over the lines of the inputs, or over a part of each. The name is that of the pieces that it gives.
        func run<Encoding>(
            _ options: StageOptionsReading<Encoding>, gives result: StageResult = .text, named name: String = "",
            _ makeStage: @escaping @Sendable (LineForm) -> any LineStage
        ) throws {
            let form = LineForm(policy: options.policy, lineEnd: options.lineEnd)
            let runner = options.runner(counting: result == .text ? .changedLines : .items(name))
            guard let field else {
                try runner.run { _ in makeStage(form) }
                return
            }
            let tally = try runner.run { [strict] _ in
                let stage = makeStage(field.form(in: form, for: result))
                return field.stage(around: stage, of: form, gives: result, isStrict: strict)
            }
            if tally.skippedLines > 0, !options.report.quiet {
                Output.complain("lines that have no \(field) and stay as they are: \(tally.skippedLines)")
            }
        }
    }

    extension LineField: CustomStringConvertible {
        /// For messages.
        var description: String {
            switch self {
            case .column(let number): "column \(number)"
            case .member(let path, _): "string at \(path)"
            }
        }

        /// The stage that gives this field of each line to another.
        fileprivate func stage(
            around stage: any LineStage, of line: LineForm, gives result: StageResult, isStrict: Bool
        ) -> any LineStage {
            func held(_ format: some FieldFormat) -> any LineStage {
                HeldLineStage(FieldStage(format, self, around: stage, lineEnd: line.lineEnd, isStrict: isStrict))
            }
            switch self {
            case .column(let number): return held(ColumnFormat(column: number, result: result))
            case .member(let path, let target):
                return held(MemberFormat(path, into: target, policy: line.policy, gives: result))
            }
        }

        /// How the stage works that gets the field alone.
        fileprivate func form(in line: LineForm, for result: StageResult) -> LineForm {
            switch self {
            // What is ill-formed has been found before if it is a failure.
            case .column: LineForm(policy: line.policy == .fail ? .keep : line.policy, lineEnd: line.lineEnd)
            // A string of JSON is well-formed, and may hold any character: what is none ends a piece.
            case .member: LineForm(policy: .keep, lineEnd: JSONResultWriter.pieceEnd, isListed: result == .list)
            }
        }
    }
#endif
