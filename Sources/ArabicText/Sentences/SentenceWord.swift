/// What the rules of sentences keep of the word under way: its length, and enough to look it up in a short list.
struct SentenceWord {
    /// How many letters; a joiner inside the word counts as more than an abbreviation has.
    private var letters = 0
    private var digits = 0
    private var isArabic = false
    private var key: UInt64 = 0
    private var endsInLetter = false

    /// The digits of a word without letters; 0 where there are letters.
    var numberLength: Int { letters == 0 ? digits : 0 }

    @inline(__always)
    mutating func addLetter(_ scalar: UInt32, isArabic: Bool) {
        letters &+= scalar > 0xFFFF ? Abbreviations.longest + 1 : 1
        self.isArabic = isArabic
        endsInLetter = true
        Abbreviations.add(scalar, to: &key)
    }

    mutating func addDigit() {
        digits &+= 1
        endsInLetter = false
    }

    mutating func addJoiner() {
        if letters > 0 { letters &+= Abbreviations.longest + 1 }
    }

    /// Whether a full stop after the word is taken to shorten it: one letter, also directly after a number if it is
    /// Arabic (`١٤٤٥هـ`), or a word of the list.
    var isAbbreviation: Bool {
        guard endsInLetter, letters <= Abbreviations.longest else { return false }
        if letters == 1 { return isArabic || digits == 0 }
        return digits == 0 && Abbreviations.contain(key)
    }

    /// Whether it is the first part of the name of a host.
    var startsHost: Bool { letters == 3 && digits == 0 && key == 0x77_0077_0077 }
}
