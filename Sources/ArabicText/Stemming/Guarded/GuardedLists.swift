/// What the word lists say about a word.
struct GuardedLists: OptionSet {
    let rawValue: UInt32

    // Guards, one a list of `GuardedWords`.
    static let wawInitial = GuardedLists(rawValue: 1 << 0)
    static let wawAlefLamInitial = GuardedLists(rawValue: 1 << 1)
    static let faInitial = GuardedLists(rawValue: 1 << 2)
    static let baInitial = GuardedLists(rawValue: 1 << 3)
    static let kafInitial = GuardedLists(rawValue: 1 << 4)
    static let lamInitial = GuardedLists(rawValue: 1 << 5)
    static let doubleLam = GuardedLists(rawValue: 1 << 6)
    static let alefLamInitial = GuardedLists(rawValue: 1 << 7)
    static let sinInitial = GuardedLists(rawValue: 1 << 8)
    static let yaNunNouns = GuardedLists(rawValue: 1 << 9)
    static let taInitial = GuardedLists(rawValue: 1 << 10)
    static let rootAn = GuardedLists(rawValue: 1 << 11)
    static let rootUn = GuardedLists(rawValue: 1 << 12)
    static let rootIn = GuardedLists(rawValue: 1 << 13)
    static let rootAt = GuardedLists(rawValue: 1 << 14)
    static let finalTa = GuardedLists(rawValue: 1 << 15)
    static let rootHa = GuardedLists(rawValue: 1 << 16)
    static let shortAdjectives = GuardedLists(rawValue: 1 << 17)
    // Roots.
    static let doubled = GuardedLists(rawValue: 1 << 18)
    static let hollowFormI = GuardedLists(rawValue: 1 << 19)
    /// The perfect of a hollow form I: قال of قول.
    static let hollowPerfect = GuardedLists(rawValue: 1 << 20)
    static let hollowFormIV = GuardedLists(rawValue: 1 << 21)
    /// An assimilated root without its waw.
    static let assimilated = GuardedLists(rawValue: 1 << 22)
    // Whole words.
    static let unchanged = GuardedLists(rawValue: 1 << 23)
    static let brokenPlural = GuardedLists(rawValue: 1 << 24)
    static let hamzaBelowPlural = GuardedLists(rawValue: 1 << 25)
    static let irregular = GuardedLists(rawValue: 1 << 26)
    /// An irregular form that is listed with أ inside.
    static let hamzaInside = GuardedLists(rawValue: 1 << 27)

    /// Words that -in, -un or -an belong to, with or without tanwin alef.
    static let rootNun: GuardedLists = [.rootAn, .rootUn, .rootIn]
}
