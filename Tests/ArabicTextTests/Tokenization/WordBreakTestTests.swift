import Support
import Testing

@testable import ArabicText

/// The Unicode Character Database's own tests.
@Suite struct WordBreakTestTests {
    @Test func everyLineOfWordBreakTestHolds() throws {
        var lines = 0
        var failures = Failures()
        for line in Gold.lines(try Gold.bundledBytes("Data/unicode/WordBreakTest.txt")) {
            let fields = String(decoding: line.prefix { $0 != 0x23 }, as: UTF8.self).split { $0 == " " || $0 == "\t" }
            guard !fields.isEmpty else { continue }
            lines += 1
            var bytes: [UInt8] = []
            var scalars: [UInt32] = []
            var expected: [Int] = []
            for field in fields {
                if field == "÷" {
                    if !bytes.isEmpty { expected.append(bytes.count) }
                } else if field != "×" {
                    let scalar = try #require(UInt32(field, radix: 16))
                    scalars.append(scalar)
                    bytes += utf8([scalar])
                }
            }
            if ends(bytes) != expected || referenceEnds(scalars) != expected { failures.add(escaped(bytes)) }
        }
        #expect(lines == 1823)
        #expect(failures.isEmpty, "\(failures)")
    }
}
