extension WordRules {
    /// Unicode Standard Annex #29, word boundaries, root, without CLDR's tailorings. Rule numbers are the annex's.
    ///
    /// A boundary never depends on what lies before it, so each token starts anew at `start`; flags too (WB15, WB16),
    /// since a boundary before a regional indicator means that an even number lies behind.
    static let unicode: WordRules = {
        // WB4: what follows any but a line end, and is ignored between the parts of a rule.
        let carried: WordAtoms = [.ignorable, .zwj]
        // Tokens may end in these, and they carry marks.
        let bases: Set<WordState> = [
            .other, .letter, .hebrew, .hebrewQuote, .number, .joiner, .katakana, .ideograph, .halfFlag,
        ]
        // Inside a rule that looks ahead: no token ends here.
        let pending: Set<WordState> = [.letterMid, .hebrewDouble, .numberMid]
        let rows: [Edge] = [
            // WB3, WB3a, WB3b
            Edge(.start, .carriageReturn, .carriageReturn), Edge(.carriageReturn, .lineFeed, .lineEnd),
            Edge(.start, [.lineFeed, .newline], .lineEnd),
            // WB3d, and WB4 after a space
            Edge(.start, .space, .space), Edge(.space, .space, .space), Edge(.space, carried, .other),
            // WB999
            Edge(.start, .plain.union(carried), .other),
            // WB5–WB7, WB9
            Edge(.start, .letter, .letter), Edge(.start, .hebrew, .hebrew),
            Edge(.letter, .letter, .letter), Edge(.letter, .hebrew, .hebrew), Edge(.letter, .number, .number),
            Edge(.letter, .joiner, .joiner), Edge(.letter, .midWord, .letterMid),
            Edge(.letterMid, .letter, .letter), Edge(.letterMid, .hebrew, .hebrew),
            // The same for Hebrew, and WB7a–WB7c
            Edge(.hebrew, .letter, .letter), Edge(.hebrew, .hebrew, .hebrew), Edge(.hebrew, .number, .number),
            Edge(.hebrew, .joiner, .joiner), Edge(.hebrew, [.midLetter, .midNumLet], .letterMid),
            Edge(.hebrew, .singleQuote, .hebrewQuote), Edge(.hebrew, .doubleQuote, .hebrewDouble),
            Edge(.hebrewQuote, .letter, .letter), Edge(.hebrewQuote, .hebrew, .hebrew),
            Edge(.hebrewDouble, .hebrew, .hebrew),
            // WB8, WB10–WB12
            Edge(.start, .number, .number), Edge(.number, .number, .number),
            Edge(.number, .letter, .letter), Edge(.number, .hebrew, .hebrew), Edge(.number, .joiner, .joiner),
            Edge(.number, .midNumber, .numberMid), Edge(.numberMid, .number, .number),
            // WB13
            Edge(.start, .katakana, .katakana), Edge(.katakana, .katakana, .katakana),
            Edge(.katakana, .joiner, .joiner),
            // WB13a, WB13b
            Edge(.start, .joiner, .joiner), Edge(.joiner, .joiner, .joiner), Edge(.joiner, .letter, .letter),
            Edge(.joiner, .hebrew, .hebrew), Edge(.joiner, .number, .number), Edge(.joiner, .katakana, .katakana),
            // Not in the annex: Han, Hiragana and Katakana make one run for the dictionary.
            Edge(.start, .ideograph, .ideograph), Edge(.ideograph, .ideograph, .ideograph),
            Edge(.ideograph, .katakana, .katakana), Edge(.katakana, .ideograph, .ideograph),
            // WB15, WB16
            Edge(.start, .regional, .halfFlag), Edge(.halfFlag, .regional, .other),
            // WB3c, wherever WB4 has carried a joiner
            Edge(.start, .zwj, .afterZWJ), Edge(.space, .zwj, .afterZWJ),
            Edge(.afterZWJ, .pictograph, .other), Edge(.afterZWJ, .pictographicLetter, .letter),
        ]
        return WordRules(
            atoms: atomsOfUnicode,
            edges: both(rows) + loops(bases.union(pending), carried) + bases.map { Edge($0, .zwj, .afterZWJ) },
            accepting: bases.union([.carriageReturn, .lineEnd, .space]),
            skipped: [],
            usesDictionary: true,
            maximumUnits: nil)
    }()

    private static func atomsOfUnicode(_ wordClass: WordClass) -> WordAtoms {
        switch wordClass {
        case .other, .otherSpace, .keycapSign, .numberSign, .slash, .hyphen, .plus, .percent, .atSign, .urlSign,
            .urlPunctuation,
            .openingBracket, .closingBracket:
            .other
        case .carriageReturn: .carriageReturn
        case .lineFeed: .lineFeed
        case .newline: .newline
        case .space: .space
        case .ignorable, .bidiControl, .arabicSign, .textSelector, .emojiSelector, .keycapMark, .tag, .tagEnd,
            .emojiModifier, .complexMark:
            .ignorable
        case .zeroWidthJoiner: .zwj
        case .regionalIndicator: .regional
        case .arabicLetter, .tatweel, .letter, .letterW, .complexLetter, .laterLetter: .letter
        case .hebrewLetter: .hebrew
        case .ideograph: .ideograph
        case .ideographicLetter: [.ideograph, .letter, .ideographicLetter]
        case .katakana: .katakana
        case .singleQuote: .singleQuote
        case .doubleQuote: .doubleQuote
        case .midNumLet, .fullStop: .midNumLet
        case .midLetter, .colon: .midLetter
        case .midNum, .comma, .semicolon: .midNum
        case .asciiDigit, .number: .number
        case .joiner, .joinerSpace: .joiner
        case .textPictograph, .emojiPictograph, .textModifierBase, .emojiModifierBase: [.other, .pictograph]
        case .pictographicLetter: [.letter, .pictograph, .pictographicLetter]
        }
    }
}
