#if CommandLineTool
    import ArabicText
    import ArgumentParser
    import BenchmarkStages

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    struct BenchCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "bench", abstract: "Measure how fast each stage is on your own text.",
            discussion: """
                Runs every stage over the text in memory, on one thread, and prints for each the words or terms that \
                it found ("-" or, in JSON, 0 where it counts none), millions of bytes of UTF-8 a second, and the ratio \
                to memcpy. Beside them stand memcpy and ICU doing the same work: icu-nfc and icu-nfkc \
                (normalizeUTF8), icu-words (its word iterator on UTF-16). Stemmers get words that are already cut and \
                normalised; their speed, too, is over the text.

                Several files are one text. A text below \(BenchmarkRun.smallText / 1_000_000) MB is repeated in \
                memory up to about that size, so that the clock's steps do not rule; the numbers of bytes and tokens are \
                those of the text itself. The stages take turns, one pass each in a round, so that a slow phase of the \
                machine meets all alike (a stage that needs less than 40 ms goes over the text several times in its \
                turn), and the median of a stage's passes counts. Compare within one run only.

                EXAMPLES
                  arabictext bench article.txt
                  arabictext bench --stage normalize --stage icu-nfkc --passes 15 < corpus.txt
                  arabictext bench --stage 'analyze search' --json corpus/*.txt
                """)

        @Option(
            help: ArgumentHelp(
                "Only this stage and memcpy: a name for all its profiles, or name and profile. May be given several times.",
                valueName: "name"))
        var stage: [Choice<StageSelection>] = []

        @Option(help: "How often each stage runs over the text, at least \(BenchmarkRun.fewestPasses).")
        var passes = BenchmarkRun.fewestPasses

        @Flag(help: "Print JSON: an object with files, bytes and rows.")
        var json = false

        @OptionGroup var output: OutputOptions
        @OptionGroup var input: InputOptions<EncodingOptions>

        func validate() throws {
            if passes < BenchmarkRun.fewestPasses {
                throw ValidationError("--passes takes \(BenchmarkRun.fewestPasses) or more.")
            }
        }

        func run() throws {
            var text: [UInt8] = []
            var files: [String] = []
            try InputRunner(paths: input.paths, target: output.output, decoding: input.decoding).run { input, _ in
                text += try input.wholeText(illFormed: self.input.invalid.value)
                files.append(input.name.repaired)
            } finish: { output in
                // Nothing could be read, which has been said.
                if files.isEmpty { return }
                let report = BenchmarkReport(files: files, run: try BenchmarkRun(text, selected(), passes: passes))
                output.bytes.append(json ? try report.json() : report.table())
            }
        }

        /// The stages to measure, memcpy first: the others are compared with it.
        private func selected() -> [BenchmarkStage] {
            if stage.isEmpty { return BenchmarkStage.all }
            let names = Set(stage.flatMap { $0.value.fullNames } + [BenchmarkStage.memcpy.fullName])
            return BenchmarkStage.all.filter { names.contains($0.fullName) }
        }
    }

    /// Stages that one argument names.
    struct StageSelection: NamedChoice {
        let fullNames: [String]

        static var choices: [(name: String, value: Self)] {
            var names: [String] = []
            for stage in BenchmarkStage.all {
                if !names.contains(stage.name) { names.append(stage.name) }
                if stage.fullName != stage.name { names.append(stage.fullName) }
            }
            return names.map { name in
                let stages = BenchmarkStage.all.filter { $0.name == name || $0.fullName == name }
                return (name, StageSelection(fullNames: stages.map(\.fullName)))
            }
        }
    }

    /// Stages measured side by side on one text.
    private struct BenchmarkRun {
        struct Row {
            let stage: BenchmarkStage
            let tokens: Int
            /// Millions of bytes of UTF-8 a second.
            let speed: Double
        }

        static let fewestPasses = 5
        /// A pass over less than this is over too soon to be timed well.
        static let smallText = 4_000_000
        /// A stage that is faster than this runs several times in its turn.
        static let shortestTurn = Duration.milliseconds(40)
        /// Offsets of ICU have 32 bits.
        static let largestText = 1 << 30

        let bytes: Int
        let repeats: Int
        let passes: Int
        let rows: [Row]

        init(_ bytes: [UInt8], _ stages: [BenchmarkStage], passes: Int) throws {
            if bytes.isEmpty { throw InputError(description: "bench: the input is empty, there is nothing to measure") }
            if bytes.count > Self.largestText {
                throw InputError(description: "bench: the input is larger than 1 GiB; a part of it is enough")
            }
            self.bytes = bytes.count
            self.passes = passes
            repeats = max(1, Self.smallText / bytes.count)
            // A pass over the text itself counts its tokens.
            let once = BenchmarkText(bytes)
            let tokens = try stages.map { try $0.prepare(for: once)().tokens }
            let text = repeats == 1 ? once : BenchmarkText(Self.repeated(bytes, repeats))
            let times = try Self.times(of: stages, on: text, passes: passes)
            rows = stages.indices.map { index in
                let speed = Double(text.bytes.count) / Self.median(times[index]) / 1e6
                return Row(stage: stages[index], tokens: tokens[index], speed: speed)
            }
        }

        /// The speed of a row as a part of memcpy's, which is the first.
        func ratio(_ row: Row) -> Double { row.speed / (rows.first?.speed ?? row.speed) }

        /// A line feed goes between where the text does not end with one: words must not grow together.
        private static func repeated(_ bytes: [UInt8], _ count: Int) -> [UInt8] {
            let piece = bytes.last == 0x0A ? bytes : bytes + [0x0A]
            return Array(repeatElement(piece, count: count).joined())
        }

        /// The seconds that each stage took for the text, a number for each pass.
        private static func times(
            of stages: [BenchmarkStage], on text: BenchmarkText, passes: Int
        ) throws -> [[Double]] {
            let runs = try stages.map { try $0.prepare(for: text) }
            let clock = ContinuousClock()
            // The first round fills caches and tables and is not counted. It tells how often a turn runs the stage: a
            // fast one finds its caches full of the others' data, and a copy from memory is no copy from the cache.
            var outcomes: [BenchmarkStage.Outcome] = []
            var turns: [Int] = []
            for run in runs {
                let start = clock.now
                outcomes.append(try run())
                turns.append(max(1, Int((shortestTurn / (clock.now - start)).rounded(.up))))
            }
            var times = [[Double]](repeating: [], count: runs.count)
            for _ in 0..<passes {
                for (index, run) in runs.enumerated() {
                    let start = clock.now
                    for _ in 0..<turns[index] {
                        // Comparing the result also keeps the work from being left out.
                        if try run() != outcomes[index] {
                            throw InputError(description: "bench: \(stages[index].fullName) gives different results")
                        }
                    }
                    times[index].append((clock.now - start) / .seconds(1) / Double(turns[index]))
                }
            }
            return times
        }

        private static func median(_ times: [Double]) -> Double {
            let sorted = times.sorted()
            return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        }
    }

    /// What is printed.
    private struct BenchmarkReport {
        let files: [String]
        let run: BenchmarkRun

        private struct JSON: Encodable {
            struct Row: Encodable {
                let stage: String
                let profile: String
                let tokens: Int
                let speed: Double
                let ratio: Double

                enum CodingKeys: String, CodingKey {
                    case stage, profile, tokens
                    case speed = "mb_per_s"
                    case ratio = "ratio_to_memcpy"
                }
            }

            let files: [String]
            let bytes: Int
            let rows: [Row]
        }

        func json() throws -> String {
            let rows = run.rows.map {
                JSON.Row(
                    stage: $0.stage.name, profile: $0.stage.profile, tokens: $0.tokens,
                    speed: Self.rounded($0.speed, to: 1), ratio: Self.rounded(run.ratio($0), to: 6))
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let data = try encoder.encode(JSON(files: files, bytes: run.bytes, rows: rows))
            return String(decoding: data, as: UTF8.self) + "\n"
        }

        func table() -> String {
            var lines = [["stage", "profile", "tokens", "MB/s", "/memcpy"]]
            for row in run.rows {
                let tokens = row.stage.countsTokens ? "\(row.tokens)" : "-"
                let profile = row.stage.profile.isEmpty ? "-" : row.stage.profile
                lines.append([
                    row.stage.name, profile, tokens, Self.fixed(row.speed, digits: 1),
                    Self.fixed(run.ratio(row), digits: 4),
                ])
            }
            let widths = lines[0].indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
            var table = ""
            for line in lines {
                let cells = line.indices.map { column in
                    let space = String(repeating: " ", count: widths[column] - line[column].count)
                    // Names stand at the left, figures at the right.
                    return column < 2 ? line[column] + space : space + line[column]
                }
                table += cells.joined(separator: "  ") + "\n"
            }
            let repeated = run.repeats == 1 ? "" : ", repeated \(run.repeats) times in memory"
            return table + "\n\(run.bytes) bytes\(repeated); median of \(run.passes) passes\n"
        }

        private static func rounded(_ value: Double, to digits: Int) -> Double {
            let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
            return (value * scale).rounded() / scale
        }

        private static func fixed(_ value: Double, digits: Int) -> String {
            let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
            let units = Int((value * Double(scale)).rounded())
            let fraction = String(units % scale)
            return "\(units / scale)." + String(repeating: "0", count: digits - fraction.count) + fraction
        }
    }

    extension Input {
        /// The rest of the input, with what the policy makes of ill-formed sequences.
        fileprivate mutating func wholeText(illFormed policy: IllFormedPolicy) throws -> [UInt8] {
            let bytes = try readAll(atMost: BenchmarkRun.largestText)
            guard policy != .keep, let bad = UTF8Validation.firstIllFormed(in: bytes.span) else { return bytes }
            if policy == .fail {
                throw InputError.illFormed(name, at: TextPosition().moved(to: bad, in: bytes.span, lineEnd: 0x0A))
            }
            var replaced = ByteBuffer(capacity: bytes.count)
            UTF8Validation.append(bytes.span, illFormed: policy, to: &replaced)
            var result: [UInt8] = []
            replaced.appendAll(to: &result)
            return result
        }
    }
#endif
