import Support
import Testing

@testable import ArabicText

/// The UTF-8 of scalar values.
func utf8(_ scalars: some Sequence<UInt32>) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in scalars { bytes.append(contentsOf: String(scalarOf(scalar)).utf8) }
    return bytes
}

/// The scalar of a value that is one.
func scalarOf(_ value: UInt32) -> Unicode.Scalar { Unicode.Scalar(value) ?? "\u{FFFD}" }

/// The class of a scalar value, as the scanner sees it.
func wordClass(_ scalar: UInt32) -> WordClass { WordClass(rawValue: WordClass.table[scalar]) ?? .other }

/// The tokens of bytes.
func tokens(_ bytes: [UInt8], _ rules: TokenizationRules = .unicode) -> [Token] {
    var tokens: [Token] = []
    ArabicTokenizer(rules).forEachToken(in: bytes.span) { tokens.append($0) }
    return tokens
}

/// Where the tokens of bytes end.
func ends(_ bytes: [UInt8], _ rules: TokenizationRules = .unicode) -> [Int] {
    tokens(bytes, rules).map(\.range.upperBound)
}

/// The tokens of a text, each as kind and text: "arabic:كتاب".
func described(_ text: String, _ rules: TokenizationRules = .unicode) -> [String] {
    let bytes = Array(text.utf8)
    return tokens(bytes, rules).map { $0.kind.name + ":" + String(decoding: bytes[$0.range], as: UTF8.self) }
}

/// The same as bytes, since `String ==` is canonical equivalence.
func describedBytes(_ text: String, _ rules: TokenizationRules = .unicode) -> [[UInt8]] {
    described(text, rules).map { Array($0.utf8) }
}

/// What is wrong with tokens that should be ordered, disjoint, not empty, cover so many bytes and count the terms; nil
/// where nothing is.
func fault(_ tokens: [Token], count: Int) -> String? {
    var end = 0
    var terms = 0
    for token in tokens {
        if token.range.lowerBound != end || token.range.isEmpty { return "\(token.range) after \(end)" }
        if token.position != terms { return "position \(token.position) for \(terms)" }
        end = token.range.upperBound
        if token.isTerm { terms += 1 }
    }
    return end == count ? nil : "the tokens end at \(end) of \(count)"
}

/// One scalar of each class.
let representatives: [WordClass: UInt32] = [
    .other: 0xAB, .otherSpace: 0x9, .carriageReturn: 0xD, .lineFeed: 0xA, .newline: 0x2028, .space: 0x20,
    .ignorable: 0x64E, .textSelector: 0xFE0E, .emojiSelector: 0xFE0F, .keycapMark: 0x20E3, .tag: 0xE0067,
    .tagEnd: 0xE007F, .emojiModifier: 0x1F3FD, .complexMark: 0xE34, .zeroWidthJoiner: 0x200D,
    .regionalIndicator: 0x1F1F8, .arabicLetter: 0x643, .hebrewLetter: 0x5D0, .letter: 0x61, .complexLetter: 0xE01,
    .ideograph: 0x6F22, .ideographicLetter: 0x3005, .katakana: 0x30AB, .singleQuote: 0x27, .doubleQuote: 0x22,
    .midNumLet: 0x2019, .midLetter: 0xB7, .midNum: 0x60C, .asciiDigit: 0x31, .number: 0x663, .keycapSign: 0x2A,
    .joiner: 0x5F, .joinerSpace: 0x202F, .textPictograph: 0x2764, .emojiPictograph: 0x1F600, .textModifierBase: 0x261D,
    .emojiModifierBase: 0x1F44B, .pictographicLetter: 0x24C2, .laterLetter: 0x2D2,
    .bidiControl: 0x200F, .tatweel: 0x640, .letterW: 0x77, .fullStop: 0x2E, .colon: 0x3A, .comma: 0x2C,
    .semicolon: 0x3B, .numberSign: 0x23, .slash: 0x2F, .hyphen: 0x2D, .plus: 0x2B, .percent: 0x25, .atSign: 0x40,
    .urlSign: 0x26, .urlPunctuation: 0x3F, .openingBracket: 0x28, .closingBracket: 0x29, .arabicSign: 0x6DD,
]

/// Representatives in the order of the classes.
func scalars(of classes: [WordClass]) -> [UInt32] { classes.compactMap { representatives[$0] } }

/// Calls a function with every sequence of some scalars up to a length; in the short form of the tests with one in so
/// many, which should share no factor with the number of scalars.
func forEachSequence(
    of scalars: [UInt32], upTo length: Int, every step: Int = 1, _ body: ([UInt32]) throws -> Void
) rethrows {
    var number = 0
    for count in 1...length {
        var digits = [Int](repeating: 0, count: count)
        var sequence = [UInt32](repeating: scalars[0], count: count)
        var isDone = false
        while !isDone {
            if isExhaustive || number % step == 0 { try body(sequence) }
            number += 1
            var place = count - 1
            while place >= 0 {
                digits[place] += 1
                if digits[place] == scalars.count { digits[place] = 0 }
                sequence[place] = scalars[digits[place]]
                if digits[place] != 0 { break }
                place -= 1
            }
            isDone = place < 0
        }
    }
}

/// A random sequence: often of few different scalars, so that long rules come about.
func randomSequence(of scalars: [UInt32], upTo length: Int, _ random: inout SplitMix64) -> [UInt32] {
    let kinds = [2, 3, 5, 8, scalars.count].randomElement(using: &random) ?? 8
    let some = (0..<kinds).map { _ in scalars[Int.random(in: scalars.indices, using: &random)] }
    return (0..<Int.random(in: 1...length, using: &random)).map { _ in
        some[Int.random(in: some.indices, using: &random)]
    }
}

/// How many were tested, how many failed, and the first few of these, for one message.
struct Failures {
    private(set) var tested = 0
    private(set) var count = 0
    private(set) var examples: [String] = []

    mutating func add(_ example: @autoclosure () -> String) {
        count += 1
        if examples.count < 5 { examples.append(example()) }
    }

    /// Counts one that is tested.
    mutating func test() { tested += 1 }

    var isEmpty: Bool { count == 0 }

    /// Whether something was tested and nothing failed.
    var isNoneOfSome: Bool { tested > 0 && count == 0 }
}
