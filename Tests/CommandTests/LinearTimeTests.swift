#if CommandLineTool
    import Foundation
    import Support
    import Testing

    /// Twice the text takes twice the time, whatever stands in it: each pattern, repeated, through each stage.
    ///
    /// Time is that of the processor, so that other work counts little. A line that comes in parts goes another way than one
    /// that fits a block, so both are measured, with one line as long as the text.
    @Suite(.needsCommand, .enabled(if: isExhaustive, "ARABICTEXT_EXHAUSTIVE is not set")) struct LinearTimeTests {
        /// What some rule reads on, looks back for, holds back, sorts, or remembers.
        static let patterns: [(name: String, piece: String)] = [
            ("fatha", "\u{64E}"), ("marks in the other order", "\u{650}\u{64E}"), ("hamza marks", "\u{654}\u{655}"),
            ("tatweel with hamza", "\u{640}\u{654}"), ("a.", "a."), ("abbreviation", "ق.م."), ("at", "@"), ("a@", "a@"),
            ("http", "http://"), ("www", "www."), ("hash", "#"), ("#_", "#_"), ("joined emoji", "\u{1F469}\u{200D}"),
            ("joiner", "\u{200D}"), ("waw", "و"), ("conjunction and article", "وال"), ("proclitics", "وبال"),
            ("future", "فسي"), ("quotes", "\""), ("guillemets", "«"), ("dots", "."), ("ellipses", "... "),
            ("scripts", "aبαбא"), ("U+FDFA", "\u{FDFA}"), ("U+FDFA and fatha", "\u{FDFA}\u{64E}"),
            ("compatibility", "\u{338E}\u{FB03}"), ("ill-formed", "\u{FFFD}"), ("line feeds", "\n"), ("spaces", " "),
            ("tabs", "\t "), ("CR LF", "\r\n"), ("grouped digits", "1,"), ("digits", "1"), ("Arabic digits", "١٫"),
            ("Thai", "ส"), ("Han", "日"), ("Burmese", "မ"), ("leading jamo", "\u{1100}"),
            ("jamo", "\u{1100}\u{1161}\u{11A8}"),
            ("regional indicator", "\u{1F1F8}"), ("keycap", "1\u{FE0F}\u{20E3}"), ("tanwin on alef", "\u{627}\u{64B}"),
            ("dagger alef", "\u{649}\u{670}"), ("hamza before alef", "\u{621}\u{627}"), ("small waw", "ه\u{6E5}"),
            ("elongation", "ي"), ("elongated words", "ييي "), ("colon", ":"), ("a:", "a:"), ("verse", "﴿"),
            ("verses", "﴿١﴾"), ("semicolon", "؛"), ("parenthesis", "("), ("exclamation", "!"), ("a b", "a "),
            ("slash", "/"),
            ("underscore", "_"), ("hyphen", "a-"), ("title", "د. "), ("backslash", "\\"), ("NUL", "\u{0}"),
            ("byte order mark", "\u{FEFF}"), ("marks of two classes", "\u{345}\u{300}"), ("lam", "ل"), ("alef", "ا"),
            ("letter with marks", "ب\u{64E}\u{651}"), ("tag", "\u{1F3F4}\u{E0067}"), ("variation", "\u{2764}\u{FE0F}"),
            ("address", "a.b/"), ("percent", "%41"), ("apostrophe", "a'"), ("future and prefix", "ست"),
            ("suffix", "ات"),
        ]

        static let stages = [
            "normalize", "normalize --profile search", "normalize --profile camel", "normalize \(everyStep)", "strip",
            "unify", "tokenize", "tokenize --rules search --clitics full", "tokenize --rules standard --format json",
            "tokenize --rules search-divided --clitics atb --format tsv --offsets utf16",
            "sentences --verses --semicolons", "sentences --format json --offsets scalars", "analyze",
            "analyze --profile lucene", "analyze --algorithm isri --format json", "stem", "stem --algorithm snowball",
            "stem --algorithm arlstem2", "stem --algorithm guarded", "transliterate --to bw --escape",
            "transliterate --from safebw --escape", "grep -c كتاب", "grep -c --vocalized كِتابٌ",
        ]

        private static let everyStep = """
            --form nfc --honorifics expand --presentation-letters fold --tanwin-alef remove --dagger-alef fold \
            --small-letters fold --quranic-signs remove --hamza-before-alef fold --punctuation fold --digit-separators fold \
            --elongation one --white-space collapse --alef all --hamza-carriers fold --alef-maqsura fold --teh-marbuta heh \
            --hamza-on-tatweel fold --tatweel remove --zero-width-joiner remove --removed-marks shortVowels,shadda \
            --look-alikes arabic --digits ascii --letter-case foldLatin
            """

        private static let largest = 128 << 20
        /// What takes less says nothing.
        private static let least = 0.05
        /// Of the times for a text and for one that is twice as long.
        private static let highestRatio = 2.3
        private static let limit = 60.0

        /// Whether a long line comes in parts or as a whole.
        private enum Way: CaseIterable {
            case parts, whole

            /// What comes in parts is more than a block at every size.
            var smallest: Int { self == .parts ? 5 << 18 : 1 << 17 }
        }

        @Test(arguments: patterns) func twiceTheTextTakesTwiceTheTime(_ name: String, _ piece: String) throws {
            try withFolder { folder in
                var measured = 0
                for way in Way.allCases {
                    var probe = Probe(name == "ill-formed" ? [0xFF] : Array(piece.utf8), folder, way)
                    for stage in Self.stages where try check(stage, &probe, "\(name), \(way), \(stage)") {
                        measured += 1
                    }
                }
                print("LinearTimeTests: \(name): \(measured) of \(Self.stages.count * Way.allCases.count)")
                #expect(measured > 0)
            }
        }

        /// False where a text must be larger to take long enough, and four times as much of it takes no more than it might.
        private func check(_ stage: String, _ probe: inout Probe, _ what: String) throws -> Bool {
            var size = probe.way.smallest
            var first = try probe.seconds(stage, size, Self.limit)
            while let time = first, time < Self.least, 8 * size <= Self.largest {
                size *= 2
                first = try probe.seconds(stage, size, Self.limit)
            }
            guard let first else {
                Issue.record("\(what): more than \(Self.limit) s for \(size) bytes")
                return true
            }
            // What is linear as far as one look tells is not looked at again.
            let fourth = try probe.seconds(stage, 4 * size, Self.limit) ?? .infinity
            if fourth < 4.4 * max(first, Self.least) { return first >= Self.least }
            for tries in [3, 9] {
                var times: [Double] = []
                for doublings in 0...3 {
                    let runs = try (0..<tries).map { _ in
                        try probe.seconds(stage, size << doublings, Self.limit) ?? .infinity
                    }
                    times.append(runs.sorted()[tries / 2])
                }
                let worst = zip(times, times.dropFirst()).map { $1 / $0 }.max() ?? 0
                if worst <= Self.highestRatio { return true }
                if tries == 3 { continue }
                Issue.record("\(what): \(size) bytes, and twice as many each time, take \(times) s")
            }
            return true
        }

        /// Measures one pattern.
        private struct Probe {
            private let piece: [UInt8]
            private let folder: String
            let way: Way
            /// The sizes that there are files of.
            private var sizes: Set<Int> = []

            init(_ piece: [UInt8], _ folder: String, _ way: Way) {
                self.piece = piece
                self.folder = folder
                self.way = way
            }

            /// The processor's seconds for so many bytes; nil where the clock's are more than the limit.
            mutating func seconds(_ stage: String, _ size: Int, _ limit: Double) throws -> Double? {
                let path = "\(folder)/\(size)"
                if sizes.insert(size).inserted {
                    let text = Array(repeatElement(piece, count: size / piece.count).joined())
                    try Data(text + [0x0A]).write(to: URL(fileURLWithPath: path))
                }
                let run = try SpawnedCommand(
                    stage.split(separator: " ").map(String.init) + ["--invalid", "keep", "--jobs", "1"],
                    environment: way == .whole ? ["ARABICTEXT_BLOCK_SIZE": "\(size + 64)"] : [:],
                    input: path, output: "/dev/null", errors: "\(folder)/errors", limit: limit)
                if run.end == .timeout { return nil }
                let errors = try Gold.file("\(folder)/errors")
                // No line may match.
                let isWell = run.end == .status(0) || stage.hasPrefix("grep") && run.end == .status(1)
                #expect(isWell, "\(stage): \(escaped(errors))")
                return run.seconds
            }
        }
    }
#endif
