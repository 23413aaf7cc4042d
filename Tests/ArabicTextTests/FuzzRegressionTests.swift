import Foundation
import FuzzChecks
import Support
import Testing

/// What the fuzzer checks, on the inputs that made it fail once and on those that it starts from. See Fuzz/README.md.
@Suite struct FuzzRegressionTests {
    /// Inputs in FailCases/ that still fail.
    static let open: Set<String> = []

    @Test(arguments: ["FailCases", "Corpus"])
    func keptInputsHold(_ name: String) throws {
        let folder = Gold.repository + "/Fuzz/" + name
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }.sorted()
        if name == "Corpus" { #expect(!files.isEmpty) }
        for file in files {
            let fault = FuzzChecks.faultOfAnyCheck(in: try Gold.file(folder + "/" + file))
            if Self.open.contains(file) {
                withKnownIssue { #expect(fault == nil, "\(file)") }
            } else {
                #expect(fault == nil, "\(file)")
            }
        }
    }

    @Test func randomInputsHold() {
        var random = RandomText(seed: 14)
        for _ in 0..<500 {
            var input = (0..<3).map { _ in UInt8(random.number(in: 0...255)) } + utf8(random.next(longest: 20))
            let bad = random.number(in: 0...2)
            for _ in 0..<bad {
                input.insert(UInt8(random.number(in: 128...255)), at: random.number(in: 3...input.count))
            }
            #expect(FuzzChecks.fault(in: input) == nil)
        }
    }
}
