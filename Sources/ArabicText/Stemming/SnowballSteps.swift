/// The order of the steps of Snowball's Arabic stemmer, as data (source: `arabic.sbl`).
enum SnowballSteps {
    private typealias Rules = SnowballRules

    // MARK: Suffixes

    /// The tables at the end of a word, in the order in which they are tried.
    private enum Suffix: Int, CaseIterable {
        case verb1, verb2b, verb2a, verb2c
        case noun2c2, noun1a, noun1b, noun2a, noun2b, noun2c1, noun3, noun3BeforeLast
        case alefMaqsura
    }

    /// How far the end of a word has been worked on.
    enum SuffixState: Int, CaseIterable {
        case done
        /// A word that may be a verb, and one that is a defined noun.
        case verbOrNoun, definedNoun
        /// An object of a verb has fallen.
        case verb
        /// A possessive pronoun has fallen, or the ن of a plural.
        case pronoun, nun
        /// A noun suffix has fallen.
        case noun
    }

    private static func step(_ suffix: Suffix) -> AffixSteps.Step {
        switch suffix {
        case .verb1: .init(table: Rules.verbSuffix1)
        case .verb2a: .init(table: Rules.verbSuffix2a)
        case .verb2b: .init(table: Rules.verbSuffix2b)
        case .verb2c: .init(table: Rules.verbSuffix2c)
        case .noun1a: .init(table: Rules.nounSuffix1a)
        case .noun1b: .init(table: Rules.nounSuffix1b)
        case .noun2a: .init(table: Rules.nounSuffix2a)
        case .noun2b: .init(table: Rules.nounSuffix2b)
        case .noun2c1: .init(table: Rules.nounSuffix2c1)
        case .noun2c2: .init(table: Rules.nounSuffix2c2)
        case .noun3: .init(table: Rules.nounSuffix3)
        // Snowball steps over a letter, and so looks for the ي of relation before it.
        case .noun3BeforeLast: .init(table: Rules.nounSuffix3, skipped: 1)
        case .alefMaqsura: .init(table: Rules.alefMaqsura)
        }
    }

    static let suffixes = AffixSteps(step) { (state: SuffixState) -> [Suffix: SuffixState] in
        switch state {
        case .done: [:]
        case .verbOrNoun:
            [
                .verb1: .verb, .verb2b: .done, .verb2a: .done,
                .noun2c2: .noun, .noun1a: .pronoun, .noun1b: .nun, .noun2a: .noun, .noun2b: .noun,
                .noun3: .done, .alefMaqsura: .done,
            ]
        case .definedNoun:
            [.noun2c2: .noun, .noun1b: .nun, .noun2b: .noun, .noun3: .done, .alefMaqsura: .done]
        case .verb: [.verb1: .verb, .verb2a: .done, .verb2c: .done]
        case .pronoun:
            [.noun2a: .noun, .noun2b: .noun, .noun2c1: .noun, .noun3BeforeLast: .done, .alefMaqsura: .done]
        case .nun: [.noun2a: .noun, .noun2b: .noun, .noun2c1: .noun, .noun3: .done, .alefMaqsura: .done]
        case .noun: [.noun3: .done, .alefMaqsura: .done]
        }
    }

    // MARK: Prefixes

    /// The tables at the start of a word, in the order in which they are tried.
    private enum Prefix: Int, CaseIterable {
        case definedNoun
        case prefix1, prefix2, noun3a, noun3b, verb3, verb4
    }

    /// How far the start of a word has been worked on.
    enum PrefixState: Int, CaseIterable {
        case done
        /// A word as it came, of which nothing is known.
        case asItCame
        /// A word that may be a verb; the same when a doubled alef has fallen, and when a conjunction has.
        case verbOrNoun, afterAlef, afterConjunction
        /// A verb whose س has fallen.
        case future
        /// A defined noun, likewise.
        case definedNoun, definedAfterAlef, definedAfterConjunction
    }

    private static func step(_ prefix: Prefix) -> AffixSteps.Step {
        switch prefix {
        case .definedNoun: .init(table: Rules.definedNoun)
        case .prefix1: .init(table: Rules.prefix1)
        case .prefix2: .init(table: Rules.prefix2, exceptions: Rules.notPrefix2)
        case .noun3a: .init(table: Rules.nounPrefix3a)
        case .noun3b: .init(table: Rules.nounPrefix3b, exceptions: Rules.notNounPrefix3b)
        case .verb3: .init(table: Rules.verbPrefix3)
        case .verb4: .init(table: Rules.verbPrefix4)
        }
    }

    static let prefixes = AffixSteps(step) { (state: PrefixState) -> [Prefix: PrefixState] in
        let noun: [Prefix: PrefixState] = [.noun3a: .done, .noun3b: .done]
        let verb = noun.merging([.verb3: .future, .verb4: .done]) { $1 }
        return switch state {
        case .done: [:]
        case .asItCame: [.definedNoun: .done]
        case .verbOrNoun: verb.merging([.prefix1: .afterAlef, .prefix2: .afterConjunction]) { $1 }
        case .afterAlef: verb.merging([.prefix2: .afterConjunction]) { $1 }
        case .afterConjunction: verb
        case .future: [.verb4: .done]
        case .definedNoun: noun.merging([.prefix1: .definedAfterAlef, .prefix2: .definedAfterConjunction]) { $1 }
        case .definedAfterAlef: noun.merging([.prefix2: .definedAfterConjunction]) { $1 }
        case .definedAfterConjunction: noun
        }
    }
}
