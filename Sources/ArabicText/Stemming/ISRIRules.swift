/// A pattern of the ISRI stemmer: which letters a word must have where, and which of its letters are the root.
struct ISRIPattern: Sendable {
    /// The letters of which one must stand at an index.
    let letters: [Int: [Letter]]
    /// Two indices that must have the same letter.
    let equal: [Int]
    /// The indices of the letters that stay, in their order.
    let kept: [Int]

    init(_ letters: [Int: String], equal: [Int] = [], keeps kept: Int...) {
        self.letters = letters.mapValues { Array($0) }
        self.equal = equal
        self.kept = kept
    }

    /// Whether a word has the pattern's letters.
    func fits(_ word: [Letter]) -> Bool {
        letters.allSatisfy { index, allowed in word[at: index].map(allowed.contains) ?? false }
            && equal.allSatisfy { word[at: $0] == word[at: equal[0]] }
    }
}

/// The tables of the ISRI stemmer (source: NLTK's `isri.py`). The first pattern that fits decides.
enum ISRIRules {
    static let prefixes =
        Affix.list("كال", "بال", "ولل", "وال", minimumLength: 6)
        + Affix.list("ال", "لل", minimumLength: 5)
    static let suffixes =
        Affix.list("تمل", "همل", "تان", "تين", "كمل", minimumLength: 6)
        + Affix.list(
            "ون", "ات", "ان", "ين", "تن", "كم", "هن", "نا", "يا", "ها", "تم", "كن", "ني", "وا", "ما", "هم",
            minimumLength: 5)
    static let doubledWaw = [Affix("وو", minimumLength: 4)]

    static let initialHamza = [Letter]("آأإ")
    static let shortSuffixes = [Letter]("ةهيكتان")
    static let shortPrefixes = [Letter]("لبفسويتنا")

    static let fourToThree = [
        ISRIPattern([0: "م"], keeps: 1, 2, 3),
        ISRIPattern([1: "ا"], keeps: 0, 2, 3),
        ISRIPattern([2: "اوي"], keeps: 0, 1, 3),
        ISRIPattern([3: "ة"], keeps: 0, 1, 2),
    ]

    static let fiveToThree = [
        ISRIPattern([0: "ا", 2: "ات"], keeps: 1, 3, 4),
        ISRIPattern([0: "م", 3: "ايو"], keeps: 1, 2, 4),
        ISRIPattern([0: "اتم", 4: "ة"], keeps: 1, 2, 3),
        ISRIPattern([0: "ميت", 2: "ت"], keeps: 1, 3, 4),
        ISRIPattern([0: "مت", 2: "ا"], keeps: 1, 3, 4),
        ISRIPattern([2: "او", 4: "ة"], keeps: 0, 1, 3),
        ISRIPattern([0: "ام", 1: "ن"], keeps: 2, 3, 4),
        ISRIPattern([0: "ا", 3: "ا"], keeps: 1, 2, 4),
        ISRIPattern([3: "ا", 4: "ن"], keeps: 0, 1, 2),
        ISRIPattern([0: "ت", 3: "ي"], keeps: 1, 2, 4),
        ISRIPattern([1: "ا", 3: "و"], keeps: 0, 2, 4),
        ISRIPattern([1: "و", 2: "ا"], keeps: 0, 3, 4),
        ISRIPattern([2: "ا", 3: "ئ"], keeps: 0, 1, 4),
        ISRIPattern([1: "ا", 4: "ة"], keeps: 0, 2, 3),
        ISRIPattern([2: "ا", 4: "ي"], keeps: 0, 1, 3),
    ]

    static let fiveToFour = [
        ISRIPattern([0: "اتم"], keeps: 1, 2, 3, 4),
        ISRIPattern([4: "ة"], keeps: 0, 1, 2, 3),
        ISRIPattern([2: "ا"], keeps: 0, 1, 3, 4),
    ]

    static let sixToThree = [
        ISRIPattern([0: "ام", 1: "س", 2: "ت"], keeps: 3, 4, 5),
        ISRIPattern([0: "م", 3: "ا", 5: "ة"], keeps: 1, 2, 4),
        ISRIPattern([0: "ا", 2: "ت", 4: "ا"], keeps: 1, 3, 5),
        ISRIPattern([0: "ا", 3: "و"], equal: [2, 4], keeps: 1, 4, 5),
        ISRIPattern([0: "ت", 2: "ا", 4: "ي"], keeps: 1, 3, 5),
    ]

    static let sixToFour = [
        ISRIPattern([0: "ا", 4: "ا"], keeps: 1, 2, 3, 5),
        ISRIPattern([0: "م", 1: "ت"], keeps: 2, 3, 4, 5),
    ]

    /// Words that are given back without their marks, and not stemmed.
    static let unchanged = Set(
        """
        يكون وليس وكان كذلك التي وبين عليها مساء الذي وكانت ولكن والتي تكون اليوم اللذين عليه كانت لذلك
        أمام هناك منها مازال لازال لايزال مايزال اصبح أصبح أمسى امسى أضحى اضحى مابرح مافتئ ماانفك
        لاسيما ولايزال الحالي اليها الذين فانه والذي وهذا لهذا فكان ستكون اليه يمكن بهذا الذى
        """.split(whereSeparator: \.isWhitespace).map { [Letter](String($0)) })
}
