#if CommandLineTool
    import ArabicText
    import Support
    import Testing

    @testable import ArabicTextCommand

    /// The filter passes every line that matches, with its place and number.
    @Suite struct LineFilterTests {
        @Test(arguments: ["search", "light", "quran", "lucene", "camel"])
        func everyMatchingLineIsACandidate(_ name: String) throws {
            let profile = try #require(NormalizationProfile(named: name))
            var hostile = HostileText(seed: 53)
            var (matching, candidates) = (0, 0)
            for query in ["ا", "في", "الله", "ب ", "ss", "\u{64E}", "1"] {
                let matcher = try ArabicMatcher(query, profile: profile)
                guard let filter = LineFilter(matcher) else { continue }
                for _ in 0..<40 {
                    let lines = (0..<10).map { _ in hostile.next(longest: 30).filter { $0 != 0x0A } }
                    let text = Array(lines.map { $0 + [0x0A] }.joined())
                    var found: [Int] = []
                    filter.forEachCandidate(in: text.span) { range, number in
                        #expect(Array(text[range]) == lines[number])
                        found.append(number)
                    }
                    let expected = lines.indices.filter { index in
                        let line = lines[index]
                        return matcher.matches(line.span)
                    }
                    #expect(Set(found).isSuperset(of: expected), "\(query) in \(escaped(text))")
                    #expect(found == Set(found).sorted())
                    matching += expected.count
                    candidates += found.count
                }
            }
            #expect(matching > 100 && candidates < 2_000, "\(matching) of \(candidates)")
        }

        @Test func noLineHoldsALineFeed() throws {
            for query in ["\nب", "ا\nب", "ا\n"] {
                let filter = try #require(LineFilter(try ArabicMatcher(query)))
                filter.forEachCandidate(in: "ا\nب\n".utf8Span.span) { range, _ in Issue.record("\(range)") }
            }
        }
    }
#endif
