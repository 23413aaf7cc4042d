/// Which parts of a word stand apart.
public enum CliticScheme: String, CaseIterable, Sendable, Hashable {
    /// What the Arabic Treebank sets apart: conjunction (و ف), preposition (ب ل ك), future (س), pronoun. The article stays
    /// on its noun: `وبالكتاب` is `و` `ب` `الكتاب`. Of لل it is the second lam: `للشعر` is `ل` `لشعر`.
    case atb
    /// Besides, the article and the endings of nouns and verbs: `وبالكتاب` is `و` `ب` `ال` `كتاب`.
    case full
}
