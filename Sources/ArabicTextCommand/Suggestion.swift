#if CommandLineTool
    import ArgumentParser

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// The stages and the values of their options, as the parser of arguments tells them.
    struct Vocabulary: Decodable {
        struct Command: Decodable {
            let commandName: String
            let arguments: [Argument]?
            let subcommands: [Command]?
        }

        struct Argument: Decodable {
            struct Name: Decodable {
                let name: String
            }

            let names: [Name]?
            let allValues: [String]?
        }

        let command: Command

        /// Asks a command; nil where its answer is not understood.
        init?(of command: any ParsableCommand.Type) {
            do {
                _ = try command.parseAsRoot(["--experimental-dump-help"])
                return nil
            } catch {
                let description = Data(command.message(for: error).utf8)
                guard let vocabulary = try? JSONDecoder().decode(Vocabulary.self, from: description) else { return nil }
                self = vocabulary
            }
        }

        /// The first argument, if it is neither a stage nor an option.
        func unknownStage(in arguments: [String]) -> String? {
            guard let word = arguments.first, !word.hasPrefix("-"), word != "help" else { return nil }
            return stage(named: word) == nil ? word : nil
        }

        private func stage(named name: String) -> Command? {
            command.subcommands?.first { $0.commandName == name }
        }

        /// What was probably meant by the first argument that is no stage, or no value of its option.
        func correction(of arguments: [String]) -> String? {
            guard let word = arguments.first(where: { $0 != "help" }) else { return nil }
            guard let stage = stage(named: word) else {
                return word.hasPrefix("-") ? nil : command.subcommands?.map(\.commandName).nearest(to: word)
            }
            for (option, value) in zip(arguments, arguments.dropFirst() + [""]) {
                let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
                guard let name = parts.first, name.hasPrefix("--") else { continue }
                let given = parts.count > 1 ? parts[1] : value
                for argument in stage.arguments ?? []
                where argument.names?.contains(where: { "--" + $0.name == name }) == true {
                    guard let values = argument.allValues, !values.contains(given) else { continue }
                    if let nearest = values.nearest(to: given) { return nearest }
                }
            }
            return nil
        }
    }

    extension [String] {
        /// The element that fewest changes of one letter lead to, where these are at most a third of the word.
        func nearest(to word: String) -> String? {
            let distances = map { (name: $0, distance: $0.distance(to: word.lowercased())) }
            guard let best = distances.min(by: { $0.distance < $1.distance }) else { return nil }
            return best.distance <= Swift.max(1, best.name.utf8.count / 3) ? best.name : nil
        }

        /// A sentence for a message, after a space; empty where no element is near.
        func suggestion(for word: String) -> String { nearest(to: word).map { " Did you mean \"\($0)\"?" } ?? "" }
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
