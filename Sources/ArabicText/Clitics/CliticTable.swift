/// The word table of the clitic splitter: where listed words are cut.
struct CliticTable: Sendable {
    static let shared = CliticTable()

    private var cuts: [GuardedKey: [Int]] = [:]
    private let withAlefLam: Set<GuardedKey>
    private let nisbaInTa: Set<GuardedKey>
    private let finalAlef: Set<GuardedKey>
    private let pronouns: Set<GuardedKey>
    private let behindAnyConjunction: Set<GuardedKey>
    private let verbsWithTa: Set<GuardedKey>

    /// The cuts of a function word, as indices of letters; nil for a word that is none.
    func cuts(of word: ArrayWord) -> [Int]? { cuts[word.key] }

    /// Does the word begin with an ال that stays?
    func keepsAlefLam(_ word: ArrayWord) -> Bool { withAlefLam.contains(word.key) }

    /// Does the word end in ـتي as the nisba of a name?
    func isNisbaInTa(_ word: ArrayWord) -> Bool { nisbaInTa.contains(word.key) }

    /// Is the final alef of the word its own?
    func hasRadicalAlef(_ word: ArrayWord) -> Bool { finalAlef.contains(word.key) }

    /// Is it a word before which و and ف are conjunctions, though they look radical?
    func isBehindAnyConjunction(_ word: ArrayWord) -> Bool { behindAnyConjunction.contains(word.key) }

    /// Is it a listed verb with the ending ت?
    func isVerbWithTa(_ word: ArrayWord) -> Bool { verbsWithTa.contains(word.key) }

    /// Is it a pronoun of a listed word?
    func isPronoun(_ word: ArrayWord) -> Bool { pronouns.contains(word.key) }

    private init() {
        func words(_ list: String) -> [Substring] { list.split(whereSeparator: \.isWhitespace) }
        func key(_ word: some StringProtocol) -> GuardedKey { ArrayWord(word.unicodeScalars).key }
        withAlefLam = Set(words(CliticWords.withAlefLam).map(key))
        nisbaInTa = Set(words(CliticWords.nisbaInTa).map(key))
        finalAlef = Set(words(CliticWords.finalAlef).map(key))
        verbsWithTa = Set(words(CliticWords.verbsWithTa).map(key))
        behindAnyConjunction = Set(words(CliticWords.behindAnyConjunction).map(key))
        let common = words(CliticWords.pronouns).map(String.init)
        // Of منا and عنا, where nun meets nun, the pronoun is what is left.
        pronouns = Set((common + ["ي", "ني", "كما", "ا"]).map(key))
        for base in words(CliticWords.bases) {
            for pronoun in base.last == "ي" ? common : common + ["ي"] { add(base + "+" + pronoun) }
        }
        for base in words(CliticWords.basesWithoutYa) {
            for pronoun in common { add(base + "+" + pronoun) }
        }
        for base in words(CliticWords.basesWithNi) {
            for pronoun in common + ["ي", "ني", "كما"] { add(base + "+" + pronoun) }
        }
        // The words one by one say more than the combinations: منا is من and نا.
        for word in words(CliticWords.cut) + words(CliticWords.whole) { add(String(word)) }
    }

    private mutating func add(_ word: some StringProtocol) {
        let pieces = word.split(separator: "+")
        var places: [Int] = []
        for piece in pieces.dropLast() { places.append((places.last ?? 0) + piece.unicodeScalars.count) }
        cuts[ArrayWord(pieces.joined().unicodeScalars).key] = places
    }
}
