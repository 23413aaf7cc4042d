#if canImport(Glibc)
    import Glibc
    import Support
    import Testing

    @testable import ArabicText

    /// No kernel reads beyond its input: the input ends where a page that nobody may read begins, or begins after one.
    @Suite(.switchesKernel) struct PageEndTests {
        private static let pageSize = 4_096

        /// Calls a function with a copy of some bytes at the end of a page, and with one at the start of a page.
        private func atPageEnds(_ bytes: [UInt8], _ body: (Span<UInt8>) throws -> Void) throws {
            let size = Self.pageSize * 3
            let mapped = unsafe mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
            guard let memory = unsafe mapped, unsafe memory != MAP_FAILED else {
                Issue.record("mmap failed")
                return
            }
            defer { _ = unsafe munmap(memory, size) }
            _ = unsafe mprotect(memory, Self.pageSize, PROT_NONE)
            _ = unsafe mprotect(memory + 2 * Self.pageSize, Self.pageSize, PROT_NONE)
            for place in [2 * Self.pageSize - bytes.count, Self.pageSize] {
                let copy = unsafe UnsafeMutableRawBufferPointer(start: memory + place, count: bytes.count)
                unsafe copy.copyBytes(from: bytes)
                try body(unsafe UnsafeBufferPointer(copy.bindMemory(to: UInt8.self)).span)
            }
        }

        @Test func foldingCuttingAndAnalyzing() throws {
            let normalizers = try [NormalizationProfile.lossless, .search].map { try ArabicNormalizer($0) }
            let analyzers = try [AnalyzerSettings.search, .lucene].map { try ArabicAnalyzer($0) }
            var text = Array("قالَ: مُحَمَّدٌ ‏«Book» 12٣ \u{1F600} – كتابٌ وقلم. ".utf8)
            text += text + text
            for kernel in ProcessorKernel.available {
                _ = kernel.use()
                for length in 1...200 {
                    try atPageEnds(Array(text[..<length])) { bytes in
                        for normalizer in normalizers {
                            var output: [UInt8] = []
                            try normalizer.normalize(bytes, illFormed: .replace, into: &output)
                            #expect(!output.isEmpty)
                        }
                        for rules in TokenizationRules.all {
                            var end = 0
                            ArabicTokenizer(rules).forEachToken(in: bytes) { end = $0.range.upperBound }
                            #expect(end == length)
                        }
                        for analyzer in analyzers {
                            var end = 0
                            analyzer.forEachTerm(in: bytes) { _, token in end = token.range.upperBound }
                            #expect(end <= length)
                        }
                    }
                }
            }
        }
    }
#endif
