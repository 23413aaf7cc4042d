/// What the word lists say about a word.
package struct GuardedLists: OptionSet, Hashable, BitwiseCopyable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }

    private init(_ list: GuardedList) { rawValue = list.bit }

    // Guards, one a list of `GuardedWords`.
    package static let wawInitial = GuardedLists(.wawInitial)
    package static let wawAlefLamInitial = GuardedLists(.wawAlefLamInitial)
    package static let faInitial = GuardedLists(.faInitial)
    package static let baInitial = GuardedLists(.baInitial)
    package static let kafInitial = GuardedLists(.kafInitial)
    package static let lamInitial = GuardedLists(.lamInitial)
    package static let doubleLam = GuardedLists(.doubleLam)
    package static let alefLamInitial = GuardedLists(.alefLamInitial)
    package static let sinInitial = GuardedLists(.sinInitial)
    package static let yaNunNouns = GuardedLists(.yaNunNouns)
    package static let taInitial = GuardedLists(.taInitial)
    package static let rootAn = GuardedLists(.rootAn)
    package static let rootUn = GuardedLists(.rootUn)
    package static let rootIn = GuardedLists(.rootIn)
    package static let rootAt = GuardedLists(.rootAt)
    package static let finalTa = GuardedLists(.finalTa)
    package static let rootHa = GuardedLists(.rootHa)
    package static let shortAdjectives = GuardedLists(.shortAdjectives)
    // Roots.
    package static let doubled = GuardedLists(.doubled)
    package static let hollowFormI = GuardedLists(.hollowFormI)
    /// The perfect of a hollow form I: قال of قول.
    package static let hollowPerfect = GuardedLists(.hollowPerfect)
    package static let hollowFormIV = GuardedLists(.hollowFormIV)
    /// An assimilated root without its waw.
    package static let assimilated = GuardedLists(.assimilated)
    // Whole words.
    package static let unchanged = GuardedLists(.unchanged)
    package static let brokenPlural = GuardedLists(.brokenPlural)
    package static let hamzaBelowPlural = GuardedLists(.hamzaBelowPlural)
    package static let irregular = GuardedLists(.irregular)
    /// An irregular form that is listed with أ inside.
    package static let hamzaInside = GuardedLists(.hamzaInside)

    /// Words that -in, -un or -an belong to, with or without tanwin alef.
    package static let rootNun: GuardedLists = [.rootAn, .rootUn, .rootIn]

    /// The lists of forms that have a base.
    package static let irregularForms: GuardedLists = [.brokenPlural, .hamzaBelowPlural, .irregular]
}

/// The word lists: the place of a list here is its bit, in tables and in kernels.
package enum GuardedList: UInt32, CaseIterable, Sendable {
    case wawInitial, wawAlefLamInitial, faInitial, baInitial, kafInitial, lamInitial, doubleLam
    case alefLamInitial, sinInitial, yaNunNouns, taInitial, rootAn, rootUn, rootIn, rootAt, finalTa, rootHa
    case shortAdjectives, doubled, hollowFormI, hollowPerfect, hollowFormIV, assimilated, unchanged
    case brokenPlural, hamzaBelowPlural, irregular, hamzaInside

    package var bit: UInt32 { 1 << rawValue }
}
