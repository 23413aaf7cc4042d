/// What a rule can name: a scalar's class stands for one of these or for several (a pictographic letter is a letter
/// and a pictograph).
struct WordAtoms: OptionSet, Sendable {
    let rawValue: UInt64

    static let other = Self(rawValue: 1 << 0)
    static let carriageReturn = Self(rawValue: 1 << 1)
    static let lineFeed = Self(rawValue: 1 << 2)
    static let newline = Self(rawValue: 1 << 3)
    static let space = Self(rawValue: 1 << 4)
    static let ignorable = Self(rawValue: 1 << 5)
    static let textSelector = Self(rawValue: 1 << 6)
    static let emojiSelector = Self(rawValue: 1 << 7)
    static let keycapMark = Self(rawValue: 1 << 8)
    static let tag = Self(rawValue: 1 << 9)
    static let tagEnd = Self(rawValue: 1 << 10)
    static let modifier = Self(rawValue: 1 << 11)
    static let modifierBase = Self(rawValue: 1 << 12)
    static let pictograph = Self(rawValue: 1 << 13)
    static let pictographicLetter = Self(rawValue: 1 << 14)
    static let complexMark = Self(rawValue: 1 << 15)
    static let zwj = Self(rawValue: 1 << 16)
    static let regional = Self(rawValue: 1 << 17)
    static let letter = Self(rawValue: 1 << 18)
    static let hebrew = Self(rawValue: 1 << 19)
    static let complex = Self(rawValue: 1 << 20)
    static let ideograph = Self(rawValue: 1 << 21)
    static let katakana = Self(rawValue: 1 << 22)
    static let singleQuote = Self(rawValue: 1 << 23)
    static let doubleQuote = Self(rawValue: 1 << 24)
    static let midNumLet = Self(rawValue: 1 << 25)
    static let midLetter = Self(rawValue: 1 << 26)
    static let midNum = Self(rawValue: 1 << 27)
    static let number = Self(rawValue: 1 << 28)
    static let keycapSign = Self(rawValue: 1 << 29)
    static let joiner = Self(rawValue: 1 << 30)
    static let ideographicLetter = Self(rawValue: 1 << 31)
    static let arabic = Self(rawValue: 1 << 32)
    static let tatweel = Self(rawValue: 1 << 33)
    static let letterW = Self(rawValue: 1 << 34)
    static let fullStop = Self(rawValue: 1 << 35)
    static let colon = Self(rawValue: 1 << 36)
    static let comma = Self(rawValue: 1 << 37)
    static let semicolon = Self(rawValue: 1 << 38)
    static let numberSign = Self(rawValue: 1 << 39)
    static let slash = Self(rawValue: 1 << 40)
    static let hyphen = Self(rawValue: 1 << 41)
    static let plus = Self(rawValue: 1 << 42)
    static let percent = Self(rawValue: 1 << 43)
    static let atSign = Self(rawValue: 1 << 44)
    static let urlSign = Self(rawValue: 1 << 45)
    static let urlPunctuation = Self(rawValue: 1 << 46)
    static let openingBracket = Self(rawValue: 1 << 47)
    static let closingBracket = Self(rawValue: 1 << 48)
    /// A character that may stand within a token, and not at the end of a term.
    static let control = Self(rawValue: 1 << 49)
    static let keycapDigit = Self(rawValue: 1 << 50)

    /// What may stand between two letters, and between two numbers (WB6, WB12).
    static let midWord: Self = [.midLetter, .midNumLet, .singleQuote]
    static let midNumber: Self = [.midNum, .midNumLet, .singleQuote]
    /// What joins nothing at the start of a token.
    static let plain: Self = [.other, .singleQuote, .doubleQuote, .midNumLet, .midLetter, .midNum]
}

/// The states that the rows of a rule set name. An automaton is in several at once.
enum WordState: UInt8, CaseIterable {
    case start, carriageReturn, lineEnd, space
    case other, afterZWJ
    case letter, letterMid, hebrew, hebrewQuote, hebrewDouble, closedHebrew
    case number, numberMid, joiner, lead, leadPending
    case katakana, ideograph, complex
    case halfFlag, halfFlagPending, flag
    case zwjRun, pictograph, linkedPictograph, selected, linkedSelected, modifierBase, modified
    case link, longLink, tags, tagged
    case keycapSign, keycapSignPending, keycapSelected, keycap
    case arabic, initial, initialStop, nextInitial, initials
    case digits, digitsMid, dateSlash, slashedDate, nextDateSlash, dateHyphen, hyphenedDate, nextDateHyphen, fullDate,
        percentage
    case countryPlus, countryDigit, secondCountryDigit, thirdCountryDigit, fourthCountryDigit, phone, phoneHyphen
    case scheme, schemeColon, schemeSlash, schemeEnd, firstW, secondW, thirdW, wwwStop
    case url, urlHeld, bracketedURL, bracketedURLHeld, hostStop, topDomainStart, topDomain
    case local, local2, local3, local4, local5, localSign, localSign2, localSign3, localSign4
    case emailAt, domain, domainStop, email, emailHyphen
    case mentionSign, mention, hashSign, hashLead, hashtag
}

/// A rule set as a nondeterministic automaton: what a class stands for, which state follows which on what, and where a
/// token may end. `WordAutomaton` is made from it.
struct WordRules: Sendable {
    /// From a state, on any of some atoms, to a state.
    struct Edge: Sendable {
        let from: WordState
        let atoms: WordAtoms
        let to: WordState

        init(_ from: WordState, _ atoms: WordAtoms, _ to: WordState) {
            self.from = from
            self.atoms = atoms
            self.to = to
        }
    }

    /// What a class stands for.
    let atoms: @Sendable (WordClass) -> WordAtoms
    let edges: [Edge]
    /// Where a token that the rules mean may end.
    let accepting: Set<WordState>
    /// Where a stretch may end that the rules pass over: punctuation or space, whatever it holds.
    let skipped: Set<WordState>
    /// States that accept before the scalar that leads to them, which only shows that the token is complete. No edge
    /// leaves them.
    var acceptingBefore: Set<WordState> = []
    /// The kind of a token that ends in one of these, whatever it holds; the first that applies.
    var kinds: [(WordState, TokenKind)] = []
    /// Whether dictionary runs inside a token go to ICU.
    let usesDictionary: Bool
    /// The most UTF-16 units of a token, or nil.
    let maximumUnits: Int?

    /// Edges, and those that follow from them for letters that are ideographs too: whichever of the two such a letter is
    /// read as, it goes on as both.
    static func both(_ edges: [Edge]) -> [Edge] {
        edges
            + edges.compactMap { edge in
                switch edge.to {
                case .letter where edge.atoms.contains(.letter): Edge(edge.from, .ideographicLetter, .ideograph)
                case .ideograph where edge.atoms.contains(.ideograph): Edge(edge.from, .ideographicLetter, .letter)
                default: nil
                }
            }
    }

    /// Edges from each state to itself.
    static func loops(_ states: Set<WordState>, _ atoms: WordAtoms) -> [Edge] {
        states.map { Edge($0, atoms, $0) }
    }
}
