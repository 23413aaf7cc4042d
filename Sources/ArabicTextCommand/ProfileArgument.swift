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
            } else if argument.contains(where: { $0 == "." || $0 == "/" }) {
                profile = try Self.read(argument)
            } else {
                let nearest =
                    NormalizationProfile.presets.map(\.name).nearest(to: argument).map { " Did you mean \"\($0)\"?" }
                    ?? ""
                throw ValidationError(
                    """
                    there is no profile "\(argument)".\(nearest) There are: \(Self.known); \
                    or name a JSON file, "./\(argument)" if it has no extension.
                    """)
            }
        }

        /// The names of the presets, for people.
        static var known: String { NormalizationProfile.presets.map(\.name).joined(separator: ", ") }

        /// What a shell completes.
        static var completion: CompletionKind { .file(extensions: ["json"]) }

        private static func read(_ path: String) throws -> NormalizationProfile {
            do {
                var input = try Input(path)
                defer { input.close() }
                return try JSONDecoder().decode(NormalizationProfile.self, from: Data(try input.readAll()))
            } catch let error as InputError {
                throw ValidationError(error.description)
            } catch let error as DecodingError {
                throw ValidationError("\(path): \(error.explanation)")
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

    extension [String] {
        /// The element that fewest changes of one letter lead to, where these are at most a third of the word.
        func nearest(to word: String) -> String? {
            let distances = map { (name: $0, distance: $0.distance(to: word.lowercased())) }
            guard let best = distances.min(by: { $0.distance < $1.distance }) else { return nil }
            return best.distance <= Swift.max(1, best.name.utf8.count / 3) ? best.name : nil
        }
    }

    extension String {
        /// Levenshtein's distance, over bytes.
        fileprivate func distance(to other: String) -> Int {
            let other = Array(other.utf8)
            var row = Array(0...other.count)
            for (line, byte) in utf8.enumerated() {
                var diagonal = row[0]
                row[0] = line + 1
                for (column, otherByte) in other.enumerated() {
                    let change = diagonal + (byte == otherByte ? 0 : 1)
                    diagonal = row[column + 1]
                    row[column + 1] = Swift.min(change, diagonal + 1, row[column] + 1)
                }
            }
            return row[other.count]
        }
    }
#endif
