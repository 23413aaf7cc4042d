/// The normaliser as one reads it: the steps of the profile one after the other over the whole text.
///
/// Slow and obvious. ``ArabicNormalizer`` must give the same bytes, and sends the few windows here whose result
/// depends on their context.
package struct ReferenceNormalizer: Sendable {
    /// The steps in the order in which they run.
    let steps: [NormalizationStep]
    /// The passes over what the steps give.
    private let passes: OutputPasses?

    /// Takes the steps of a profile. Throws where ICU's data is missing.
    package init(_ profile: NormalizationProfile) throws(ICUError) {
        steps = try NormalizationStep.steps(of: profile)
        passes = OutputPasses(profile)
    }

    /// The steps of some normalisers one after the other; nil where one has passes.
    init?(joining normalizers: [ReferenceNormalizer]) {
        if normalizers.contains(where: { $0.passes != nil }) { return nil }
        steps = normalizers.flatMap(\.steps)
        passes = nil
    }

    /// Told of a step that has changed something: its name, and the text before and after it.
    typealias StepObserver = (_ name: String, _ before: [UInt32], _ after: [UInt32]) -> Void

    /// What the steps make of a text; the passes are still to come.
    func normalize(_ text: [UInt32], observer: StepObserver? = nil) -> [UInt32] {
        var scalars = text
        for step in steps {
            // A copy for each step would be a waste where nobody looks.
            let before = observer == nil ? [] : scalars
            step.apply(to: &scalars)
            if let observer, scalars != before { observer(step.name, before, scalars) }
        }
        return scalars
    }

    /// Appends the normalised form of UTF-8 bytes. Ill-formed sequences cut the text in two: nothing acts across.
    package func normalize(
        _ bytes: Span<UInt8>, illFormed policy: IllFormedPolicy, into output: inout [UInt8]
    ) throws(IllFormedUTF8Error) {
        var stepped: [UInt8] = []
        let result = Result { () throws(IllFormedUTF8Error) in
            try runSteps(bytes, illFormed: policy, into: &stepped)
        }
        guard var passes else {
            output += stepped
            return try result.get()
        }
        output.append(room: stepped.count) { buffer in
            var alignment: Alignment?
            passes.append(stepped.span, into: &buffer, alignment: &alignment)
            passes.finish(into: &buffer, alignment: &alignment)
        }
        try result.get()
    }

    private func runSteps(
        _ bytes: Span<UInt8>, illFormed policy: IllFormedPolicy, into output: inout [UInt8]
    ) throws(IllFormedUTF8Error) {
        var scalars: [UInt32] = []
        var offset = 0
        while offset < bytes.count {
            let element = UTF8Element.decode(bytes, at: offset)
            switch element {
            case .scalar(let scalar, _):
                scalars.append(scalar)
            case .illFormed, .truncated:
                normalize(&scalars, into: &output)
                try policy.apply(to: bytes, at: offset, length: element.length, base: 0, into: &output)
            }
            offset += element.length
        }
        normalize(&scalars, into: &output)
    }

    private func normalize(_ scalars: inout [UInt32], into output: inout [UInt8]) {
        for scalar in normalize(scalars) { scalar.appendUTF8(to: &output) }
        scalars = []
    }
}

extension IllFormedPolicy {
    /// Appends what becomes of an ill-formed sequence, or throws its offset counted from `base`.
    func apply(
        to bytes: Span<UInt8>, at offset: Int, length: Int, base: Int, into output: inout [UInt8]
    ) throws(IllFormedUTF8Error) {
        switch self {
        case .fail: throw IllFormedUTF8Error(offset: base + offset)
        case .replace: UInt32(0xFFFD).appendUTF8(to: &output)
        case .keep: for index in offset..<offset + length { output.append(bytes[index]) }
        }
    }
}
