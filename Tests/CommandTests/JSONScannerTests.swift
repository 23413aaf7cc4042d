#if CommandLineTool
    import Support
    import Testing

    @testable import ArabicTextCommand

    /// The scanner finds the members of random texts of JSON where these were put, and each fault where it is.
    @Suite struct JSONScannerTests {
        /// Texts of JSON drawn at random, with what the scanner should find in them.
        private struct RandomJSON {
            var generator: SplitMix64
            private(set) var bytes: [UInt8] = []
            /// Where the value of each member stands, by the keys that lead to it; the last of those with the same
            /// keys.
            private(set) var members: [[String]: Range<Int>] = [:]

            /// An object, mostly.
            init(seed: UInt64) {
                generator = SplitMix64(seed: seed)
                addSpace()
                if generator.once(in: 8) { addValue(0, at: []) } else { addObject(0, at: []) }
                addSpace()
            }

            private mutating func add(_ text: String) { bytes += Array(text.utf8) }

            private mutating func addSpace() {
                while generator.once(in: 4) { add(generator.pick([" ", "\t", "\n", "\r"])) }
            }

            /// With some of its characters as escapes, and something behind it.
            private mutating func addString(_ text: String, _ end: String = "") {
                add("\"")
                for scalar in text.unicodeScalars {
                    guard generator.once(in: 3) || scalar == "\"" || scalar == "\\" else {
                        add(String(scalar))
                        continue
                    }
                    for unit in String(scalar).utf16 {
                        let digits = String(unit, radix: 16, uppercase: generator.once(in: 2))
                        add("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
                    }
                }
                add(end + "\"")
            }

            /// No path where an array comes between.
            private mutating func addValue(_ depth: Int, at path: [String]?) {
                switch generator.number(below: depth > 4 ? 4 : 8) {
                case 0:
                    addString(
                        generator.pick(["", "a", "كِتَاب", "😀\"", "\u{7F}{}[]:,"]),
                        generator.pick(["", "", "\\n", "\\\\", "\\\"", "\\/", "\\ud83d"]))
                case 1: add(generator.pick(["0", "-0", "12", "-3.25", "1e5", "0.5E-07", "90e+1"]))
                case 2...3: add(generator.pick(["true", "false", "null"]))
                case 4: addArray(depth)
                default: addObject(depth, at: path)
                }
            }

            private mutating func addArray(_ depth: Int) {
                add("[")
                addSpace()
                for number in 0..<generator.number(below: 4) {
                    if number > 0 { add(",") }
                    addSpace()
                    addValue(depth + 1, at: nil)
                    addSpace()
                }
                add("]")
            }

            private mutating func addObject(_ depth: Int, at path: [String]?) {
                add("{")
                addSpace()
                for number in 0..<generator.number(below: 5) {
                    if number > 0 { add(",") }
                    addSpace()
                    let key = generator.pick(["t", "a", "ت", "\\"])
                    addString(key)
                    addSpace()
                    add(":")
                    addSpace()
                    let start = bytes.count
                    let place = path.map { $0 + [key] }
                    if let place { members = members.filter { !$0.key.starts(with: place) } }
                    addValue(depth + 1, at: place)
                    if let place { members[place] = start..<bytes.count }
                    addSpace()
                }
                add("}")
            }
        }

        private static let paths = [
            ["t"], ["a"], ["t", "a"], ["a", "a"], ["ت", "t"], ["\\", "t", "a"], ["\\"],
        ]

        private func path(_ keys: [String]) throws -> JSONPath {
            let escaped = keys.map { $0.map { $0 == "\\" || $0 == "." ? "\\\($0)" : "\($0)" }.joined() }
            return try #require(JSONPath(argument: escaped.joined(separator: ".")))
        }

        @Test func membersAreFoundWhereTheyAre() throws {
            var run = RandomRun("JSONScannerTests")
            var (found, missing) = (0, 0)
            while !run.isOver {
                let seed = run.generator.next()
                let text = RandomJSON(seed: seed)
                let keys = (0..<2).map { _ in run.generator.pick(Self.paths) }
                var scanner = JSONScanner(try keys.map(path))
                // What it has met before changes nothing.
                try? scanner.scan(Array("{\"t\":{\"a\":\"x\"".utf8).span)
                try scanner.scan(text.bytes.span)
                for (number, keys) in keys.enumerated() {
                    let expected = text.members[keys]
                    #expect(scanner.value(number) == expected, "\(seed): \(keys) in \(escaped(text.bytes))")
                    if expected == nil { missing += 1 } else { found += 1 }
                }
                if text.members.isEmpty { continue }
                #expect(
                    scanner.objectEnd == text.bytes.lastIndex(of: UInt8(ascii: "}")), "\(escaped(text.bytes))"
                )
            }
            #expect(found > 50 && missing > 50)
        }

        /// Eight bytes at once are looked at as one by one.
        @Test func plainBytesEndWhereTheyEnd() {
            var random = SplitMix64(seed: 67)
            var ends: Set<Int> = []
            for _ in 0..<4_000 {
                var text = (0..<random.number(below: 40)).map { _ in UInt8.random(in: 0x20...0xFF, using: &random) }
                text = text.map { $0 == 0x22 || $0 == 0x5C ? random.pick([0x21, 0x23, 0x5B, 0x5D, 0x80, 0xA2]) : $0 }
                for _ in 0..<random.number(below: 3) where !text.isEmpty {
                    text[random.number(below: text.count)] = random.pick([0x00, 0x1F, 0x20, 0x22, 0x5C, 0x7F, 0xFF])
                }
                let start = random.number(below: text.count + 1)
                let end = text[start...].firstIndex { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C } ?? text.count
                #expect(JSONText.endOfPlain(in: text.span, from: start) == end, "\(text) from \(start)")
                ends.insert(end - start)
            }
            #expect(ends.count > 30)
        }

        /// A byte that can stand nowhere is a fault where it stands, and a text that is cut off where it ends.
        @Test func faultsAreFoundWhereTheyAre() throws {
            var random = SplitMix64(seed: 61)
            var scanner = JSONScanner([JSONPath(key: "t")])
            func fault(_ text: [UInt8]) -> Int? {
                do throws(LineFault) {
                    try scanner.scan(text.span)
                    return nil
                } catch {
                    return error.offset
                }
            }
            var tested = 0
            for _ in 0..<60 {
                let text = RandomJSON(seed: random.next()).bytes
                // Longer ones show no more.
                if text.count > 600 { continue }
                for place in 0...text.count {
                    let spoilt = text[..<place] + [0x01] + text[place...]
                    #expect(fault(Array(spoilt)) == place, "\(escaped(Array(spoilt)))")
                    tested += 1
                }
                guard text.first == UInt8(ascii: "{"), let end = text.lastIndex(of: UInt8(ascii: "}"))
                else { continue }
                for place in 1...end {
                    #expect(fault(Array(text[..<place])) == place, "\(escaped(text)) to \(place)")
                }
            }
            #expect(tested > 1_000)
        }
    }
#endif
