#if CommandLineTool
    import ArabicText
    import ArgumentParser

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// A normalisation profile as an argument: the name of a preset, or a JSON file of settings.
    struct ProfileArgument: Sendable, CustomStringConvertible {
        /// The preset's name or the file's path.
        let name: String
        let profile: NormalizationProfile

        var description: String { name }

        /// A default, which is one of the presets.
        init(_ name: String, _ profile: NormalizationProfile) {
            self.name = name
            self.profile = profile
        }

        /// Reads an argument. What is no preset's name and has a dot or a slash is a file.
        ///
        /// Throws an error of usage, for nothing has been done yet when arguments are read.
        init(parsing argument: String) throws {
            name = argument
            if let preset = NormalizationProfile(named: argument) {
                profile = preset
            } else if argument.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }) {
                profile = try Self.read(argument)
            } else {
                let names = NormalizationProfile.presets.map(\.name)
                throw ValidationError(
                    """
                    there is no profile "\(argument)".\(names.suggestion(for: argument)) There are: \(Self.known); \
                    or name a JSON file, "./\(argument)" if it has no extension.
                    """)
            }
        }

        /// The names of the presets, for people.
        static var known: String { NormalizationProfile.presets.map(\.name).joined(separator: ", ") }

        /// What a shell completes: the presets, and the JSON files of a folder.
        static var completion: CompletionKind {
            .custom { _, _, prefix in
                let folder = prefix.lastIndex(of: "/").map { String(prefix[...$0]) } ?? ""
                let names = try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
                let files = (names ?? []).filter { $0.hasSuffix(".json") }.sorted().map { folder + $0 }
                return (NormalizationProfile.presets.map(\.name) + files).filter { $0.hasPrefix(prefix) }
            }
        }

        /// All settings take less than a thousandth of it.
        private static let largestFile = 1 << 20

        private static func read(_ path: String) throws -> NormalizationProfile {
            do {
                let text = try TextFile.read(path, atMost: largestFile)
                return try JSONDecoder().decode(NormalizationProfile.self, from: Data(text))
            } catch let error as InputError {
                throw ValidationError(error.description)
            } catch let error as DecodingError {
                // A key may be anything, and must not end the line.
                throw ValidationError("\(path): \(error.explanation.quoted)")
            }
        }
    }

    extension DecodingError {
        /// What is wrong, and at which member.
        fileprivate var explanation: String {
            let context: Context
            switch self {
            case .dataCorrupted(let found): context = found
            case .typeMismatch(_, let found), .valueNotFound(_, let found), .keyNotFound(_, let found): context = found
            @unknown default: return "\(self)"
            }
            let place = context.codingPath.map(\.stringValue).joined(separator: ".")
            let cause = context.underlyingError.map { " \($0)" } ?? ""
            return (place.isEmpty ? "" : "\"\(place)\": ") + context.debugDescription + cause
        }
    }
#endif
