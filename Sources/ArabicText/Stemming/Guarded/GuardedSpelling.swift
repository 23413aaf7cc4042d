/// What look-ups in the word lists know of spelling.
package enum GuardedSpelling {
    /// Before an ending the hamza of ـاء has a seat: أبناؤهم, أبنائهم.
    package static let beforeSeat: GuardedLetter = "ا"
    package static let seats: (GuardedLetter, GuardedLetter) = ("ؤ", "ئ")
    package static let withoutSeat: GuardedLetter = "ء"

    /// A listed word may have lost this letter before an ending.
    package static let optionalFinal: GuardedLetter = "ة"

    /// Few broken plurals begin so: أشراف are nobles, إشراف is supervision.
    package static let rarePluralInitial: GuardedLetter = "إ"

    /// Inside a word it is not أ where a form is listed with that: مرآة, a mirror, is not مرأة, a woman.
    package static let distinctInside: GuardedLetter = "آ"

    /// At the end of a word it may tell more than ي.
    package static let distinctFinal: GuardedLetter = "ى"
}
