import ArabicText
import Support
import Testing

/// Unicode's own NormalizationTest.txt, whole, for the reference and the compiled normaliser.
@Suite struct UnicodeFormTests {
    struct Row {
        let columns: [[UInt32]]
        let isPartOne: Bool
    }

    static func rows() throws -> [Row] {
        var partOne = false
        var rows: [Row] = []
        for line in Gold.lines(try Gold.bundledBytes("Data/unicode/NormalizationTest.txt")) {
            let text = String(decoding: line, as: UTF8.self)
            if text.hasPrefix("@Part") { partOne = text.hasPrefix("@Part1") }
            guard let first = text.first, first.isHexDigit else { continue }
            let columns = text.split(separator: ";").prefix(5).map { column in
                column.split(separator: " ").compactMap { UInt32($0, radix: 16) }
            }
            rows.append(Row(columns: columns, isPartOne: partOne))
        }
        return rows
    }

    /// For each form, which column each of the five columns becomes (the header of the file).
    static let expectations: [(form: UnicodeForm, columns: [Int])] = [
        (.nfc, [1, 1, 1, 3, 3]),
        (.nfd, [2, 2, 2, 4, 4]),
        (.nfkc, [3, 3, 3, 3, 3]),
        (.nfkd, [4, 4, 4, 4, 4]),
    ]

    @Test(arguments: expectations.indices)
    func normalizationTest(_ index: Int) throws {
        let (form, columns) = Self.expectations[index]
        var profile = NormalizationProfile()
        profile.form = form
        let reference = try ReferenceNormalizer(profile)
        let fast = try ArabicNormalizer(profile)
        let rows = try Self.rows()
        #expect(rows.count > 18_000)
        for row in rows {
            for (column, target) in columns.enumerated() {
                let text = utf8(row.columns[column])
                let expected = utf8(row.columns[target])
                try #require(try reference.bytes(text) == expected, "\(form) of \(escaped(text))")
                try #require(try fast.bytes(text) == expected, "\(form) of \(escaped(text))")
            }
        }
    }

    /// The second part of the conformance statement: what the file does not list in part 1 stays as it is. The file is of
    /// Unicode 15, so characters that only a newer ICU knows are left out.
    @Test(arguments: expectations.indices)
    func unlistedScalarsStay(_ index: Int) throws {
        var profile = NormalizationProfile()
        profile.form = Self.expectations[index].form
        let fast = try ArabicNormalizer(profile)
        let listed = Set(try Self.rows().filter(\.isPartOne).map { $0.columns[0] })
        let major = UnicodeVersion.unicode.split(separator: ".").first.flatMap { Int($0) }
        let icuIsNewer = try #require(major) > 15
        var tested = 0
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value), !listed.contains([value]) else { continue }
            if icuIsNewer, scalar.properties.age.map({ $0.major > 15 }) ?? true { continue }
            let text = utf8([value])
            try #require(try fast.bytes(text) == text, "\(escaped(text))")
            tested += 1
        }
        #expect(tested > 260_000)
    }
}

/// Letters with two marks in every form, against what another implementation gives.
@Suite struct MarkPairTests {
    private func check(_ rows: [[[UInt8]]]) throws {
        let forms: [UnicodeForm] = [.nfc, .nfd, .nfkc, .nfkd]
        let normalizers = try forms.map { form in
            var profile = NormalizationProfile()
            profile.form = form
            return try ArabicNormalizer(profile)
        }
        func text(_ field: [UInt8]) -> [UInt8] {
            utf8(String(decoding: field, as: UTF8.self).split(separator: " ").compactMap { UInt32($0, radix: 16) })
        }
        for row in rows.dropFirst() {
            for (index, normalizer) in normalizers.enumerated() {
                let actual = try normalizer.bytes(text(row[0]))
                try #require(actual == text(row[index + 1]), "\(forms[index]) of \(escaped(text(row[0])))")
            }
        }
    }

    @Test func sample() throws {
        let rows = Gold.rows(
            try Gold.bundledBytes("Data/publishable/arabic_mark_pairs_normalization.sample.tsv"))
        #expect(rows.count > 2_000)
        try check(rows)
    }

    @Test(.needsGold) func all() throws {
        try check(Gold.rows(try Gold.bytes("publishable/arabic_mark_pairs_normalization.tsv")))
    }
}
