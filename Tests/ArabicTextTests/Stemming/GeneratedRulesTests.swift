import Foundation
import Support
import Testing

@testable import ArabicText
@testable import RuleCompiler

/// The rules of the guarded stemmer are stated in Swift alone: C for them is generated.
@Suite struct GeneratedRulesTests {
    private static let folder = Gold.repository + "/Sources/CArabicKernels/guarded/"

    /// The lengths of word lists are in the generated files too: a change of a list may make them stale.
    @Test(arguments: RuleCompiler.fileNames)
    func isCurrent(file: String) throws {
        let text = try #require(RuleCompiler.file(file))
        #expect(text.utf8.count > 1_000)
        let isCurrent = try Gold.file(Self.folder + file) == Array(text.utf8)
        #expect(isCurrent, "\(file) is not what the rules say: run Scripts/compile-rules")
    }

    /// Neither in Arabic script nor by a name, nor by a scalar.
    @Test func noHandWrittenCodeNamesALetter() throws {
        let names = Set(Names.letters.map(Names.letter))
        #expect(names.count > 30)
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
        let written = files.filter { !RuleCompiler.fileNames.contains($0) }
        #expect(written.count >= 6 && written.count == files.count - RuleCompiler.fileNames.count)
        for file in written {
            let code = Self.withoutComments(String(decoding: try Gold.file(Self.folder + file), as: UTF8.self))
            #expect(code.utf8.count > 100)
            let isArabic = code.unicodeScalars.contains { $0.value >= 0x600 }
            #expect(!isArabic, "\(file)")
            for word in code.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_") }) {
                #expect(!names.contains(String(word)), "\(file): \(word)")
                let isScalar = word.hasPrefix("0x06") || word.hasPrefix("0x6") && word.utf8.count == 5
                #expect(!isScalar, "\(file): \(word)")
            }
        }
    }

    private static func withoutComments(_ text: String) -> String {
        text.split(separator: "\n").map { line in
            line.firstRange(of: "//").map { String(line[..<$0.lowerBound]) } ?? String(line)
        }
        .joined(separator: "\n")
    }
}
