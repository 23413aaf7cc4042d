#if CommandLineTool
    import ArabicText
    import ArgumentParser

    /// A type whose values have names that a user may give.
    protocol NamedChoice: Sendable {
        static var choices: [(name: String, value: Self)] { get }
    }

    /// One of the named values of a type, as an argument.
    struct Choice<Value: NamedChoice>: ExpressibleByArgument {
        let name: String
        let value: Value

        init?(argument: String) {
            guard let choice = Value.choices.first(where: { $0.name == argument }) else { return nil }
            (name, value) = choice
        }

        /// A default, which is one of the choices.
        init(_ name: String, _ value: Value) {
            self.name = name
            self.value = value
        }

        var defaultValueDescription: String { name }
        static var allValueStrings: [String] { Value.choices.map(\.name) }
        static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
    }

    extension AnalyzerSettings: NamedChoice {
        static var choices: [(name: String, value: Self)] { presets.map { ($0.name, $0.settings) } }
    }

    extension ArabicStemmer: NamedChoice {
        static var choices: [(name: String, value: Self)] { all.map { ($0.name, $0) } }
    }

    extension TokenizationRules: NamedChoice {
        static var choices: [(name: String, value: Self)] { all.map { ($0.name, $0) } }
    }

    extension Transliteration: NamedChoice {
        static var choices: [(name: String, value: Self)] { all.map { ($0.name, $0) } }
    }

    extension CliticScheme: NamedChoice {
        static var choices: [(name: String, value: Self)] { allCases.map { ($0.rawValue, $0) } }
    }

    extension IllFormedPolicy: NamedChoice {
        static var choices: [(name: String, value: Self)] { allCases.map { ($0.rawValue, $0) } }
    }
#endif
