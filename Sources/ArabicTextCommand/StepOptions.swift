#if CommandLineTool
    public import ArabicText
    public import ArgumentParser

    /// An option a property of a profile; one that is given overrides the profile. ArgumentParser makes the names of
    /// the options of those of the properties: `tehMarbuta` is `--teh-marbuta`.
    struct StepOptions: ParsableArguments {
        @Option(help: "The Unicode normalization form.") var form: UnicodeForm?
        @Option(help: "How often the form runs.") var formUse: NormalizationProfile.FormUse?
        @Option(help: "A map of another tool.") var characterMap: NormalizationProfile.CharacterMap?
        @Option(help: "Presentation letters, as in U+FEF7.") var presentationLetters: NormalizationProfile.Folding?
        @Option(help: "Signs of several words, as U+FDFA.") var honorifics: NormalizationProfile.Honorifics?
        @Option(help: "Bidi controls, as U+200F.") var bidiControls: NormalizationProfile.Removal?
        @Option(help: "U+FEFF.") var byteOrderMark: NormalizationProfile.Removal?
        @Option(help: "U+200C.") var zeroWidthNonJoiner: NormalizationProfile.NonJoiner?
        @Option(help: "U+200D outside emoji.") var zeroWidthJoiner: NormalizationProfile.Removal?
        @Option(
            help: "Classes of marks to delete, joined by commas: \(MarkList.known).",
            transform: MarkList.init(parsing:))
        var removedMarks: MarkList?
        @Option(help: "U+0640 with U+0654: U+0626.") var hamzaOnTatweel: NormalizationProfile.Folding?
        @Option(help: "Alef with U+064B at the end of a word.") var tanwinAlef: NormalizationProfile.Removal?
        @Option(help: "U+0670: U+0627.") var daggerAlef: NormalizationProfile.Folding?
        @Option(help: "U+06E5 to U+06E8.") var smallLetters: NormalizationProfile.SmallLetters?
        @Option(help: "U+06DD, U+06DE, U+06E9.") var quranicSigns: NormalizationProfile.Removal?
        @Option(help: "U+0621 before U+0627: U+0622.") var hamzaBeforeAlef: NormalizationProfile.Folding?
        @Option(help: "U+0640.") var tatweel: NormalizationProfile.Removal?
        @Option(help: "Letters of other keyboards, as U+06A9.") var lookAlikes: NormalizationProfile.LookAlikes?
        @Option(help: "U+0622, U+0623, U+0625, U+0671: U+0627.") var alef: NormalizationProfile.Alef?
        @Option(help: "U+0624: U+0648; U+0626: U+064A.") var hamzaCarriers: NormalizationProfile.Folding?
        @Option(help: "U+0649: U+064A.") var alefMaqsura: NormalizationProfile.Folding?
        @Option(help: "U+0629: U+0647 or U+062A.") var tehMarbuta: NormalizationProfile.TehMarbuta?
        @Option(help: "Decimal digits.") var digits: NormalizationProfile.Digits?
        @Option(help: "Arabic punctuation, as U+060C.") var punctuation: NormalizationProfile.Folding?
        @Option(help: "U+066B and U+066C between digits.") var digitSeparators: NormalizationProfile.Folding?
        @Option(help: "Letter case.") var letterCase: NormalizationProfile.LetterCase?
        @Option(help: "Letters repeated for emphasis.") var elongation: NormalizationProfile.Elongation?
        @Option(help: "Runs of white space.") var whiteSpace: NormalizationProfile.WhiteSpace?

        /// The profile with what the options say.
        func overriding(_ base: NormalizationProfile) -> NormalizationProfile {
            var profile = base
            func set<Value>(_ path: WritableKeyPath<NormalizationProfile, Value>, _ value: Value?) {
                if let value { profile[keyPath: path] = value }
            }
            set(\.form, form)
            set(\.formUse, formUse)
            set(\.characterMap, characterMap)
            set(\.presentationLetters, presentationLetters)
            set(\.honorifics, honorifics)
            set(\.bidiControls, bidiControls)
            set(\.byteOrderMark, byteOrderMark)
            set(\.zeroWidthNonJoiner, zeroWidthNonJoiner)
            set(\.zeroWidthJoiner, zeroWidthJoiner)
            set(\.removedMarks, removedMarks?.marks)
            set(\.hamzaOnTatweel, hamzaOnTatweel)
            set(\.tanwinAlef, tanwinAlef)
            set(\.daggerAlef, daggerAlef)
            set(\.smallLetters, smallLetters)
            set(\.quranicSigns, quranicSigns)
            set(\.hamzaBeforeAlef, hamzaBeforeAlef)
            set(\.tatweel, tatweel)
            set(\.lookAlikes, lookAlikes)
            set(\.alef, alef)
            set(\.hamzaCarriers, hamzaCarriers)
            set(\.alefMaqsura, alefMaqsura)
            set(\.tehMarbuta, tehMarbuta)
            set(\.digits, digits)
            set(\.punctuation, punctuation)
            set(\.digitSeparators, digitSeparators)
            set(\.letterCase, letterCase)
            set(\.elongation, elongation)
            set(\.whiteSpace, whiteSpace)
            return profile
        }
    }

    /// Classes of marks by their names, as an argument.
    struct MarkList {
        let marks: ArabicMarks

        init(parsing argument: String) throws {
            var marks: ArabicMarks = []
            for name in argument.split(separator: ",", omittingEmptySubsequences: false) where argument != "none" {
                guard let named = ArabicMarks(named: String(name)) else {
                    let names = Self.names + ["none"]
                    throw ValidationError("there is no class \"\(name)\".\(names.suggestion(for: String(name)))")
                }
                marks.formUnion(named)
            }
            self.marks = marks
        }

        private static var names: [String] { ArabicMarks.all.names + ["harakat", "all"] }

        /// The names that the list may have.
        static var known: String { names.joined(separator: ", ") + "; or none" }
    }

    extension UnicodeForm: ExpressibleByArgument {}
    extension NormalizationProfile.Alef: ExpressibleByArgument {}
    extension NormalizationProfile.CharacterMap: ExpressibleByArgument {}
    extension NormalizationProfile.Digits: ExpressibleByArgument {}
    extension NormalizationProfile.Elongation: ExpressibleByArgument {}
    extension NormalizationProfile.Folding: ExpressibleByArgument {}
    extension NormalizationProfile.FormUse: ExpressibleByArgument {}
    extension NormalizationProfile.Honorifics: ExpressibleByArgument {}
    extension NormalizationProfile.LetterCase: ExpressibleByArgument {}
    extension NormalizationProfile.LookAlikes: ExpressibleByArgument {}
    extension NormalizationProfile.NonJoiner: ExpressibleByArgument {}
    extension NormalizationProfile.Removal: ExpressibleByArgument {}
    extension NormalizationProfile.SmallLetters: ExpressibleByArgument {}
    extension NormalizationProfile.TehMarbuta: ExpressibleByArgument {}
    extension NormalizationProfile.WhiteSpace: ExpressibleByArgument {}
#endif
