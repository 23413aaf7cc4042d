internal import CArabicKernels

/// What the word lists say about a word. The bits are those of the kernel.
struct GuardedLists: OptionSet {
    let rawValue: UInt32

    // Guards, one a list of `GuardedWords`.
    static let wawInitial = GuardedLists(rawValue: UInt32(CAK_LIST_WAW_INITIAL))
    static let wawAlefLamInitial = GuardedLists(rawValue: UInt32(CAK_LIST_WAW_ALEF_LAM_INITIAL))
    static let faInitial = GuardedLists(rawValue: UInt32(CAK_LIST_FA_INITIAL))
    static let baInitial = GuardedLists(rawValue: UInt32(CAK_LIST_BA_INITIAL))
    static let kafInitial = GuardedLists(rawValue: UInt32(CAK_LIST_KAF_INITIAL))
    static let lamInitial = GuardedLists(rawValue: UInt32(CAK_LIST_LAM_INITIAL))
    static let doubleLam = GuardedLists(rawValue: UInt32(CAK_LIST_DOUBLE_LAM))
    static let alefLamInitial = GuardedLists(rawValue: UInt32(CAK_LIST_ALEF_LAM_INITIAL))
    static let sinInitial = GuardedLists(rawValue: UInt32(CAK_LIST_SIN_INITIAL))
    static let yaNunNouns = GuardedLists(rawValue: UInt32(CAK_LIST_YA_NUN_NOUNS))
    static let taInitial = GuardedLists(rawValue: UInt32(CAK_LIST_TA_INITIAL))
    static let rootAn = GuardedLists(rawValue: UInt32(CAK_LIST_ROOT_AN))
    static let rootUn = GuardedLists(rawValue: UInt32(CAK_LIST_ROOT_UN))
    static let rootIn = GuardedLists(rawValue: UInt32(CAK_LIST_ROOT_IN))
    static let rootAt = GuardedLists(rawValue: UInt32(CAK_LIST_ROOT_AT))
    static let finalTa = GuardedLists(rawValue: UInt32(CAK_LIST_FINAL_TA))
    static let rootHa = GuardedLists(rawValue: UInt32(CAK_LIST_ROOT_HA))
    static let shortAdjectives = GuardedLists(rawValue: UInt32(CAK_LIST_SHORT_ADJECTIVES))
    // Roots.
    static let doubled = GuardedLists(rawValue: UInt32(CAK_LIST_DOUBLED))
    static let hollowFormI = GuardedLists(rawValue: UInt32(CAK_LIST_HOLLOW_FORM_I))
    /// The perfect of a hollow form I: قال of قول.
    static let hollowPerfect = GuardedLists(rawValue: UInt32(CAK_LIST_HOLLOW_PERFECT))
    static let hollowFormIV = GuardedLists(rawValue: UInt32(CAK_LIST_HOLLOW_FORM_IV))
    /// An assimilated root without its waw.
    static let assimilated = GuardedLists(rawValue: UInt32(CAK_LIST_ASSIMILATED))
    // Whole words.
    static let unchanged = GuardedLists(rawValue: UInt32(CAK_LIST_UNCHANGED))
    static let brokenPlural = GuardedLists(rawValue: UInt32(CAK_LIST_BROKEN_PLURAL))
    static let hamzaBelowPlural = GuardedLists(rawValue: UInt32(CAK_LIST_HAMZA_BELOW_PLURAL))
    static let irregular = GuardedLists(rawValue: UInt32(CAK_LIST_IRREGULAR))
    /// An irregular form that is listed with أ inside.
    static let hamzaInside = GuardedLists(rawValue: UInt32(CAK_LIST_HAMZA_INSIDE))

    /// Words that -in, -un or -an belong to, with or without tanwin alef.
    static let rootNun: GuardedLists = [.rootAn, .rootUn, .rootIn]
}
