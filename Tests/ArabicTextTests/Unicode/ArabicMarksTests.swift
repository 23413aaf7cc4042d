import Support
import Testing

@testable import ArabicText

/// The classes of marks are a partition of the script's non-spacing marks.
@Suite struct ArabicMarksTests {
    @Test func classesAreAPartition() {
        let scalars = ArabicMarks.table.flatMap { $0.ranges.joined() }
        #expect(Set(scalars).count == scalars.count)
        // 116 of Unicode 15, and U+0897, U+10EFA–10EFC of Unicode 16 and 17.
        #expect(scalars.count == 120)
        #expect(ArabicMarks.table.reduce(into: ArabicMarks()) { $0.formUnion($1.marks) } == .all)
        for row in ArabicMarks.table {
            #expect(row.marks.rawValue.nonzeroBitCount == 1)
            #expect(row.marks.names == [row.name])
            #expect(ArabicMarks(named: row.name) == row.marks)
        }
    }

    /// Every non-spacing mark of the Arabic blocks has a class, and no other scalar has one. A mark that a newer
    /// Unicode adds fails here until it is put in a class.
    @Test func everyMarkOfTheBlocksHasAClass() {
        let blocks: [ClosedRange<UInt32>] = [0x0600...0x06FF, 0x0750...0x077F, 0x0870...0x08FF, 0x10EC0...0x10EFF]
        let newer: Set<UInt32> = [0x0897, 0x10EFA, 0x10EFB, 0x10EFC]
        for value in UInt32(0)...0x1FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let isMark =
                blocks.contains { $0.contains(value) } && scalar.properties.generalCategory == .nonspacingMark
            // An older table does not know the newer marks.
            if newer.contains(value), scalar.properties.generalCategory == .unassigned { continue }
            #expect(ArabicMarks(of: scalar).isEmpty == !isMark, "\(escaped(String(scalar)))")
        }
    }
}
