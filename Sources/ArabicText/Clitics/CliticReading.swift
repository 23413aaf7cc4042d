/// A word while its clitics are looked for: what is cut off in front and behind, and what is left.
struct CliticReading {
    /// Letters of a piece, and what it is.
    typealias Piece = (count: Int, role: WordPiece.Role)

    private let stemmer: GuardedStemmer
    private let table: CliticTable
    private let isFull: Bool

    private var word: ArrayWord
    private var front: [Piece] = []
    /// The last piece of the word first.
    private var back: [Piece] = []
    private var context = GuardedStemmer.Context.none
    /// Whether what is left is a noun that takes no pronoun: behind the article, or a name.
    private var isDefinite = false

    /// Whether the cuts are from the table.
    private(set) var isListed = false

    /// The pieces in order.
    var pieces: [Piece] { front + (word.count > 0 ? [(word.count, .stem)] : []) + back.reversed() }

    init(_ word: ArrayWord, _ scheme: CliticScheme, _ stemmer: GuardedStemmer, _ table: CliticTable) {
        self.word = word
        self.stemmer = stemmer
        self.table = table
        isFull = scheme == .full
        read()
    }

    private mutating func read() {
        if takeListed() || table.keepsAlefLam(word) || isShortClosedWord && !word.hasPrefix("ا", "ل") { return }
        takeConjunction()
        if takeListed() || isShortClosedWord { return }
        if !takeClosedWord() {
            if table.keepsAlefLam(word) { return }
            if !takeArticle() { takePreposition() }
        }
        takePronoun()
        if isFull {
            takeEnding()
        } else if back.isEmpty {
            takePronounBehindTa()
        }
    }

    private mutating func cutFront(_ count: Int, _ role: WordPiece.Role) {
        front.append((count, role))
        word = word.dropFirst(count)
    }

    private mutating func cutBack(_ count: Int, _ role: WordPiece.Role) {
        back.append((count, role))
        word = word.dropLast(count)
    }
}

// MARK: Function words

extension CliticReading {
    /// Names and closed words of up to four letters have nothing attached but a conjunction.
    private var isShortClosedWord: Bool { word.count <= 4 && stemmer.isUnchanged(word) }

    /// A word of the table. Under the full scheme كانت and ليست have their ending.
    private mutating func takeListed() -> Bool {
        guard let cuts = table.cuts(of: word), !(isFull && table.isVerbWithTa(word)) else { return false }
        isListed = front.isEmpty
        if let last = cuts.last, table.isPronoun(word.dropFirst(last)) { cutBack(word.count - last, .pronoun) }
        var start = 0
        for cut in cuts where start < cut && cut - start == 1 && word.count > 0 {
            guard let role = Self.role(ofProclitic: word[0]) else { break }
            cutFront(1, role)
            start = cut
        }
        return true
    }

    private static func role(ofProclitic letter: GuardedLetter) -> WordPiece.Role? {
        switch letter {
        case "و", "ف": .conjunction
        case "ب", "ل", "ك": .preposition
        default: nil
        }
    }
}

// MARK: Proclitics

extension CliticReading {
    /// و and ف, by the rules of the stemmer; before a function word or a listed one also where the word is like a guarded
    /// one.
    private mutating func takeConjunction() {
        guard word[0] == "و" || word[0] == "ف", word.count >= 3 else { return }
        let rest = word.dropFirst()
        let isWaw = word[0] == "و"
        let isGuarded = stemmer.isGuarded(word, isWaw ? .wawInitial : .faInitial)
        let isConjunction: Bool
        if stemmer.isKnown(rest) || table.cuts(of: rest) != nil {
            isConjunction = !isGuarded || table.isBehindAnyConjunction(rest)
        } else if rest.written(0) == "ا", rest[1] == "ل", rest.count >= 4 {
            isConjunction = !stemmer.isRadicalBeforeArticle(word)
        } else {
            isConjunction = !isGuarded && stemmer.isConjunction(word[0], before: rest)
        }
        if isConjunction { cutFront(1, .conjunction) }
    }

    /// A closed word with ال behind a preposition: بالله, كالذي, للذين.
    private mutating func takeClosedWord() -> Bool {
        guard stemmer.closedWord(behindPreposition: word) != nil else { return false }
        cutFront(1, .preposition)
        isDefinite = true
        return true
    }

    /// The article, with or without a preposition before it. What follows it needs no further look under ``CliticScheme/atb``.
    private mutating func takeArticle() -> Bool {
        guard let noun = stemmer.withoutArticle(word) else { return false }
        if word[0] != "ا" { cutFront(1, .preposition) }
        if isFull, word.count > noun.count { cutFront(word.count - noun.count, .article) }
        isDefinite = true
        context = .noun
        return true
    }

    /// ب, ل, ك, or س of the future.
    private mutating func takePreposition() {
        if let (rest, context) = stemmer.withoutPreposition(word) {
            cutFront(1, .preposition)
            self.context = context
            isDefinite = stemmer.isKnown(rest)
        } else if let (_, context) = stemmer.withoutFuture(word) {
            cutFront(1, .future)
            self.context = context
        }
    }
}

// MARK: What is attached behind

extension CliticReading {
    private mutating func takePronoun() {
        guard !isDefinite, !stemmer.isUnchanged(word), word.count > 3 || !stemmer.isGuarded(word, .yaNunNouns),
            let rest = stemmer.withoutPronoun(word, context), rest.count >= 2
        else { return }
        cutBack(word.count - rest.count, .pronoun)
    }

    /// ك and ي behind a ta marbuta that they have opened, or behind the ت of a verb; not اتي, nor a nisba.
    private mutating func takePronounBehindTa() {
        guard !isDefinite, context != .future, word.count >= 5, word[fromEnd: 2] == "ت" else { return }
        let isYa = word[fromEnd: 1] == "ي" && word[fromEnd: 3] != "ا" && !table.isNisbaInTa(word)
        if word[fromEnd: 1] == "ك" || isYa { cutBack(1, .pronoun) }
    }

    /// One ending of number, gender, case or person; of ـتين both.
    private mutating func takeEnding() {
        guard !(stemmer.isUnchanged(word) && word.count <= 4), !table.hasRadicalAlef(word),
            !(stemmer.isUnchanged(word) && word[fromEnd: 1] == "ا"), !stemmer.isListed(word, .rootNun)
        else { return }
        let hasPronoun = !back.isEmpty
        let count = word.count
        let isVerb = word[0] == "ي"
        switch (word[fromEnd: 2], word[fromEnd: 1]) {
        case (_, "ة") where count >= 3:
            cutBack(1, .ending)
        case ("ا", "ت") where word.written(count - 2) == "ا" && count >= 4 && !stemmer.isListed(word, .rootAt):
            cutBack(2, .ending)
        case (_, "ت") where hasPronoun && count >= 3 && !stemmer.isListed(word, .finalTa):
            cutBack(1, .ending)
        case ("و", "ن") where count >= 5 && !(word[0] == "ت" && count == 5 && !isVerb):
            cutBack(2, .ending)
        case ("ي", "ن") where count >= 5 && !(word[0] == "ت" && count == 5):
            cutBack(2, .ending)
            if word.count >= 4 && word[fromEnd: 1] == "ت" { cutBack(1, .ending) }
        case ("ا", "ن") where count >= 5 && isVerb && !isDefinite || count >= 6 && isDefinite:
            cutBack(2, .ending)
        case ("و", "ا") where count >= 5 && !isDefinite:
            cutBack(2, .ending)
        case (_, "ا") where !isDefinite && !hasPronoun && hasTanwin:
            cutBack(1, .ending)
        case (_, "ت")
        where table.isVerbWithTa(word)
            || count >= 4 && !isDefinite && !hasPronoun && context == .none && !isVerb
                && !stemmer.isGuarded(word, .finalTa):
            cutBack(1, .ending)
        default: break
        }
    }

    /// Is the final alef of four letters and more one of tanwin? Not behind و, nor of an imperfect; behind ي not in ـايا,
    /// and not of names such as إيطاليا, إسبانيا, بريطانيا.
    private var hasTanwin: Bool {
        guard word.lastWritten == "ا", word.count >= 4, word[fromEnd: 2] != "و" else { return false }
        guard word[fromEnd: 2] == "ي" else { return word[0] != "ي" }
        let isName = [("ا", "ي"), ("ا", "س"), ("ب", "ر"), ("ا", "ل")].contains { word.hasPrefix($0, $1) }
        return word.count >= 5 && word[fromEnd: 3] != "ا" && !isName
    }
}
