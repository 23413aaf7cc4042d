#if CommandLineTool
    import ArabicText
    import ArgumentParser

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    struct ProfilesCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "profiles", abstract: "List the profiles and what each does.",
            discussion: """
                Each profile comes with its fingerprint, which changes when its result may change, and the settings \
                that are not "keep". A JSON file of settings is shown in the same way.

                EXAMPLES
                  arabictext profiles
                  arabictext profiles search
                  arabictext profiles --json lucene
                """)

        @Flag(help: "Print JSON: an object with one member a profile, or the settings of the one named.")
        var json = false

        @OptionGroup var output: OutputOptions

        @Argument(
            help: "The profile, by name or as a JSON file of settings; all, unless named.",
            completion: ProfileArgument.completion, transform: ProfileArgument.init(parsing:))
        var profile: ProfileArgument?

        func run() throws {
            try Output.writeOnce(json ? jsonText() : table(), to: output.output)
        }

        private func table() -> String {
            let profiles = profile.map { [($0.name.quoted, $0.profile)] } ?? NormalizationProfile.presets
            return profiles.map { name, profile in
                let settings = profile.settings.map { "  \($0.name): \($0.values.joined(separator: ", "))\n" }
                return "\(name)  \(profile.fingerprint)\n\(settings.joined())"
            }.joined()
        }

        private func jsonText() throws -> String {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            let data: Data
            if let profile {
                data = try encoder.encode(profile.profile)
            } else {
                let all = NormalizationProfile.presets.map { ($0.name, $0.profile) }
                data = try encoder.encode(Dictionary(uniqueKeysWithValues: all))
            }
            return String(decoding: data, as: UTF8.self) + "\n"
        }
    }
#endif
