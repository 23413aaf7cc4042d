#if CommandLineTool
    import ArabicText
    import ArgumentParser

    struct NormalizeCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "normalize", abstract: "Normalise text with a profile.",
            discussion: """
                The profile is "lossless" unless named: canonical composition (NFC), which loses nothing. \
                "arabictext profiles" lists the others; a file of settings is what its --json prints. An option for a \
                step overrides the profile. A profile that cannot be read is wrong usage: status 64.

                EXAMPLES
                  arabictext normalize --profile strip --digits ascii article.txt
                  arabictext normalize --profile search < corpus.txt | sort | uniq -c
                  arabictext normalize --profile lucene --invalid replace dump.txt > folded.txt
                """)

        @Option(
            help: "\(ProfileArgument.known), or a JSON file of settings. (default: lossless)",
            completion: ProfileArgument.completion,
            transform: ProfileArgument.init(parsing:))
        var profile = ProfileArgument("lossless", .lossless)

        @OptionGroup(title: "Steps (each overrides the profile)") var steps: StepOptions
        @OptionGroup var field: FieldOptions
        @OptionGroup var stage: StageOptions

        func run() throws { try field.normalize(stage, with: steps.overriding(profile.profile)) }
    }

    struct StripCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "strip", abstract: "Delete marks and tatweel; hamza and madda stay.",
            discussion: """
                EXAMPLES
                  echo 'كِتَابٌ' | arabictext strip
                  arabictext strip quran.txt > bare.txt
                  arabictext strip < corpus.txt | arabictext unify
                """)

        @OptionGroup var field: FieldOptions
        @OptionGroup var stage: StageOptions

        func run() throws { try field.normalize(stage, with: .strip) }
    }

    struct UnifyCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "unify", abstract: "Write alef, alef maqsura and teh marbuta in one way each.",
            discussion: """
                EXAMPLES
                  echo 'آأإٱ ى ة' | arabictext unify
                  arabictext unify words.txt | sort -u
                  arabictext strip < corpus.txt | arabictext unify
                """)

        @OptionGroup var field: FieldOptions
        @OptionGroup var stage: StageOptions

        func run() throws { try field.normalize(stage, with: .unify) }
    }

    extension FieldOptions {
        /// Runs a normaliser over the inputs.
        fileprivate func normalize(_ stage: StageOptions, with profile: NormalizationProfile) throws {
            let normalizer = try ArabicNormalizer(profile)
            try run(stage) { form in
                NormalizationStage(normalizer, illFormed: form.policy, lineEnd: form.lineEnd)
            }
        }
    }
#endif
