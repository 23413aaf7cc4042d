import ArabicText
import Support
import Testing

/// The table of ChoosingAProfile.md is what the presets do.
@Suite struct ChoosingAProfileTests {
    /// Where tools differ most.
    static let texts: [(name: String, text: String)] = [
        ("ة U+0629", "\u{629}"), ("ى U+0649", "\u{649}"), ("ی U+06CC", "\u{6CC}"), ("ک U+06A9", "\u{6A9}"),
        ("ۀ U+06C0", "\u{6C0}"), ("آ U+0622", "\u{622}"), ("أ U+0623", "\u{623}"),
        ("U+0627 U+0654", "\u{627}\u{654}"), ("ٱ U+0671", "\u{671}"), ("ؤ U+0624", "\u{624}"), ("ئ U+0626", "\u{626}"),
        ("fatha U+064E", "\u{64E}"), ("shadda U+0651", "\u{651}"), ("dagger alef U+0670", "\u{670}"),
        ("small high yeh U+06E7", "\u{6E7}"), ("pause sign U+06D6", "\u{6D6}"), ("tatweel U+0640", "\u{640}"),
        ("ZWNJ U+200C", "\u{200C}"), ("RLM U+200F", "\u{200F}"), ("ﻷ U+FEF7", "\u{FEF7}"), ("ﷲ U+FDF2", "\u{FDF2}"),
        ("ﷺ U+FDFA", "\u{FDFA}"), ("٣ U+0663", "\u{663}"), ("٫ U+066B", "\u{66B}"), ("گ U+06AF", "\u{6AF}"),
    ]

    @Test func theTableIsWhatThePresetsDo() throws {
        let article = try Markdown("Sources/ArabicText/ArabicText.docc/ChoosingAProfile.md")
        let table = try Self.table()
        #expect(
            article.section(from: "<!-- presets -->", to: "<!-- end of presets -->") == table,
            "the article should have:\n\(table)")
    }

    /// A row a text, a column a preset. Texts stand between two letters, as most do.
    private static func table() throws -> String {
        let presets = NormalizationProfile.presets
        var rows = [
            ["between two ب"] + presets.map { "`\($0.name)`" }, Array(repeating: "---", count: presets.count + 1),
        ]
        let normalizers = try presets.map { try ArabicNormalizer($0.profile) }
        for (name, text) in texts {
            let results = try normalizers.map { normalizer in
                let result = try normalizer.bytes(Array("ب\(text)ب".utf8))
                return cell(String(decoding: result.dropFirst(2).dropLast(2), as: UTF8.self), of: text)
            }
            rows.append([name] + results)
        }
        return rows.map { "| \($0.joined(separator: " | ")) |\n" }.joined()
    }

    private static func cell(_ result: String, of text: String) -> String {
        if Array(result.utf8) == Array(text.utf8) { return "–" }
        let scalars = result.unicodeScalars
        if scalars.isEmpty { return "gone" }
        if scalars.count > 4 { return "\(scalars.count) scalars" }
        return scalars.map { scalar in
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
        }.joined(separator: " ")
    }
}
