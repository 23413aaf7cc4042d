/// One step of normalisation.
///
/// There are three kinds. The fast path is compiled from what the kinds promise:
/// - a *form* is UAX #15's;
/// - a *letter step* maps each scalar by itself, to none or up to 22 scalars (the basmala U+FDFD);
/// - a *context step* changes scalars by what stands beside them, within a window that it names, and only where one
///   of the scalars that it names as triggers occurs. Elsewhere it may act on scalars by themselves.
struct NormalizationStep: Sendable {
    enum Kind: Sendable {
        case form(FormData)
        case letters(@Sendable (UInt32) -> [UInt32]?)
        case context(ContextStep)
    }

    /// The name of the profile's property that switches the step on.
    let name: String
    let kind: Kind
    /// The step acts on no scalar outside where none of a context step's triggers is: that is seen without a look-up. Holds
    /// the triggers too.
    var mapped: ClosedRange<UInt32> = 0...0x10FFFF

    /// Whether the step may act on more than one of these scalars at once.
    func isTriggered(by scalars: [UInt32]) -> Bool {
        guard case .context(let step) = kind else { return false }
        return scalars.contains { scalar in step.triggers.contains { $0.contains(scalar) } }
    }

    /// Runs the step over a text.
    func apply(to scalars: inout [UInt32]) {
        switch kind {
        case .form(let data):
            scalars = data.normalize(scalars)
        case .letters(let map):
            // Most windows hold nothing that the step maps.
            guard let first = scalars.firstIndex(where: { mapped.contains($0) && map($0) != nil }) else { return }
            var result = Array(scalars[..<first])
            result.reserveCapacity(scalars.count)
            for scalar in scalars[first...] {
                if let mapped = map(scalar) {
                    result.append(contentsOf: mapped)
                } else {
                    result.append(scalar)
                }
            }
            scalars = result
        case .context(let step):
            step.apply(&scalars)
        }
    }
}

/// The part of a step that reads beside a scalar.
struct ContextStep: Sendable {
    enum Window: Sendable {
        /// The scalar before the marks around the trigger, and those marks.
        case cluster
        /// All up to the white space on either side.
        case word
    }

    /// The scalars that may make the step act on more than one scalar.
    let triggers: [ClosedRange<UInt32>]
    /// How far the step reads from a trigger.
    var window = Window.cluster
    /// A scalar that takes what follows it into its window.
    var joinsNext: UInt32?
    let apply: @Sendable (inout [UInt32]) -> Void
}

extension NormalizationStep {
    /// The steps of a profile in the order in which they run: the order is stated here and nowhere else.
    ///
    /// Why this order gives idempotent results, and one result for canonically equivalent input, is told in
    /// ARCHITECTURE.md. A profile without a form runs the other steps just so.
    static func steps(of profile: NormalizationProfile) throws(ICUError) -> [NormalizationStep] {
        func form(_ form: UnicodeForm) throws(ICUError) -> NormalizationStep? {
            try FormData(form).map { NormalizationStep(name: "form", kind: .form($0)) }
        }
        let composed = try form(profile.form.composing)
        // Case folding makes a letter of the mark U+0345, so the Unicode Standard (D147) puts marks in order before it.
        let ordered = profile.form == .nfkcCasefold && profile.formUse == .throughout ? try form(.nfd) : nil
        let compatibility = try FormData(.nfkc)
        let groups: [[NormalizationStep?]] = [
            // Both map letters that are canonically inert, so equivalent texts stay equivalent.
            [presentationLetters(profile, compatibility), honorifics(profile, compatibility)],
            [ordered, composed],
            [characterMap(profile)],
            [
                bidiControls(profile), byteOrderMark(profile), zeroWidthNonJoiner(profile), zeroWidthJoiner(profile),
                hamzaOnTatweel(profile), daggerAlef(profile), smallLetters(profile), quranicSigns(profile),
                removedMarks(profile), tatweel(profile),
            ],
            // A deletion can make neighbours of a letter and a mark that compose.
            [composed],
            // Nothing stands between a letter, its marks and the end of its word any more.
            [tanwinAlef(profile), removedFathatan(profile), hamzaOnKeptTatweel(profile)],
            [composed],
            [arabicLookAlikes(profile), alefMaqsura(profile), tehMarbuta(profile)],
            // ى with a hamza above has become ئ now, and a hamza carrier.
            [composed],
            [
                alef(profile), hamzaCarriers(profile), tanwinOnFoldedAlef(profile), hamzaBeforeAlef(profile),
                // Others have made Arabic yehs until here.
                persianLookAlikes(profile),
                digits(profile), punctuation(profile), letterCase(profile),
                // What stood between two pictographs may have become a letter, or a pictograph one.
                zeroWidthJoiner(profile),
            ],
            [composed],
        ]
        var steps: [NormalizationStep] = []
        for step in groups.joined().compactMap(\.self) {
            // A form right after the same form would change nothing.
            if let form = step.form, steps.last?.form == form { continue }
            if step.form != nil, profile.formUse == .first, steps.contains(where: { $0.form != nil }) { continue }
            steps.append(step)
        }
        if profile.form != profile.form.composing, let last = try form(profile.form) {
            if steps.last?.form != nil { steps.removeLast() }
            steps.append(last)
        }
        return steps
    }

    /// The form that the step is, or nil.
    private var form: UnicodeForm? {
        if case .form(let data) = kind { return data.form }
        return nil
    }
}
