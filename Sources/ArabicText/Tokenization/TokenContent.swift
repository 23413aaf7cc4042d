/// What a token holds so far, as far as its kind depends on it: the token's second automaton, beside the rules.
enum TokenContent: UInt8 {
    /// Nothing yet; white space only; something, and nothing that makes it a term.
    case nothing, space, plain
    /// One regional indicator; `#` or `*` that a keycap may close, then also with U+FE0F.
    case halfFlag, keycapSign, keycapSignSelected
    /// One ASCII digit that a keycap may close, then also with U+FE0F, then closed.
    case digit, digitSelected, keycapDigit
    /// A pictograph that shows as text, and what shows as emoji.
    case pictograph, emoji
    case number, word, arabic

    /// The kind of a token with this content.
    var kind: TokenKind {
        switch self {
        case .nothing, .plain, .halfFlag, .keycapSign, .keycapSignSelected, .pictograph: .punctuation
        case .space: .space
        case .digit, .digitSelected, .number: .number
        case .keycapDigit, .emoji: .emoji
        case .word: .word
        case .arabic: .arabic
        }
    }

    private var isWord: Bool { self == .word || self == .arabic }
    private var isNumber: Bool { self == .digit || self == .digitSelected || self == .number }

    /// The content after one more scalar of a class.
    func adding(_ next: WordClass) -> TokenContent {
        if isWord { return self }
        switch next {
        case .arabicLetter, .tatweel: return .arabic
        case .letter, .letterW, .hebrewLetter, .complexLetter, .ideograph, .ideographicLetter, .katakana,
            .pictographicLetter,
            .laterLetter:
            return .word
        case .complexMark where self == .nothing: return .word
        case .asciiDigit: return self == .nothing ? .digit : .number
        case .number: return .number
        case .regionalIndicator, .textPictograph, .textModifierBase, .emojiPictograph, .emojiModifierBase:
            return addingPictograph(next)
        case .emojiModifier where self == .nothing || self == .pictograph: return .emoji
        case .ignorable, .zeroWidthJoiner, .complexMark, .textSelector, .emojiSelector, .keycapMark, .tag, .tagEnd,
            .emojiModifier, .bidiControl, .arabicSign:
            return addingMark(next)
        case .keycapSign, .numberSign: return self == .nothing ? .keycapSign : addingPlain
        case .space, .otherSpace, .carriageReturn, .lineFeed, .newline, .joinerSpace:
            return self == .nothing || self == .space ? .space : addingPlain
        case .joiner, .other, .singleQuote, .doubleQuote, .midNumLet, .midLetter, .midNum, .fullStop, .colon, .comma,
            .semicolon, .slash, .hyphen, .plus, .percent, .atSign, .urlSign, .urlPunctuation, .openingBracket,
            .closingBracket:
            return addingPlain
        }
    }

    private var addingPlain: TokenContent {
        switch self {
        case .digit, .digitSelected, .keycapDigit, .number: .number
        case .emoji: .emoji
        default: .plain
        }
    }

    private func addingPictograph(_ next: WordClass) -> TokenContent {
        switch self {
        case .digit, .digitSelected, .number: return .number
        case .emoji, .keycapDigit: return self
        // Two of them in one token are a flag, or a sequence with U+200D.
        case .halfFlag where next == .regionalIndicator: return .emoji
        case .pictograph: return .emoji
        default: break
        }
        switch next {
        case .regionalIndicator: return .halfFlag
        case .textPictograph, .textModifierBase: return .pictograph
        default: return .emoji
        }
    }

    private func addingMark(_ next: WordClass) -> TokenContent {
        switch (self, next) {
        case (.keycapSign, .emojiSelector): .keycapSignSelected
        case (.digit, .emojiSelector): .digitSelected
        case (.keycapSign, .keycapMark), (.keycapSignSelected, .keycapMark): .emoji
        case (.digit, .keycapMark), (.digitSelected, .keycapMark): .keycapDigit
        case (.keycapSign, .textSelector), (.keycapSignSelected, _): .plain
        case (.digit, .textSelector), (.digitSelected, _): .number
        case (.pictograph, .emojiSelector): .emoji
        case (.nothing, _), (.space, _): .plain
        default: self
        }
    }
}
