internal import CArabicKernels

/// What each scalar becomes under a profile, as far as it does not depend on what stands beside it.
///
/// The answers are the reference normaliser's own for the scalar alone; what could differ beside others is marked as
/// a matter of context. An entry is laid out as `fold.h` says.
@safe final class FoldTable: @unchecked Sendable {
    // SAFETY: `direct` and `blocks` are written in `init` only.

    private let entries: ScalarTable<UInt64>
    private let direct: UnsafeMutablePointer<UInt64>
    private let blocks: UnsafeMutablePointer<UInt8>
    /// A scalar that takes what follows it into its window, or nil.
    let joinsNext: UInt32?
    /// Whether windows reach from white space to white space.
    let wholeWords: Bool

    /// With `forWords` the entries hold in a word that stands alone, and only where no step makes white space of it or
    /// keeps a mark.
    init(_ reference: ReferenceNormalizer, forWords: Bool = false) {
        let compiler = FoldCompiler(reference, forWords: forWords)
        joinsNext = compiler.joinsNext
        wholeWords = compiler.wholeWords
        entries = ScalarTable { compiler.entry(of: $0) }
        unsafe direct = .allocate(capacity: Int(CAK_DIRECT_COUNT))
        for index in 0..<UInt32(CAK_DIRECT_COUNT) {
            let ascii = UInt32(CAK_DIRECT_ASCII)
            let entry = index < 0x80 ? FoldCompiler.slow : entries[index < ascii ? index : index - ascii]
            unsafe (direct + Int(index)).initialize(to: entry)
        }
        unsafe blocks = .allocate(capacity: Int(CAK_FOLD_BLOCKS_SIZE))
        unsafe cak_fold_prepare(direct, blocks)
    }

    deinit {
        unsafe direct.deallocate()
        unsafe blocks.deallocate()
    }

    /// The table as the kernel takes it. Valid as long as this object.
    @unsafe var kernelTable: cak_fold_table {
        unsafe cak_fold_table(
            direct: direct, pages: entries.pages, whole_words: wholeWords, blocks: blocks,
            joins_next: joinsNext ?? CAK_NO_SCALAR)
    }

    /// Makes the page of a scalar where it is missing.
    func touch(_ scalar: UInt32) { _ = entries[scalar] }

    /// Makes the pages of the scalars of some bytes.
    func touch(_ bytes: Span<UInt8>) {
        var offset = 0
        while offset < bytes.count {
            let element = UTF8Element.decode(bytes, at: offset)
            if case .scalar(let scalar, _) = element { touch(scalar) }
            offset += element.length
        }
    }

    /// Whether a scalar stays as it is beside others of which the same is true, and is no mark to be put in order.
    func keeps(_ scalar: UInt32) -> Bool {
        let entry = entries[scalar]
        let any = UInt64(CAK_ANY_ORDER)
        return entry >> UInt64(CAK_NEEDS_SHIFT) == any && entry & CAK_CHANGED == 0
            && (entry >> UInt64(CAK_LEAVES_SHIFT)) & 0xFF == 1
    }

    /// Whether a scalar is deleted, whatever stands beside it.
    func deletes(_ scalar: UInt32) -> Bool { cak_is_deleted(entries[scalar]) }

    /// Whether a window may end before this scalar, whatever stands before it (but for ``joinsNext``).
    func startsWindow(_ scalar: UInt32) -> Bool { cak_starts_window(entries[scalar], wholeWords) }
}

extension FoldTable {
    /// Whether a text can be cut at an offset without a change to what becomes of it, by steps that are no passes.
    func canCut(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
        if bytes[offset] & 0xC0 == 0x80 {
            // A trail byte starts something only where no lead in reach can own it.
            return offset >= 3 && (1...3).allSatisfy { bytes[offset - $0] & 0xC0 == 0x80 }
        }
        switch UTF8Element.decode(bytes, at: offset) {
        case .illFormed: return true
        case .truncated: return false
        case .scalar(let scalar, _): return startsWindow(scalar) && !followsJoiner(bytes, offset)
        }
    }

    /// Whether a joiner stands before an offset, with nothing but scalars that start no window between them.
    private func followsJoiner(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
        guard let joiner = joinsNext else { return false }
        var end = offset
        while end > 0 {
            let start = UTF8Element.start(before: end, in: bytes)
            guard case .scalar(let scalar, end - start) = UTF8Element.decode(bytes, at: start) else { return false }
            if scalar == joiner { return true }
            if startsWindow(scalar) { return false }
            end = start
        }
        return false
    }
}

/// Asks the steps of a profile what they do with single scalars.
private struct FoldCompiler: Sendable {
    private let steps: [NormalizationStep]
    /// For each step what tells at once that it leaves scalars alone: a step itself takes longer to look at.
    private let tests: [(mapped: ClosedRange<UInt32>, form: FormData?)]
    /// The index behind the last form, if there is one: no mark is put in order any more from there on.
    private let endOfForms: Int?
    let forWords: Bool
    let forms: [FormData]
    let hasTriggers: Bool
    let joinsNext: UInt32?
    let wholeWords: Bool

    init(_ reference: ReferenceNormalizer, forWords: Bool) {
        steps = reference.steps
        tests = steps.map { step in
            if case .form(let data) = step.kind { (step.mapped, data) } else { (step.mapped, nil) }
        }
        endOfForms = tests.lastIndex { $0.form != nil }.map { $0 + 1 }
        self.forWords = forWords
        var forms: [FormData] = []
        var hasTriggers = false
        var joinsNext: UInt32?
        var wholeWords = false
        for step in reference.steps {
            switch step.kind {
            case .form(let data): if !forms.contains(where: { $0.form == data.form }) { forms.append(data) }
            case .context(let context):
                hasTriggers = hasTriggers || !context.triggers.isEmpty
                joinsNext = context.joinsNext ?? joinsNext
                wholeWords = wholeWords || context.window == .word
            case .letters: break
            }
        }
        self.forms = forms
        self.hasTriggers = hasTriggers
        self.joinsNext = joinsNext
        self.wholeWords = wholeWords
    }

    /// The context decides.
    static let slow: UInt64 = 0

    func entry(of scalar: UInt32) -> UInt64 {
        if (0xD800...0xDFFF).contains(scalar) { return Self.slow }
        let combiningClass = forms.isEmpty ? 0 : CharacterFacts.combiningClass(scalar)
        // A mark that is put in order after this one must know its class, even where this one's status is context.
        let slow = combiningClass == 0 ? Self.slow : CAK_ATTACHED | leaving(combiningClass)
        // Every state on the way counts: a step may already act on what a later one deletes.
        var state = [scalar]
        // Only U+200D brings white space of ASCII into a word (before an emoji), and then is the one that decides.
        let isBetweenWords = forWords && scalar < 0x80 && CharacterFacts.isWhiteSpace(scalar)
        if forWords, scalar == 0x200D || CharacterFacts.isWhiteSpace(scalar) && !isBetweenWords { return slow }
        var startsWindow = isBoundary(scalar)
        var composesBackward = mayComposeBackward(scalar)
        var lastFirst = scalar
        // What the last form has put in order.
        var ordered: [UInt32]?
        for index in steps.indices {
            if index == endOfForms { ordered = state }
            if !mayAct(index, on: state) { continue }
            let step = steps[index]
            // What an earlier step made of the scalar may be the trigger.
            if step.isTriggered(by: state) || changesMark(step, of: state) { return slow }
            step.apply(to: &state)
            if forWords, !isBetweenWords, state.contains(where: CharacterFacts.isWhiteSpace) { return slow }
            guard let first = state.first else { break }
            if first == lastFirst { continue }
            lastFirst = first
            startsWindow = startsWindow && isBoundary(first)
            composesBackward = composesBackward || mayComposeBackward(first)
        }
        if composesBackward { return slow }
        if let ordered, !forWords, !keepsOrder(ordered, state) { return slow }
        let anyOrder = UInt64(CAK_ANY_ORDER)
        guard let last = state.last else {
            return CAK_ATTACHED | CAK_CHANGED | anyOrder << UInt64(CAK_NEEDS_SHIFT) | anyOrder
                << UInt64(CAK_LEAVES_SHIFT)
        }
        guard let bytes = bytesField(state) else {
            // Too long for an entry, but nothing before it matters, unless windows are whole words.
            return startsWindow && combiningClass == 0 && !wholeWords ? slow | CAK_ALONE : slow
        }
        if combiningClass != 0, forWords { return slow }
        if combiningClass != 0 {
            // A mark that stays what it is only has to be put in order.
            let needed = (UInt64(combiningClass) + 1) << UInt64(CAK_NEEDS_SHIFT)
            return state == [scalar] ? bytes | slow | needed : slow
        }
        if !startsWindow { return slow }
        // A joiner looks back over what extends a pictograph, so that belongs to the pictograph's window. Without a
        // form no window starts at a mark either: a context step may read it with what stands before it.
        let belongsToOther =
            joinsNext != nil && CharacterFacts.isGraphemeExtend(scalar)
            || forms.isEmpty && hasTriggers && CharacterFacts.combiningClass(scalar) != 0
        let attached = belongsToOther ? CAK_ATTACHED : 0
        let left = leaving(forms.isEmpty ? 0 : CharacterFacts.combiningClass(last))
        let space = CharacterFacts.isWhiteSpace(scalar) ? CAK_SPACE : 0
        let changed = state == [scalar] ? 0 : CAK_CHANGED
        return bytes | attached | changed | space | left | anyOrder << UInt64(CAK_NEEDS_SHIFT)
    }

    /// Whether marks before and after what the last form got of a scalar are in the order that its result tells.
    ///
    /// They are not where a letter kept them apart that is deleted behind the form, and where a mark has come behind it that
    /// the form has not put in order.
    private func keepsOrder(_ ordered: [UInt32], _ state: [UInt32]) -> Bool {
        if ordered == state { return true }
        func isMark(_ scalar: UInt32) -> Bool { CharacterFacts.combiningClass(scalar) != 0 }
        if state.allSatisfy(isMark), !ordered.allSatisfy(isMark) { return false }
        let marks = ordered.reversed().prefix(while: isMark)
        return state.reversed().prefix(while: isMark).allSatisfy(marks.contains)
    }

    /// Whether a step makes something else of a mark, which a form may have put behind or before marks that follow.
    private func changesMark(_ step: NormalizationStep, of scalars: [UInt32]) -> Bool {
        guard case .letters(let map) = step.kind else { return false }
        return scalars.contains { scalar in
            CharacterFacts.combiningClass(scalar) != 0 && map(scalar)?.isEmpty == false
        }
    }

    private func mayAct(_ step: Int, on scalars: [UInt32]) -> Bool {
        let (mapped, form) = tests[step]
        return scalars.contains { scalar in mapped.contains(scalar) && form?.isInert(scalar) != true }
    }

    private func leaving(_ combiningClass: UInt8) -> UInt64 { (UInt64(combiningClass) + 1) << UInt64(CAK_LEAVES_SHIFT) }

    /// The bytes that scalars take and their number, or nil where there are more than four.
    private func bytesField(_ scalars: [UInt32]) -> UInt64? {
        var field: UInt64 = 0
        var count: UInt64 = 0
        for scalar in scalars {
            for byte in scalar.utf8 {
                if count == 4 { return nil }
                field |= UInt64(byte) << (8 * count)
                count += 1
            }
        }
        return field | count << UInt64(CAK_LENGTH_SHIFT)
    }

    private func isBoundary(_ scalar: UInt32) -> Bool { forms.allSatisfy { $0.hasBoundaryBefore(scalar) } }

    private func mayComposeBackward(_ scalar: UInt32) -> Bool {
        forms.contains(where: \.composes) && CharacterFacts.mayComposeWithPrevious(scalar)
    }
}
