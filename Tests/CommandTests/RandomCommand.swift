#if CommandLineTool
    import Foundation
    import Support

    @testable import ArabicText
    @testable import ArabicTextCommand

    /// A command line drawn at random from what the stages take, and what it reads.
    struct RandomCommand {
        /// The stage and its options.
        private(set) var arguments: [String] = []
        /// The inputs: the first is standard input.
        private(set) var inputs: [[UInt8]] = []
        /// Files that options name, by name.
        private(set) var files: [String: [UInt8]] = [:]
        /// Whether each line of the output is an object of JSON, if all went well.
        private(set) var givesJSON = false
        /// What ends a line, in and out.
        private(set) var lineEnd: UInt8 = 0x0A
        private var field = Field.line
        private var texts: HostileText
        /// What `grep` looks for.
        private var pattern: String?
        /// Where the files will be.
        private let folder: String

        private enum Field {
            case line, column, member
        }

        /// Those that have more to choose come more often.
        static let stages = [
            "normalize", "normalize", "normalize", "strip", "unify", "tokenize", "tokenize", "sentences", "stem",
            "analyze", "analyze", "grep", "grep", "transliterate",
        ]

        /// The same each time for a seed; options name files in the folder.

        init(seed: UInt64, folder: String) {
            texts = HostileText(seed: seed)
            self.folder = folder
            let stage = pick(Self.stages)
            arguments = [stage]
            switch stage {
            case "normalize": addProfile(asOptions: true)
            case "tokenize":
                addOption("rules", TokenizationRules.all.map(\.name))
                if once(in: 3) { arguments.append("--words") }
                if once(in: 3) { addOption("clitics", CliticScheme.allCases.map(\.rawValue)) }
            case "sentences":
                if once(in: 2) { arguments.append("--semicolons") }
                if once(in: 2) { arguments.append("--verses") }
            case "stem": addOption("algorithm", ArabicStemmer.all.map(\.name))
            case "analyze": addAnalyzer()
            case "transliterate":
                addOption(pick(["to", "from"]), Transliteration.all.map(\.name))
                if once(in: 2) { arguments.append("--escape") }
            case "grep": addSearch()
            default: break
            }
            addFormat(stage)
            addHandling(stage)
            for _ in 0..<pick([1, 1, 1, 2, 3]) { inputs.append(input()) }
            if let pattern { arguments += ["--", pattern] }
            if inputs.count > 1 { arguments += ["-"] + (1..<inputs.count).map { "\(folder)/\($0).in" } }
        }

        // MARK: Drawing

        private mutating func pick<Element>(_ elements: [Element]) -> Element { texts.generator.pick(elements) }
        private mutating func once(in count: Int) -> Bool { texts.generator.once(in: count) }

        private mutating func addOption(_ name: String, _ values: [String]) {
            arguments += ["--" + name, pick(values)]
        }

        /// A preset, sometimes with other settings, as options or as a file.
        private mutating func addProfile(asOptions: Bool) {
            if !once(in: 3) { addOption("profile", NormalizationProfile.presets.map(\.name)) }
            if once(in: 3) { return }
            let density = pick([2, 4, 10])
            var profile = NormalizationProfile()
            var options: [String] = []
            for property in ProfileProperty.all where once(in: density) {
                let values = property.isList ? property.values.filter { _ in once(in: 3) } : [pick(property.values)]
                _ = property.set(&profile, values)
                options += ["--" + property.optionName, values.isEmpty ? "none" : values.joined(separator: ",")]
            }
            if asOptions, !once(in: 4) {
                arguments += options
            } else if let json = try? JSONEncoder().encode(profile) {
                files["profile.json"] = Array(json)
                // The last of two counts.
                arguments += ["--profile", "\(folder)/profile.json"]
            }
        }

        private mutating func addAnalyzer() {
            addOption("profile", AnalyzerSettings.presets.map(\.name))
            if once(in: 3) { addOption("algorithm", ArabicStemmer.all.map(\.name)) }
            if once(in: 3) { addOption("stop-words", StopWords.presets.map(\.name)) }
            for option in ["stop-words", "add-stop-words", "remove-stop-words", "unstemmed"] where once(in: 6) {
                let words = (0..<pick([1, 5, 60])).map { _ in texts.word().filter { $0 != "\u{0}" } }
                files["\(option).txt"] = Array(words.joined(separator: "\n").utf8)
                arguments += ["--" + option, "\(folder)/\(option).txt"]
            }
        }

        private mutating func addSearch() {
            addProfile(asOptions: false)
            for option in ["-n", "-c", "-o", "-w", "--vocalized"] where once(in: 4) { arguments.append(option) }
            if once(in: 3) { arguments += ["--color", "always"] }
            var pattern = pick(HostileText.words + ["ال", "كتاب", "و", "ي في", "m x", " "])
            if once(in: 3) { pattern += " " + texts.word() }
            pattern = pattern.filter { $0 != "\u{0}" }
            self.pattern = pattern.isEmpty ? "x" : pattern
        }

        private mutating func addFormat(_ stage: String) {
            var isText = true
            if ["tokenize", "analyze", "sentences"].contains(stage) {
                let format = pick([.text] + TokenOutputOptions.Format.allCases)
                isText = format == .text
                givesJSON = format == .json
                arguments += ["--format", format.rawValue]
                if once(in: 2) { addOption("offsets", OffsetOptions.Unit.allCases.map(\.rawValue)) }
            }
            if !isText || stage == "grep" { return }
            if stage != "sentences", once(in: 6) {
                field = .column
                arguments += ["--tsv-column", pick(["1", "2", "3", "4"])]
            } else if once(in: 5) {
                field = .member
                arguments += ["--json-field", pick(["t", "t", "a.t", "t.t"])]
                if once(in: 3) { arguments += ["--json-into", pick(["o", "t", "a", "\u{64E}\"\\"])] }
            }
            if field != .line, once(in: 4) { arguments.append("--strict") }
        }

        /// How lines are read and written.
        private mutating func addHandling(_ stage: String) {
            if once(in: 6) {
                arguments.append("--null")
                lineEnd = 0x00
            }
            if once(in: 12) { arguments.append("--line-buffered") }
            if once(in: 10) { arguments.append("--stats") }
            if once(in: 10) { arguments.append("--quiet") }
            let policy = pick(IllFormedPolicy.allCases)
            if !once(in: 3) { arguments += ["--invalid", policy.rawValue] }
            if policy != .keep, once(in: 16) {
                // The longer name: `--from` is a scheme for `transliterate`.
                arguments += ["--encoding", pick(["windows-1256", "iso-8859-6", "utf-16le", "utf-16", "utf-8"])]
            }
        }

        // MARK: What is read

        private mutating func input() -> [UInt8] {
            let longest = pick([10, 60, 60, 200, 2_000])
            let count = pick(longest > 200 ? [1, 3, 8] : [1, 5, 40, 150])
            let isIllFormed = once(in: 3)
            var bytes: [UInt8] = []
            for _ in 0..<count {
                bytes += line(longest)
                if isIllFormed, once(in: 1 + count / 2) {
                    var text = Array(bytes.suffix(80))
                    bytes.removeLast(text.count)
                    texts.spoil(&text)
                    bytes += text
                }
                bytes.append(lineEnd)
            }
            if once(in: 3) { bytes.removeLast() }
            return bytes
        }

        private mutating func line(_ longest: Int) -> [UInt8] {
            if once(in: 12) { return [] }
            let text = texts.next(longest: longest)
            switch field {
            case .line: return text
            case .column:
                let columns = [text, texts.next(longest: 9), texts.next(longest: longest)].prefix(pick([1, 2, 3, 3]))
                return Array(columns.joined(separator: [0x09])) + (once(in: 6) ? [0x0D] : [])
            case .member: return object(text)
            }
        }

        private mutating func object(_ text: [UInt8]) -> [UInt8] {
            let string = string(text)
            let other = self.string(texts.next(longest: 9))
            func join(_ parts: Any...) -> [UInt8] {
                parts.flatMap { ($0 as? String).map { Array($0.utf8) } ?? $0 as? [UInt8] ?? [] }
            }
            switch texts.generator.number(below: 12) {
            case 0...3: return join("{\"t\":", string, "}")
            case 4...5: return join("{\"a\":[1,{\"t\":", other, "}],\"t\":", string, ",\"o\":", other, "}")
            case 6: return join(" { \"o\" : -1.5e3 , \"t\" : ", string, ", ", other, ":null } \r")
            case 7: return join("{\"t\":", other, ",\"a\":{\"t\":", string, "},\"\\u0074\":", string, "}")
            case 8: return join("{\"t\":{\"t\":", string, "},\"o\":{\"t\":", other, "},\"t\":{\"t\":", other, "}}")
            case 9: return join("{\"t\":\"a\\ud83dx", "\",\"o\":", other, "}")
            case 10:
                return join(pick(["{}", "[]", "{\"t\":1}", "[{\"t\":\"x\"}]", "{\"t\":\"x\"", "{\"t\":tru}", "01"]))
            default: return string
            }
        }

        /// A string of JSON with some of its characters as escapes.
        private mutating func string(_ text: [UInt8]) -> [UInt8] {
            var bytes: [UInt8] = [UInt8(ascii: "\"")]
            let density = pick([1, 3, 1_000])
            for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
                if scalar.value < 0x20 || "\"\\".unicodeScalars.contains(scalar) || once(in: density) {
                    for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
                        let digits = String(unit, radix: 16, uppercase: once(in: 2))
                        bytes += Array("\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
                    }
                } else {
                    bytes += Array(String(scalar).utf8)
                }
            }
            return bytes + [UInt8(ascii: "\"")]
        }
    }

    extension ProfileProperty {
        /// The property as an option of `normalize`, without its hyphens.
        var optionName: String { name.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined() }
    }
#endif
