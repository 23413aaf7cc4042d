import Foundation

/// Whether tests that can be had in a short and in a long form take the long one: the variable `ARABICTEXT_EXHAUSTIVE` is
/// set, as `.ci/run` does. The short form takes a sample of the same cases.
public let isExhaustive = ProcessInfo.processInfo.environment["ARABICTEXT_EXHAUSTIVE"] != nil
