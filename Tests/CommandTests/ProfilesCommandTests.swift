import ArabicText
import Foundation
import Support
import Testing

/// `profiles` lists the presets, for people and as JSON.
@Suite(.needsCommand) struct ProfilesCommandTests {
    @Test func everyProfileIsListed() throws {
        let result = try arabictext("profiles")
        #expect(result.status == 0)
        let heads = result.text.split(separator: "\n").filter { !$0.hasPrefix(" ") }
        #expect(heads.map(String.init) == NormalizationProfile.presets.map { "\($0.name)  \($0.profile.fingerprint)" })
    }

    @Test(arguments: NormalizationProfile.presets.map(\.name))
    func oneProfileIsAPartOfTheList(_ name: String) throws {
        let result = try arabictext("profiles", name)
        #expect(result.status == 0)
        #expect(result.text.hasPrefix(name + "  "))
        #expect(try arabictext("profiles").text.contains(result.text))
        let profile = try #require(NormalizationProfile(named: name))
        #expect(result.lines.count == 1 + profile.settings.count)
    }

    @Test(arguments: NormalizationProfile.presets.map(\.name))
    func jsonDecodesToTheProfile(_ name: String) throws {
        let result = try arabictext("profiles", "--json", name)
        #expect(result.status == 0)
        #expect(result.output.last == 0x0A)
        let decoded = try JSONDecoder().decode(NormalizationProfile.self, from: Data(result.output))
        #expect(decoded == NormalizationProfile(named: name))
    }

    @Test func jsonOfAllDecodesToAll() throws {
        let result = try arabictext("profiles", "--json")
        let decoded = try JSONDecoder().decode([String: NormalizationProfile].self, from: Data(result.output))
        #expect(decoded == Dictionary(uniqueKeysWithValues: NormalizationProfile.presets.map { ($0.name, $0.profile) }))
    }
}
