import Support
import Testing

@testable import ArabicText

/// The table of profiles in README.md is the presets'.
@Suite struct ReadmeTests {
    @Test func profilesAreThePresets() throws {
        let table = try Markdown("README.md").section(from: "<!-- profiles -->", to: "<!-- end of profiles -->")
        #expect(table == Self.table, "README.md should have:\n\(Self.table)")
    }

    /// A column a preset, a row a setting that any preset sets.
    private static var table: String {
        let presets = NormalizationProfile.presets
        let settings = presets.map { Dictionary(uniqueKeysWithValues: $0.profile.settings) }
        var rows = [["setting"] + presets.map(\.name), Array(repeating: "---", count: presets.count + 1)]
        for property in ProfileProperty.all {
            let values = zip(presets, settings).map { preset, settings in
                guard let values = settings[property.name] else { return "–" }
                return property.name == "removedMarks" ? Self.name(preset.profile.removedMarks) : values.joined()
            }
            if values.contains(where: { $0 != "–" }) { rows.append(["`\(property.name)`"] + values) }
        }
        return rows.map { "| \($0.joined(separator: " | ")) |\n" }.joined()
    }

    /// A set of marks in few words.
    private static func name(_ marks: ArabicMarks) -> String {
        let missing = ArabicMarks.all.subtracting(marks)
        if marks == .harakat { return "harakat" }
        if missing.isEmpty { return "all" }
        return missing.names.count < marks.names.count
            ? "all but \(missing.names.joined(separator: ", "))" : marks.names.joined(separator: ", ")
    }
}
