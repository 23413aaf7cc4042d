/// What is known of a word besides its letters.
package enum RuleMark: String, CaseIterable, Sendable {
    // MARK: For the steps that follow
    /// Behind the article, ب or ك: a noun. Or something is cut that only nouns have.
    case noun
    /// Behind ل: a noun, or an imperfect with ي.
    case lam
    /// Behind س: an imperfect.
    case future
    /// A pronoun is cut.
    case hasPronoun
    /// No imperfect: a tanwin alef is cut, or the word is a base of the tables.
    case isNominal
    /// A noun with the letter of a verb prefix: an ending is all that may be cut.
    case onlyEnding

    // MARK: Within a step
    /// The word ends in a closed word behind a preposition or a conjunction.
    case closed
    /// Letters of the article, with a preposition or without: ال; the first ل of لل; both; بال and كال.
    case articleOfTwo, lamOfOne, lamOfTwo, articleOfThree
    case conjunction
    case byArticle, byPreposition, byLam, bySin, beforeKnown
    /// Letters in front, or behind, are taken off.
    case isShorter, isBare, isWithoutTanwin
    /// Tanwin alef, of any noun, or of one with the letter of a verb prefix.
    case tanwin, nounTanwin
    /// Endings of an imperfect: ون and وا; و; ان; ين.
    case plural, single, dual, feminine
    /// Endings: of a verb; ون, ين or ان; ات; ة; a ت that may as well be of a verb; none, of a noun.
    case verbEnding, nun, femininePlural, taMarbuta, verbTa, noEnding

    /// Whether the steps that follow know it too.
    package var outlivesStep: Bool {
        switch self {
        case .noun, .lam, .future, .hasPronoun, .isNominal, .onlyEnding: true
        default: false
        }
    }
}
