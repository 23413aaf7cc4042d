/// The word table of the clitic splitter, as data: function words, whose cuts no rule finds.
///
/// Entries are separated by white space and compared on the folded form (bare alef, dotted ya). All were written from
/// general knowledge of Arabic; none comes from a text that the splitter is measured on.
enum CliticWords {
    /// Prepositions that take any pronoun but ني and كما; ي too, unless they end in it.
    static let bases = """
        ب ل في من عن علي الي لدي مع بعد قبل عند بين حول دون ضد تحت فوق خلف وراء امام خلال عبر حسب حيال ازاء تجاه اثناء ضمن
        منذ سوي
        """

    /// The same, but never ي: that would be another word (كلي, غيري, مثلي).
    static let basesWithoutYa = """
        احد بعض كل نحو غير مثل نفس معظم جميع
        """

    /// Conjunctions that take any pronoun.
    static let basesWithNi = """
        ان ل+ان ب+ان ك+ان لكن ليت لعل
        """

    /// The pronouns that all of these take.
    static let pronouns = "ه ها هما هم هن ك كم نا"

    /// Words with their cuts.
    static let cut = """
        من+ي عن+ي من+ا عن+ا ب+ما في+ما ل+ما ف+ما و+ما ب+ذلك ل+ذلك ب+هذا ب+هذه ل+هذا ل+هذه ل+ماذا ب+ان ف+ان
        ل+ان ب+لا ب+كل ل+كل ب+دون ب+شان ب+التالي ل+لغاية ايا+ه ايا+ها و+كان و+هو و+هي و+ليس و+لا و+من
        ف+قد ف+هو ف+هي ف+لا ف+لم ف+لن ف+اذا ف+اما
        """

    /// Words that have none, though they look so.
    static let whole = """
        كان كنا كانت كما بل كم هم كذلك هكذا لكن ممن مما عما لو لم لن لا فقط في فوق وراء وفق بين بينما بعد بعدما
        كل لدي انا هنا ايضا هذا هذه اذا ماذا عندما كلما حيثما ربما طالما الله منذ متي بيد سوف هل هي هو التي
        الذي الذين اللذان اللذين اللتان اللتين اللواتي الان الا الي علي والد ليس ليست كلا كلتا كيفما لسنا
        لست لقد
        """

    /// Those of them that are a verb with an ending.
    static let verbsWithTa = "كانت ليست"

    /// Words before which و and ف are conjunctions, though the two together look like a guarded word (فقد, ولا).
    static let behindAnyConjunction = """
        ان لا هو هي ما من قد لم لن في
        """

    /// Words that begin with ال and keep it.
    static let withAlefLam = """
        الله اللهم الذي التي الذين اللذان اللذين اللتان اللتين اللواتي اللاتي الا الي المانيا
        """

    /// Words in ـتي that are the nisba of a name.
    static let nisbaInTa = """
        كويتي بيروتي مؤقتي تكريتي بريتي
        """

    /// Names and nouns whose final alef is no tanwin, besides the names that are never stemmed.
    static let finalAlef = """
        ملايين بلايين سوريا روسيا اسبانيا دنيا عليا قضايا ضحايا هدايا خلايا بقايا
        """
}
