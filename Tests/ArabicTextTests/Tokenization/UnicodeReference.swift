@testable import ArabicText

/// The rules of UAX #29 one after the other over an array of classes, slow and obvious. What goes beyond the annex is
/// marked: dictionary letters join like letters, and Han, Hiragana and Katakana make one run; the dictionary does not
/// divide here.
struct UnicodeReference {
    private let classes: [WordClass]

    init(_ scalars: [UInt32]) { classes = scalars.map { Self.wordBreak(wordClass($0)) } }

    /// The class without what only the rules for searching tell apart.
    private static func wordBreak(_ found: WordClass) -> WordClass {
        switch found {
        case .tatweel: .arabicLetter
        case .letterW: .letter
        case .fullStop: .midNumLet
        case .colon: .midLetter
        case .comma, .semicolon: .midNum
        case .bidiControl, .arabicSign: .ignorable
        default: found
        }
    }

    /// Whether there is a boundary before each scalar, the first included.
    func boundaries() -> [Bool] { classes.indices.map { $0 == 0 || isBoundary($0) } }

    private func isBoundary(_ index: Int) -> Bool {
        let left = classes[index - 1]
        let right = classes[index]
        if left == .carriageReturn && right == .lineFeed { return false }  // WB3
        if isLineEnd(left) || isLineEnd(right) { return true }  // WB3a, WB3b
        if left == .zeroWidthJoiner && isPictographic(right) { return false }  // WB3c
        if left == .space && right == .space { return false }  // WB3d
        if isIgnored(right) { return false }  // WB4

        let before = previous(index)
        let beforeThat = before.flatMap(previous)
        let last = before.map { classes[$0] }
        let lastButOne = beforeThat.map { classes[$0] }
        let next = following(index).map { classes[$0] }
        if isLetter(last) && isLetter(right) { return false }  // WB5
        if isLetter(last) && isMidWord(right) && isLetter(next) { return false }  // WB6
        if isLetter(lastButOne) && isMidWord(last) && isLetter(right) { return false }  // WB7
        if last == .hebrewLetter && right == .singleQuote { return false }  // WB7a
        if last == .hebrewLetter && right == .doubleQuote && next == .hebrewLetter { return false }  // WB7b
        if lastButOne == .hebrewLetter && last == .doubleQuote && right == .hebrewLetter { return false }  // WB7c
        if isNumber(last) && isNumber(right) { return false }  // WB8
        if isLetter(last) && isNumber(right) { return false }  // WB9
        if isNumber(last) && isLetter(right) { return false }  // WB10
        if isNumber(lastButOne) && isMidNumber(last) && isNumber(right) { return false }  // WB11
        if isNumber(last) && isMidNumber(right) && isNumber(next) { return false }  // WB12
        if last == .katakana && right == .katakana { return false }  // WB13
        if (isLetter(last) || isNumber(last) || last == .katakana || isJoiner(last)) && isJoiner(right) {
            return false  // WB13a
        }
        if isJoiner(last) && (isLetter(right) || isNumber(right) || right == .katakana) { return false }  // WB13b
        if isKanaOrHan(last) && isKanaOrHan(right) { return false }  // not in the annex
        if last == .regionalIndicator && right == .regionalIndicator {
            var count = 0
            var place = before
            while let here = place, classes[here] == .regionalIndicator {
                count += 1
                place = previous(here)
            }
            if count % 2 == 1 { return false }  // WB15, WB16
        }
        return true  // WB999
    }

    /// The place before, without what WB4 ignores; nil at the start of the text and after a line end.
    private func previous(_ index: Int) -> Int? {
        var place = index - 1
        while place >= 0 && isIgnored(classes[place]) { place -= 1 }
        return place < 0 || isLineEnd(classes[place]) ? nil : place
    }

    private func following(_ index: Int) -> Int? {
        classes[(index + 1)...].firstIndex { !isIgnored($0) }
    }

    private func isLineEnd(_ found: WordClass) -> Bool {
        [.carriageReturn, .lineFeed, .newline].contains(found)
    }

    private func isIgnored(_ found: WordClass) -> Bool {
        switch found {
        case .ignorable, .textSelector, .emojiSelector, .keycapMark, .tag, .tagEnd, .emojiModifier, .complexMark,
            .zeroWidthJoiner:
            true
        default: false
        }
    }

    private func isPictographic(_ found: WordClass) -> Bool {
        switch found {
        case .textPictograph, .emojiPictograph, .textModifierBase, .emojiModifierBase, .pictographicLetter: true
        default: false
        }
    }

    private func isLetter(_ found: WordClass?) -> Bool {
        switch found {
        case .arabicLetter, .hebrewLetter, .letter, .laterLetter, .complexLetter, .ideographicLetter,
            .pictographicLetter:
            true
        default: false
        }
    }

    private func isNumber(_ found: WordClass?) -> Bool { found == .asciiDigit || found == .number }
    private func isJoiner(_ found: WordClass?) -> Bool { found == .joiner || found == .joinerSpace }
    private func isMidWord(_ found: WordClass?) -> Bool {
        found == .midLetter || found == .midNumLet || found == .singleQuote
    }
    private func isMidNumber(_ found: WordClass?) -> Bool {
        found == .midNum || found == .midNumLet || found == .singleQuote
    }
    private func isKanaOrHan(_ found: WordClass?) -> Bool {
        found == .ideograph || found == .ideographicLetter || found == .katakana
    }
}

/// Where tokens end by the reference, in bytes.
func referenceEnds(_ scalars: [UInt32]) -> [Int] {
    var ends: [Int] = []
    var offset = 0
    for (scalar, isBoundary) in zip(scalars, UnicodeReference(scalars).boundaries()) {
        if isBoundary && offset > 0 { ends.append(offset) }
        offset += scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    }
    if offset > 0 { ends.append(offset) }
    return ends
}
