import Support
import Testing

@testable import ArabicText

@Suite struct ByteSearchTests {
    /// The obvious search.
    private func slowFirst(_ bytes: [UInt8], _ text: [UInt8], from offset: Int) -> Int? {
        if text.count < bytes.count { return nil }
        return (0...text.count - bytes.count).first { $0 >= offset && text[$0..<$0 + bytes.count].elementsEqual(bytes) }
    }

    @Test func findsWhatASlowSearchFinds() {
        var generator = SplitMix64(seed: 43)
        var found = 0
        for _ in 0..<20_000 {
            // Few letters, so that much comes again.
            let letters = Array("aaab\u{FF}".utf8.prefix(1 + generator.number(below: 6)))
            let text = (0..<generator.number(below: 80)).map { _ in generator.pick(letters) }
            let bytes = (0..<1 + generator.number(below: 8)).map { _ in generator.pick(letters) }
            let offset = generator.number(below: text.count + 1)
            let search = ByteSearch(bytes)
            let expected = slowFirst(bytes, text, from: offset)
            #expect(search.first(in: text.span, from: offset) == expected, "\(bytes) in \(text) from \(offset)")
            #expect(search.firstByteByByte(in: text.span, from: offset) == expected, "\(bytes) in \(text)")
            if expected != nil { found += 1 }
        }
        #expect(found > 4_000)
    }

    /// Where most comparisons are in vain, the search goes on byte by byte, and finds the same.
    @Test func goesOnByteByByte() {
        let bytes = Array("b".utf8) + [UInt8](repeating: 0x61, count: 3_000)
        let text = [UInt8](repeating: 0x61, count: 10_000) + bytes + bytes
        let search = ByteSearch(bytes)
        #expect(search.first(in: text.span) == 10_000)
        #expect(search.first(in: text.span, from: 10_001) == 13_001)
        #expect(search.first(in: text.span, from: 13_002) == nil)
    }
}
