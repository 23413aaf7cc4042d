private import CArabicKernels

/// What each scalar becomes under a profile, as far as it does not depend on what stands beside it.
///
/// The answers are the reference normaliser's own for the scalar alone; what could differ beside others is marked as
/// a matter of context. An entry is laid out as `fold.h` says.
struct FoldTable: Sendable {
    let entries: ScalarTable<UInt64>
    /// A scalar that takes what follows it into its window, or nil.
    let joinsNext: UInt32?

    init(_ reference: ReferenceNormalizer) {
        let compiler = FoldCompiler(reference)
        joinsNext = compiler.joinsNext
        entries = ScalarTable { compiler.entry(of: $0) }
    }

    /// Whether a window may end before this scalar, whatever stands before it (but for ``joinsNext``).
    func startsWindow(_ scalar: UInt32) -> Bool { entries[scalar] & (CAK_SLOW | CAK_ATTACHED) == 0 }
}

/// Asks the steps of a profile what they do with single scalars.
private struct FoldCompiler: Sendable {
    let reference: ReferenceNormalizer
    let forms: [FormData]
    let triggers: [ClosedRange<UInt32>]
    let joinsNext: UInt32?

    init(_ reference: ReferenceNormalizer) {
        self.reference = reference
        var forms: [FormData] = []
        var triggers: [ClosedRange<UInt32>] = []
        var joinsNext: UInt32?
        for step in reference.steps {
            switch step.kind {
            case .form(let data): forms.append(data)
            case .context(let context):
                triggers += context.triggers
                joinsNext = context.joinsNext ?? joinsNext
            case .letters: break
            }
        }
        self.forms = forms
        self.triggers = triggers
        self.joinsNext = joinsNext
    }

    func entry(of scalar: UInt32) -> UInt64 {
        if (0xD800...0xDFFF).contains(scalar) { return CAK_SLOW }
        let combiningClass = CharacterFacts.combiningClass(scalar)
        // A mark that is put in order after this one must know its class, even where this one's fate is context.
        let mark = combiningClass == 0 || forms.isEmpty ? 0 : CAK_ATTACHED | classField(combiningClass)
        if triggers.contains(where: { $0.contains(scalar) }) { return CAK_SLOW | mark }
        // Every state on the way counts: a step may already act on what a later one deletes.
        var state = [scalar]
        var startsWindow = isBoundary(scalar)
        var composesBackward = mayComposeBackward(scalar)
        for step in reference.steps {
            step.apply(to: &state)
            guard let first = state.first else { break }
            startsWindow = startsWindow && isBoundary(first)
            composesBackward = composesBackward || mayComposeBackward(first)
        }
        if composesBackward { return CAK_SLOW | mark }
        guard let last = state.last else { return CAK_ATTACHED }
        guard let bytes = bytesField(state) else { return CAK_SLOW }
        if combiningClass != 0 {
            // A mark that stays what it is only has to be put in order.
            return state == [scalar] ? bytes | mark | CAK_ATTACHED : CAK_SLOW | mark
        }
        if !startsWindow { return CAK_SLOW }
        // A joiner looks back over what extends a pictograph, so that belongs to the pictograph's window.
        let attached = joinsNext != nil && CharacterFacts.isGraphemeExtend(scalar) ? CAK_ATTACHED : 0
        return bytes | attached | (forms.isEmpty ? 0 : classField(CharacterFacts.combiningClass(last)))
    }

    private func classField(_ combiningClass: UInt8) -> UInt64 { UInt64(combiningClass) << UInt64(CAK_CLASS_SHIFT) }

    /// The bytes that scalars take and their number, or nil where there are more than four.
    private func bytesField(_ scalars: [UInt32]) -> UInt64? {
        var bytes: [UInt8] = []
        for scalar in scalars { scalar.appendUTF8(to: &bytes) }
        if bytes.count > 4 { return nil }
        var field = UInt64(bytes.count) << UInt64(CAK_LENGTH_SHIFT)
        for (index, byte) in bytes.enumerated() { field |= UInt64(byte) << UInt64(8 * index) }
        return field
    }

    private func isBoundary(_ scalar: UInt32) -> Bool { forms.allSatisfy { $0.hasBoundaryBefore(scalar) } }

    private func mayComposeBackward(_ scalar: UInt32) -> Bool {
        forms.contains(where: \.composes) && CharacterFacts.mayComposeWithPrevious(scalar)
    }
}
