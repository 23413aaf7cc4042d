/// What each step of a profile made of a text: for showing people why a word became what it became.
///
/// ```swift
/// let trace = try ArabicNormalizer(.search).trace("كِتَابٌ")
/// for step in trace.steps { print(step.name, step.before, step.after) }
/// ```
///
/// Compare the texts by their UTF-8 bytes: a step may give what is canonically equivalent to what it got, and Swift's
/// `==` holds for these.
public struct NormalizationTrace: Sendable {
    /// A step that changed something.
    public struct Step: Sendable {
        /// The name of the property of ``NormalizationProfile`` that switches the step on, such as `tatweel`. The
        /// property `form` may come more than once: see <doc:NormalizationSteps>.
        public let name: String
        /// The text that the step got.
        public let before: String
        /// What it made of the text, never the same bytes.
        public let after: String
    }

    /// The text as it was given.
    public let source: String
    /// The steps that changed something, in the order in which they ran: the text after one is that before the next.
    public let steps: [Step]

    /// The normalised text, the same bytes that ``ArabicNormalizer/normalize(_:)`` gives.
    public var result: String { steps.last?.after ?? source }
}

extension ArabicNormalizer {
    /// Normalises a text step by step, and keeps what each step changed.
    ///
    /// Far slower than ``normalize(_:)``, and each step that changes something keeps two texts.
    public func trace(_ text: String) -> NormalizationTrace {
        var steps: [NormalizationTrace.Step] = []
        _ = engine.reference.normalize(text.unicodeScalars.map(\.value)) { name, _, after in
            // One text where a step follows another, not two with the same bytes.
            let last = steps.last?.after ?? text
            steps.append(NormalizationTrace.Step(name: name, before: last, after: String(scalars: after)))
        }
        for (name, pass) in OutputPasses.separate(profile) {
            let before = steps.last?.after ?? text
            let after = pass.applied(to: before)
            if !after.utf8.elementsEqual(before.utf8) {
                steps.append(NormalizationTrace.Step(name: name, before: before, after: after))
            }
        }
        return NormalizationTrace(source: text, steps: steps)
    }
}

extension String {
    /// The text of scalar values.
    fileprivate init(scalars: [UInt32]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.count * 2)
        for scalar in scalars { scalar.appendUTF8(to: &bytes) }
        self.init(decoding: bytes, as: UTF8.self)
    }
}
