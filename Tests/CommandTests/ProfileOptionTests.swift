import Foundation
import Support
import Testing

@testable import ArabicText

/// Where a profile comes from: a preset, a file, options for single steps.
@Suite struct ProfileOptionTests {
    /// Every property of a profile is an option, and nothing else is in that section of the help.
    @Test func stepsAreTheProperties() throws {
        let lines = try arabictext("normalize", "--help").text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.hasPrefix("STEPS") })
        let options = lines[(start + 1)...].prefix { !$0.isEmpty }.filter { $0.hasPrefix("  --") }
        let names = options.compactMap { $0.split(separator: " ").first.map { String($0.dropFirst(2)) } }
        #expect(names == ProfileProperty.all.map(\.optionName))
    }

    /// Each option takes each value of its property, and does what the property does.
    @Test(arguments: ProfileProperty.all.map(\.name))
    func anOptionSetsItsProperty(_ name: String) throws {
        let property = try #require(ProfileProperty.all.first { $0.name == name })
        // Something of everything that a step acts on.
        let text = """
            \u{FEFF}آمن \u{627}\u{654} ٱ ؤ ئ ى\u{670} ة ک ۀ ه\u{64F}\u{6E5} \u{6DD} ش\u{651}\u{64E} ب\u{615}\u{6E7} شي\u{640}\u{654}ا كتاب\u{64B}ا \
            ءام ١،٢ ١٫٢ ۳ 4 \u{967} ؟ جميييل  \u{FEF7} \u{FDFA} \u{200F}a\u{200C}b\u{200D}c É Ж

            """
        for value in property.values {
            var profile = NormalizationProfile.lossless
            #expect(property.set(&profile, [value]))
            let result = try arabictext("normalize", "--\(property.optionName)", value, input: text)
            #expect(result.status == 0, "\(result.errors)")
            let expected = try ArabicNormalizer(profile).normalize(text)
            #expect(result.output == Array(expected.utf8), "\(name) \(value): \(escaped(result.output))")
        }
    }

    @Test func optionsOverrideTheProfile() throws {
        let text = "مُدَرِّسـة ٣"
        let kept = try arabictext("normalize", "--profile", "search", "--teh-marbuta", "keep", input: text)
        #expect(kept.output == Array("مدرسة 3".utf8))
        let some = try arabictext(
            "normalize", "--removed-marks", "shortVowels,sukun", "--tatweel", "remove", input: text)
        #expect(some.output == Array("مدر\u{651}سة ٣".utf8))
        let none = try arabictext("normalize", "--profile", "strip", "--removed-marks", "none", input: "ب\u{64E}ـ")
        #expect(none.output == Array("ب\u{64E}".utf8))
    }

    /// What `profiles --json` prints is a profile again.
    @Test(arguments: ["search", "camel"])
    func aFileIsAProfile(_ name: String) throws {
        let article = try Gold.file(articlePath)
        try withFile(try arabictext("profiles", "--json", name).output) { path in
            let expected = try arabictext("normalize", "--profile", name, bytes: article)
            #expect(try arabictext("normalize", "--profile", path, bytes: article).output == expected.output)
            let listed = try arabictext("profiles", path)
            #expect(
                listed.lines.first
                    == Array("\(path)  \(try #require(NormalizationProfile(named: name)).fingerprint)".utf8))
            #expect(listed.lines.dropFirst() == (try arabictext("profiles", name).lines.dropFirst()))
            #expect(try arabictext("profiles", "--json", path).output == arabictext("profiles", "--json", name).output)
        }
    }

    @Test(arguments: [
        ("", "JSON"), ("{", "JSON"), ("[]", "Expected to decode"), (#"{"tatweel": 1}"#, "tatweel"),
        (#"{"tatwel": "remove"}"#, "no property \"tatwel\""),
        (#"{"tatweel": "delete"}"#, "\"tatweel\" takes: keep, remove"),
        (#"{"removedMarks": ["dots"]}"#, "\"removedMarks\" takes: tanwin"),
    ])
    func aBadFileIsNamedWithWhatIsWrong(_ json: String, _ message: String) throws {
        try withFile(Array(json.utf8)) { path in
            for command in [["normalize", "--profile", path], ["profiles", path]] {
                let result = try CommandRunner.run(command)
                #expect(result.status == 64)
                #expect(result.output.isEmpty)
                #expect(result.errors.contains(path) && result.errors.contains(message), "\(result.errors)")
            }
        }
    }

    @Test func aMissingFileIsNamed() throws {
        let result = try arabictext("normalize", "--profile", "/no/such/profile.json")
        #expect(result.status == 64)
        #expect(result.errors.contains("/no/such/profile.json: No such file or directory"), "\(result.errors)")
    }

    @Test(arguments: [
        ("sentenses", "sentences"), ("normalise", "normalize"), ("Strip", "strip"), ("xyz", nil), ("serch", nil),
    ])
    func aMistypedStageGetsTheNearest(_ name: String, _ nearest: String?) throws {
        for rest in [[], ["file"], ["--quiet", "file"]] {
            let result = try CommandRunner.run([name] + rest)
            #expect(result.status == 64)
            #expect(result.errors.hasPrefix("Error: There is no stage '\(name)'\n"), "\(result.errors)")
            #expect(result.errors.contains("Did you mean \"\(nearest ?? "")") == (nearest != nil), "\(result.errors)")
        }
    }

    @Test(arguments: [
        ("serach", "search"), ("Search", "search"), ("camel-arcleen", "camel-arclean"), ("lite", nil), ("xyz", nil),
    ])
    func aMistypedNameGetsTheNearest(_ name: String, _ nearest: String?) throws {
        let result = try arabictext("normalize", "--profile", name)
        #expect(result.status == 64)
        #expect(result.errors.contains("there is no profile \"\(name)\""), "\(result.errors)")
        #expect(result.errors.contains("Did you mean \"\(nearest ?? "")") == (nearest != nil), "\(result.errors)")
    }
}
