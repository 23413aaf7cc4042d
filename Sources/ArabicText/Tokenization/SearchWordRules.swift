extension WordRules {
    /// Our own rules for searching (`TokenizationRules.search`): those of Unicode Standard Annex #29, less what joins
    /// Arabic words by accident, and the tokens of modern text that the annex divides.
    static let search = searchRules(dividesScripts: false)

    /// The same, with Arabic letters apart from digits and from letters of other scripts.
    static let searchDivided = searchRules(dividesScripts: true)

    private static func searchRules(dividesScripts: Bool) -> WordRules {
        let groups = [
            basicRows, letterRows, initialRows, numberRows, phoneRows, urlRows, hostRows, emailRows, nameRows,
            dividesScripts ? [] : mixedRows,
        ]
        // What follows any but a line end and is ignored between the parts of a rule (WB4), without that of emoji.
        let carried: WordAtoms = [.ignorable, .zwj, .emojiSelector, .control]
        let bases: Set<WordState> = [
            .letter, .hebrew, .hebrewQuote, .arabic, .initial, .number, .joiner, .katakana, .ideograph, .percentage,
            .fullDate, .phone, .mention, .hashtag, .url, .bracketedURL, .keycap,
        ]
        let pending: Set<WordState> = [
            .letterMid, .hebrewDouble, .numberMid, .digits, .digitsMid, .initialStop, .dateSlash, .slashedDate,
            .nextDateSlash, .dateHyphen,
            .hyphenedDate, .nextDateHyphen, .phoneHyphen, .hashLead,
        ]
        let plain: Set<WordState> = [.other, .halfFlag]
        return WordRules(
            atoms: atomsOfSearch,
            edges: both(groups.flatMap { $0 })
                + loops(bases.union(pending), carried)
                + loops([.nextInitial], [.ignorable, .zwj, .emojiSelector])
                + loops(plain, carried.union(.keycapMark)) + plain.map { Edge($0, .zwj, .afterZWJ) },
            accepting: bases.union(plain).union([.carriageReturn, .lineEnd, .space, .afterZWJ, .email]),
            skipped: [],
            acceptingBefore: [.initials],
            kinds: [
                (.url, .url), (.bracketedURL, .url), (.email, .email), (.hashtag, .hashtag), (.mention, .mention),
                (.keycap, .emoji),
            ],
            usesDictionary: true,
            maximumUnits: nil)
    }

    private static let letters: WordAtoms = [.letter, .hebrew, .arabic]
    private static let nameLetters: WordAtoms = letters.union([.ideograph, .katakana])
    /// The signs that may stand in a URL, and end it.
    private static let urlParts: WordAtoms = letters.union([
        .number, .joiner, .slash, .hyphen, .plus, .percent, .urlSign, .numberSign, .atSign, .keycapSign,
    ])
    /// The signs that may stand in a URL, and do not end it.
    private static let urlMiddles: WordAtoms = [
        .fullStop, .colon, .comma, .semicolon, .singleQuote, .urlPunctuation,
    ]

    private static let numberMiddles: WordAtoms = [.midNum, .midNumLet, .fullStop, .comma, .colon, .singleQuote]

    /// Lines, spaces, whatever joins nothing, dictionary runs and emoji: as in the annex.
    private static let basicRows: [Edge] = [
        Edge(.start, .carriageReturn, .carriageReturn), Edge(.carriageReturn, .lineFeed, .lineEnd),
        Edge(.start, [.lineFeed, .newline], .lineEnd),
        Edge(.start, .space, .space), Edge(.space, .space, .space),
        Edge(.space, [.ignorable, .zwj, .emojiSelector, .keycapMark, .control], .other),
        Edge(.start, .plain.union([.ignorable, .zwj, .emojiSelector, .keycapMark, .control]), .other),
        Edge(.start, .katakana, .katakana), Edge(.katakana, .katakana, .katakana), Edge(.katakana, .joiner, .joiner),
        Edge(.start, .ideograph, .ideograph), Edge(.ideograph, .ideograph, .ideograph),
        Edge(.ideograph, .katakana, .katakana), Edge(.katakana, .ideograph, .ideograph),
        Edge(.start, .regional, .halfFlag), Edge(.halfFlag, .regional, .other),
        Edge(.start, .zwj, .afterZWJ), Edge(.space, .zwj, .afterZWJ),
        Edge(.afterZWJ, .pictograph, .other), Edge(.afterZWJ, .pictographicLetter, .letter),
        // A digit in a keycap is no number.
        Edge(.start, .keycapDigit, .keycapSign), Edge(.keycapSign, .emojiSelector, .keycapSelected),
        Edge(.keycapSign, .keycapMark, .keycap), Edge(.keycapSelected, .keycapMark, .keycap),
    ]

    /// Words. A mid letter joins letters that are not Arabic; a colon is none.
    private static let letterRows: [Edge] = [
        Edge(.start, .arabic, .arabic), Edge(.arabic, .arabic, .arabic), Edge(.arabic, .joiner, .joiner),
        Edge(.start, .letter, .letter), Edge(.start, .hebrew, .hebrew),
        Edge(.letter, .letter, .letter), Edge(.letter, .hebrew, .hebrew), Edge(.letter, .number, .number),
        Edge(.letter, .joiner, .joiner),
        Edge(.letter, [.midLetter, .midNumLet, .fullStop, .singleQuote], .letterMid),
        Edge(.letterMid, .letter, .letter), Edge(.letterMid, .hebrew, .hebrew),
        Edge(.hebrew, .letter, .letter), Edge(.hebrew, .hebrew, .hebrew), Edge(.hebrew, .number, .number),
        Edge(.hebrew, .joiner, .joiner), Edge(.hebrew, [.midLetter, .midNumLet, .fullStop], .letterMid),
        Edge(.hebrew, .singleQuote, .hebrewQuote), Edge(.hebrew, .doubleQuote, .hebrewDouble),
        Edge(.hebrewQuote, .letter, .letter), Edge(.hebrewQuote, .hebrew, .hebrew),
        Edge(.hebrewDouble, .hebrew, .hebrew),
        Edge(.start, .joiner, .joiner), Edge(.joiner, .joiner, .joiner), Edge(.joiner, .letter, .letter),
        Edge(.joiner, .hebrew, .hebrew), Edge(.joiner, .arabic, .arabic), Edge(.joiner, .number, .number),
        Edge(.joiner, .katakana, .katakana),
        Edge(.number, .letter, .letter), Edge(.number, .hebrew, .hebrew), Edge(.number, .joiner, .joiner),
    ]

    /// Arabic letters beside digits and other scripts, in one word.
    private static let mixedRows: [Edge] = [
        Edge(.arabic, .letter, .letter), Edge(.arabic, .hebrew, .hebrew), Edge(.arabic, .number, .number),
        Edge(.letter, .arabic, .arabic), Edge(.hebrew, .arabic, .arabic), Edge(.hebrewQuote, .arabic, .arabic),
        Edge(.number, .arabic, .arabic),
    ]

    /// Single Arabic letters with full stops between them. Whether the last one is single shows after it.
    private static let initialRows: [Edge] = [
        Edge(.start, .arabic, .initial), Edge(.initial, .tatweel, .initial), Edge(.initial, .fullStop, .initialStop),
        Edge(.initialStop, .arabic, .nextInitial), Edge(.nextInitial, .tatweel, .nextInitial),
        Edge(.nextInitial, .fullStop, .initialStop),
        Edge(
            .nextInitial,
            .plain.union([.space, .carriageReturn, .lineFeed, .newline, .control, .regional, .keycapMark]), .initials),
    ]

    /// Numbers; and where no letter stands before them, dates and percentages.
    private static let numberRows: [Edge] = [
        Edge(.start, .number, .number), Edge(.number, .number, .number), Edge(.number, numberMiddles, .numberMid),
        Edge(.numberMid, .number, .number),
        Edge(.start, .number, .digits), Edge(.digits, .number, .digits), Edge(.digits, numberMiddles, .digitsMid),
        Edge(.digitsMid, .number, .digits),
        Edge(.digits, .percent, .percentage),
        Edge(.digits, .slash, .dateSlash), Edge(.dateSlash, .number, .slashedDate),
        Edge(.slashedDate, .number, .slashedDate), Edge(.slashedDate, .slash, .nextDateSlash),
        Edge(.fullDate, .slash, .nextDateSlash), Edge(.nextDateSlash, .number, .fullDate),
        Edge(.digits, .hyphen, .dateHyphen), Edge(.dateHyphen, .number, .hyphenedDate),
        Edge(.hyphenedDate, .number, .hyphenedDate), Edge(.hyphenedDate, .hyphen, .nextDateHyphen),
        Edge(.fullDate, .hyphen, .nextDateHyphen), Edge(.nextDateHyphen, .number, .fullDate),
        Edge(.fullDate, .number, .fullDate),
    ]

    /// Telephone numbers after `+`.
    private static let phoneRows: [Edge] = [
        Edge(.start, .plus, .countryPlus), Edge(.countryPlus, .number, .countryDigit),
        Edge(.countryDigit, .number, .secondCountryDigit), Edge(.secondCountryDigit, .number, .thirdCountryDigit),
        Edge(.thirdCountryDigit, .number, .fourthCountryDigit), Edge(.fourthCountryDigit, .number, .phone),
        Edge(.phone, .number, .phone), Edge(.phone, .hyphen, .phoneHyphen), Edge(.phoneHyphen, .number, .phone),
        Edge(.countryDigit, .hyphen, .phoneHyphen), Edge(.secondCountryDigit, .hyphen, .phoneHyphen),
        Edge(.thirdCountryDigit, .hyphen, .phoneHyphen),
    ]

    /// URLs, by scheme or `www.`, with brackets one deep.
    private static let urlRows: [Edge] = [
        Edge(.start, .letter, .scheme), Edge(.scheme, .letter, .scheme), Edge(.scheme, .colon, .schemeColon),
        Edge(.schemeColon, .slash, .schemeSlash), Edge(.schemeSlash, .slash, .schemeEnd),
        Edge(.schemeEnd, .slash, .schemeEnd), Edge(.schemeEnd, letters.union(.number), .url),
        Edge(.start, .letterW, .firstW), Edge(.firstW, .letterW, .secondW), Edge(.secondW, .letterW, .thirdW),
        Edge(.thirdW, .fullStop, .wwwStop), Edge(.wwwStop, letters.union(.number), .url),
        Edge(.url, urlParts, .url), Edge(.url, urlMiddles, .urlHeld), Edge(.url, .openingBracket, .bracketedURLHeld),
        Edge(.urlHeld, urlParts, .url), Edge(.urlHeld, urlMiddles, .urlHeld),
        Edge(.urlHeld, .openingBracket, .bracketedURLHeld),
        Edge(.bracketedURL, urlParts, .bracketedURL), Edge(.bracketedURL, .closingBracket, .url),
        Edge(.bracketedURL, urlMiddles, .bracketedURLHeld),
        Edge(.bracketedURLHeld, urlParts, .bracketedURL), Edge(.bracketedURLHeld, .closingBracket, .url),
        Edge(.bracketedURLHeld, urlMiddles, .bracketedURLHeld),
    ]

    /// What stands before `@` or before the path of a URL: parts with at most four signs between them, since a longer
    /// look ahead would be read again from each part.
    private static let hostRows: [Edge] = {
        let parts: [WordState] = [.local, .local2, .local3, .local4, .local5]
        let signs: [WordState] = [.localSign, .localSign2, .localSign3, .localSign4]
        let characters: WordAtoms = [.letter, .number, .joiner]
        return [Edge(.start, characters, .local)]
            + parts.flatMap { [Edge($0, characters, $0), Edge($0, .atSign, .emailAt)] }
            + zip(parts, signs).flatMap {
                [
                    Edge($0, [.fullStop, .hyphen, .plus, .percent, .singleQuote], $1),
                    Edge($0, .fullStop, .hostStop),
                ]
            }
            + zip(signs, parts.dropFirst()).map { Edge($0, characters, $1) }
            + [
                Edge(.hostStop, .letter, .topDomainStart), Edge(.topDomainStart, .letter, .topDomain),
                Edge(.topDomain, .letter, .topDomain), Edge(.topDomain, .slash, .url),
            ]
    }()

    private static let emailRows: [Edge] = [
        Edge(.emailAt, [.letter, .number], .domain), Edge(.domain, [.letter, .number, .hyphen], .domain),
        Edge(.domain, .fullStop, .domainStop), Edge(.domainStop, [.letter, .number], .email),
        Edge(.email, [.letter, .number], .email), Edge(.email, .fullStop, .domainStop),
        Edge(.email, .hyphen, .emailHyphen), Edge(.emailHyphen, .hyphen, .emailHyphen),
        Edge(.emailHyphen, [.letter, .number], .email),
    ]

    /// Mentions and hashtags.
    private static let nameRows: [Edge] = [
        Edge(.start, .atSign, .mentionSign), Edge(.mentionSign, nameLetters.union([.number, .joiner]), .mention),
        Edge(.mention, nameLetters.union([.number, .joiner]), .mention),
        Edge(.start, .numberSign, .hashSign), Edge(.hashSign, nameLetters, .hashtag),
        Edge(.hashSign, [.number, .joiner], .hashLead), Edge(.hashLead, [.number, .joiner], .hashLead),
        Edge(.hashLead, nameLetters, .hashtag), Edge(.hashtag, nameLetters.union([.number, .joiner]), .hashtag),
    ]

    private static func atomsOfSearch(_ wordClass: WordClass) -> WordAtoms {
        switch wordClass {
        case .other, .otherSpace: .other
        case .keycapSign: [.other, .keycapSign]
        case .numberSign: [.other, .numberSign]
        case .slash: [.other, .slash]
        case .hyphen: [.other, .hyphen]
        case .plus: [.other, .plus]
        case .percent: [.other, .percent]
        case .atSign: [.other, .atSign]
        case .urlSign: [.other, .urlSign]
        case .urlPunctuation: [.other, .urlPunctuation]
        case .openingBracket: [.other, .openingBracket]
        case .closingBracket: [.other, .closingBracket]
        case .fullStop: [.other, .fullStop]
        case .colon: [.other, .colon]
        case .comma: [.other, .comma]
        case .semicolon: [.other, .semicolon]
        case .arabicSign: .other
        case .carriageReturn: .carriageReturn
        case .lineFeed: .lineFeed
        case .newline: .newline
        case .space: .space
        case .bidiControl: .control
        case .emojiSelector: .emojiSelector
        case .keycapMark: .keycapMark
        case .ignorable, .textSelector, .tag, .tagEnd, .emojiModifier, .complexMark: .ignorable
        case .zeroWidthJoiner: .zwj
        case .regionalIndicator: .regional
        case .arabicLetter: .arabic
        case .tatweel: [.arabic, .tatweel]
        case .letterW: [.letter, .letterW]
        case .letter, .complexLetter, .laterLetter: .letter
        case .hebrewLetter: .hebrew
        case .ideograph: .ideograph
        case .ideographicLetter: [.ideograph, .letter, .ideographicLetter]
        case .katakana: .katakana
        case .singleQuote: .singleQuote
        case .doubleQuote: .doubleQuote
        case .midNumLet: .midNumLet
        case .midLetter: .midLetter
        case .midNum: .midNum
        case .asciiDigit: [.number, .keycapDigit]
        case .number: .number
        case .joiner, .joinerSpace: .joiner
        case .textPictograph, .emojiPictograph, .textModifierBase, .emojiModifierBase: [.other, .pictograph]
        case .pictographicLetter: [.letter, .pictograph, .pictographicLetter]
        }
    }
}
