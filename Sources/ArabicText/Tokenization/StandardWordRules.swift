extension WordRules {
    /// The tokens of Lucene's StandardTokenizer (8.x), stated from the facts of its grammar.
    ///
    /// The grammar passes over what no rule of its matches, one scalar at a time. Here a base and the marks after it
    /// are passed over at once, as far as no token can begin inside: one can begin at U+200D (before an emoji) and at a
    /// mark of a dictionary script.
    static let standard: WordRules = {
        // Extend, Format and ZWJ; the same without the two variation selectors, inside emoji.
        let emojiMarks: WordAtoms = [.ignorable, .zwj, .complexMark]
        let marks: WordAtoms = emojiMarks.union([.textSelector, .emojiSelector])
        let plainMarks: WordAtoms = [.ignorable, .textSelector, .emojiSelector]
        let opening: WordAtoms = [.zwj, .complexMark]

        let words: Set<WordState> = [
            .letter, .hebrew, .closedHebrew, .number, .joiner, .katakana, .ideograph, .complex, .flag,
        ]
        let pending: Set<WordState> = [.letterMid, .hebrewDouble, .numberMid, .leadPending, .halfFlagPending]
        let skippedBases: Set<WordState> = [.other, .halfFlag, .lead]
        let emoji: Set<WordState> = [.pictograph, .linkedPictograph, .modified, .keycap]

        let skips: [Edge] = [
            Edge(.start, .carriageReturn, .carriageReturn), Edge(.carriageReturn, .lineFeed, .lineEnd),
            Edge(.start, [.lineFeed, .newline], .lineEnd),
            Edge(.start, .space, .space), Edge(.space, .space, .space), Edge(.space, plainMarks, .other),
            Edge(.start, .plain.union(plainMarks), .other),
            Edge(.start, .zwj, .zwjRun), Edge(.zwjRun, .zwj, .zwjRun), Edge(.zwjRun, plainMarks, .other),
        ]
        let letters: [Edge] = [
            // ExtendNumLet before a word belongs to it; alone it is none.
            Edge(.start, .joiner, .lead), Edge(.lead, .joiner, .lead), Edge(.lead, opening, .leadPending),
            Edge(.leadPending, .joiner, .leadPending),
            Edge(.letter, .midWord, .letterMid), Edge(.letterMid, [.letter, .hebrew], .letter),
            Edge(.hebrew, .midWord, .letterMid), Edge(.hebrew, .singleQuote, .closedHebrew),
            Edge(.hebrew, .doubleQuote, .hebrewDouble), Edge(.hebrewDouble, .hebrew, .closedHebrew),
            Edge(.number, .midNumber, .numberMid), Edge(.numberMid, .number, .number),
            Edge(.start, .katakana, .katakana), Edge(.lead, .katakana, .katakana),
            Edge(.leadPending, .katakana, .katakana), Edge(.joiner, .katakana, .katakana),
            Edge(.katakana, .katakana, .katakana), Edge(.katakana, .joiner, .joiner), Edge(.joiner, .joiner, .joiner),
        ]
        // Letters, Hebrew letters and numbers follow one another and ExtendNumLet freely.
        let runs = [WordState.start, .lead, .leadPending, .joiner, .letter, .hebrew, .closedHebrew, .number]
            .flatMap { [Edge($0, .letter, .letter), Edge($0, .hebrew, .hebrew), Edge($0, .number, .number)] }
        let joins = [WordState.letter, .hebrew, .closedHebrew, .number].map { Edge($0, .joiner, .joiner) }
        let others: [Edge] = [
            Edge(.start, .ideograph, .ideograph),
            Edge(.start, [.complex, .complexMark], .complex), Edge(.complex, .complex, .complex),
            Edge(.start, .regional, .halfFlag), Edge(.halfFlag, opening, .halfFlagPending),
            Edge(.halfFlag, .regional, .flag), Edge(.halfFlagPending, .regional, .flag),
        ]
        // Emoji sequences of UTS #51 in the grammar's form: (ZWJ* pictograph FE0F? | (ZWJ* base)? modifier), then
        // either more of them after ZWJ or tags with their end.
        let sequences: [Edge] =
            [WordState.start, .zwjRun].flatMap {
                [Edge($0, .pictograph, .pictograph), Edge($0, .modifierBase, .modifierBase)]
            }
            + [WordState.link, .longLink].flatMap {
                [
                    Edge($0, .pictograph, .linkedPictograph), Edge($0, .modifierBase, .modifierBase),
                    Edge($0, .zwj, .longLink),
                ]
            }
            + [WordState.pictograph, .linkedPictograph, .selected, .linkedSelected, .modified].map {
                Edge($0, .zwj, .link)
            } + [
                Edge(.start, .modifier, .modified), Edge(.modifierBase, .modifier, .modified),
                Edge(.link, .modifier, .modified),
                Edge(.pictograph, .emojiSelector, .selected), Edge(.linkedPictograph, .emojiSelector, .linkedSelected),
                Edge(.selected, .tag, .tags), Edge(.tags, .tag, .tags), Edge(.tags, .tagEnd, .tagged),
                // Keycaps of # and *; those of digits are numbers with marks to the rules.
                Edge(.start, .keycapSign, .keycapSign), Edge(.keycapSign, .ignorable, .keycapSign),
                Edge(.keycapSign, opening, .keycapSignPending),
                Edge(.keycapSignPending, emojiMarks, .keycapSignPending),
            ]
            + [WordState.keycapSign, .keycapSignPending].flatMap {
                [Edge($0, .keycapMark, .keycap), Edge($0, .emojiSelector, .keycapSelected)]
            } + [Edge(.keycapSelected, .keycapMark, .keycap)]
        return WordRules(
            atoms: atomsOfStandard,
            edges: skips + letters + runs + joins + others + sequences
                + loops(words.union(pending), marks) + loops(skippedBases, plainMarks)
                + loops(emoji.union([.modifierBase]), emojiMarks),
            accepting: words.union(emoji).union([.selected, .linkedSelected, .tagged]),
            skipped: skippedBases.union([.carriageReturn, .lineEnd, .space, .zwjRun, .keycapSign]),
            usesDictionary: false,
            maximumUnits: 255)
    }()

    private static func atomsOfStandard(_ wordClass: WordClass) -> WordAtoms {
        switch wordClass {
        case .other, .otherSpace, .laterLetter, .slash, .hyphen, .plus, .percent, .atSign, .urlSign, .urlPunctuation,
            .openingBracket, .closingBracket:
            .other
        case .carriageReturn: .carriageReturn
        case .lineFeed: .lineFeed
        case .newline: .newline
        case .space: .space
        case .ignorable, .bidiControl, .arabicSign: .ignorable
        case .textSelector: .textSelector
        case .emojiSelector: .emojiSelector
        case .keycapMark: [.ignorable, .keycapMark]
        case .tag: [.ignorable, .tag]
        case .tagEnd: [.ignorable, .tagEnd]
        // Not yet Extend in Unicode 9.
        case .emojiModifier: .modifier
        case .complexMark: .complexMark
        case .zeroWidthJoiner: .zwj
        case .regionalIndicator: .regional
        case .arabicLetter, .tatweel, .letter, .letterW: .letter
        case .hebrewLetter: .hebrew
        case .complexLetter: .complex
        case .ideograph: .ideograph
        case .ideographicLetter: [.ideograph, .letter]
        case .katakana: .katakana
        case .singleQuote: .singleQuote
        case .doubleQuote: .doubleQuote
        case .midNumLet, .fullStop: .midNumLet
        case .midLetter, .colon: .midLetter
        case .midNum, .comma, .semicolon: .midNum
        case .asciiDigit, .number: .number
        case .keycapSign, .numberSign: .keycapSign
        case .joiner, .joinerSpace: .joiner
        case .textPictograph, .emojiPictograph: .pictograph
        case .textModifierBase, .emojiModifierBase: [.pictograph, .modifierBase]
        case .pictographicLetter: [.letter, .pictograph]
        }
    }
}
