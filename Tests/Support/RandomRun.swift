import Foundation

/// How long a random test runs, and from which seed. `ARABICTEXT_RANDOM_SECONDS` and `ARABICTEXT_RANDOM_SEED` say so for all
/// of them; `Scripts/random-tests` sets both.
public struct RandomRun {
    /// The seed of this run.
    public let seed: UInt64
    /// Goes on from the seed.
    public var generator: SplitMix64
    private let end: ContinuousClock.Instant

    /// Without the variables a run is short, and the same every time. Prints the seed, so that a run can be had again.
    public init(_ name: String, seconds: Double = 2, seed: UInt64 = 20_261_201) {
        let environment = ProcessInfo.processInfo.environment
        self.seed = environment["ARABICTEXT_RANDOM_SEED"].flatMap(UInt64.init) ?? seed
        let seconds = environment["ARABICTEXT_RANDOM_SECONDS"].flatMap(Double.init) ?? seconds
        generator = SplitMix64(seed: self.seed)
        end = .now + .seconds(seconds)
        print("\(name): seed \(self.seed), \(seconds) s")
    }

    /// Whether the time is over.
    public var isOver: Bool { ContinuousClock.now >= end }
}

extension SplitMix64 {
    /// A number from 0 to below `count`.
    public mutating func number(below count: Int) -> Int { Int.random(in: 0..<count, using: &self) }

    /// True once in `count` times.
    public mutating func once(in count: Int) -> Bool { number(below: count) == 0 }

    /// One of the elements, which are not none.
    public mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(below: elements.count)] }
}
