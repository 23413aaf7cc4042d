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
                that are not "keep".

                EXAMPLES
                  arabictext profiles
                  arabictext profiles search
                  arabictext profiles --json lucene
                """)

        @Flag(help: "Print JSON: an object with one member a profile, or the settings of the one named.")
        var json = false

        @Argument(help: "The profile; all, unless named.")
        var name: Choice<NormalizationProfile>?

        func run() throws {
            FileDescriptor.ignoreClosedPipes()
            var output = Output()
            output.bytes += Array((json ? try jsonText() : table()).utf8)
            do throws(OutputError) {
                try output.flush()
            } catch {
                if error.isClosedPipe { return }
                Output.complain("cannot write: \(error.cause)")
                throw ExitCode.failure
            }
        }

        private func table() -> String {
            let presets = NormalizationProfile.presets.filter { name == nil || $0.name == name?.name }
            return presets.map { preset in
                let settings = preset.profile.settings.map { "  \($0.name): \($0.values.joined(separator: ", "))\n" }
                return "\(preset.name)  \(preset.profile.fingerprint)\n\(settings.joined())"
            }.joined()
        }

        private func jsonText() throws -> String {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            let data: Data
            if let name {
                data = try encoder.encode(name.value)
            } else {
                let all = NormalizationProfile.presets.map { ($0.name, $0.profile) }
                data = try encoder.encode(Dictionary(uniqueKeysWithValues: all))
            }
            return String(decoding: data, as: UTF8.self) + "\n"
        }
    }
#endif
