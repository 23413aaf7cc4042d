/// One thing to time: a stage of the library, or a yardstick beside it.
///
/// This module serves the command `arabictext bench`, the package in `Benchmarks/` and the tests. It has no stable
/// API.
public struct BenchmarkStage: Sendable {
    /// What one pass over a text found.
    ///
    /// Every pass over one text gives the same: who times a stage compares it, so that the optimiser cannot leave work
    /// out.
    public struct Outcome: Sendable, Hashable {
        /// How many words or terms; 0 where the stage counts none.
        public var tokens = 0
        /// How many bytes the stage wrote, or the bytes of its tokens.
        public var bytes = 0
    }

    /// One pass over a text: all that is to be timed.
    public typealias Pass = () throws -> Outcome

    /// The stage, for example `normalize`.
    public let name: String
    /// The profile, the rules or the algorithm; empty where there is nothing to choose.
    public let profile: String
    /// Whether the result has tokens.
    public let countsTokens: Bool
    private let make: @Sendable (BenchmarkText) throws -> Pass

    init(
        _ name: String, _ profile: String = "", countsTokens: Bool,
        make: @escaping @Sendable (BenchmarkText) throws -> Pass
    ) {
        self.name = name
        self.profile = profile
        self.countsTokens = countsTokens
        self.make = make
    }

    /// Name and profile, which no other stage has.
    public var fullName: String { profile.isEmpty ? name : "\(name) \(profile)" }

    /// Does what is not to be timed (tables, conversions, words cut beforehand) and gives the pass.
    ///
    /// The first pass still allocates its output, which later ones use again. Throws where ICU's data cannot be loaded.
    public func prepare(for text: BenchmarkText) throws -> Pass { try make(text) }
}
