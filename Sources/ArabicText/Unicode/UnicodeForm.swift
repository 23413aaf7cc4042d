/// A Unicode normalization form (UAX #15), or none.
public enum UnicodeForm: String, Sendable, Hashable, CaseIterable {
    /// Leaves the spelling as it is, byte for byte.
    case none
    /// Canonical composition: changes canonically equivalent spelling only.
    case nfc
    /// Canonical decomposition: changes canonically equivalent spelling only.
    case nfd
    /// Compatibility composition: also folds presentation forms, ligatures, full-width letters and more.
    case nfkc
    /// Compatibility decomposition.
    case nfkd
    /// NFKC with case folding, without default-ignorable characters (ZWNJ, ZWJ, bidi controls, soft hyphen …).
    case nfkcCasefold

    /// The form with composition that steps between work on: they name composed letters.
    var composing: UnicodeForm {
        switch self {
        case .nfd: .nfc
        case .nfkd: .nfkc
        case .none, .nfc, .nfkc, .nfkcCasefold: self
        }
    }
}
