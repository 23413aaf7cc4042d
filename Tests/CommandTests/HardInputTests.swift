import ArabicText
import Foundation
import Support
import Testing

/// Ill-formed UTF-8 and hard strings that others have collected (Tests/Data/nasty), through the command.
@Suite(.needsCommand) struct HardInputTests {
    /// A byte sequence, and what it is with each ill-formed part replaced.
    struct Case {
        let name: String
        let bytes: [UInt8]
        let replaced: [UInt8]

        var isValid: Bool { bytes == replaced }
    }

    static func cases() throws -> [Case] {
        func bytes(_ hex: Substring) -> [UInt8] {
            let digits = Array(hex.filter(\.isHexDigit))
            return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
        }
        let text = String(decoding: try Gold.bundledBytes("Data/nasty/utf8tests.flenniken.txt"), as: UTF8.self)
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            let name = String(fields[0])
            switch fields[1].drop(while: { $0 == " " }) {
            case "valid": return Case(name: name, bytes: Array(fields[2].utf8), replaced: Array(fields[2].utf8))
            case "valid hex": return Case(name: name, bytes: bytes(fields[2]), replaced: bytes(fields[2]))
            default:
                let parts = fields[2].split(separator: ":", omittingEmptySubsequences: false)
                return Case(name: name, bytes: bytes(parts[0]), replaced: bytes(parts[2]))
            }
        }
    }

    static let stages = [
        ["normalize"], ["normalize", "--profile", "search"], ["strip"], ["unify"], ["tokenize"],
        ["tokenize", "--format", "tsv", "--offsets", "utf16"], ["tokenize", "--format", "json"], ["sentences"],
        ["stem"],
        ["analyze"], ["analyze", "--profile", "lucene", "--format", "json"], ["transliterate", "--to", "bw"],
        ["grep", "-o", "ا"],
    ]

    /// A stage that changes nothing here: what comes out is what the policy makes of the bytes.
    private let copy = ["stem"]

    @Test func replacedAndKeptAreAsWrittenDown() throws {
        let cases = try Self.cases()
        #expect(cases.count == 222)
        let input = Array(cases.map(\.bytes).joined(separator: [0x0A]))
        let replaced = try CommandRunner.run(copy + ["--invalid", "replace"], input: input)
        #expect(replaced.status == 0)
        for (found, expected) in zip(replaced.output.split(separator: 0x0A, omittingEmptySubsequences: false), cases)
        where !expected.bytes.contains(0x0A) {
            #expect(Array(found) == expected.replaced, "\(expected.name)")
        }
        #expect(replaced.output == Array(cases.map(\.replaced).joined(separator: [0x0A])))
        #expect(try CommandRunner.run(copy + ["--invalid", "keep"], input: input).output == input)
    }

    @Test func failStopsAtTheFirstBadByte() throws {
        for test in try Self.cases() {
            let result = try arabictext("strip", bytes: Array("ab\n".utf8) + test.bytes)
            if test.isValid {
                #expect(result.status == 0 && result.errors.isEmpty, "\(test.name)")
                continue
            }
            let start = firstIllFormed(test.bytes)
            let message = ": line 2, column \(start + 1): ill-formed UTF-8 at byte \(start + 3) "
            #expect(result.status == 1, "\(test.name)")
            #expect(result.errors.contains(message), "\(test.name): \(result.errors)")
            #expect(result.output.starts(with: Array("ab\n".utf8)), "\(test.name)")
        }
    }

    private func firstIllFormed(_ bytes: [UInt8]) -> Int {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return bytes.count
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    /// Every stage makes of ill-formed bytes what it makes of U+FFFD in their place.
    @Test(arguments: stages)
    func replacingComesFirst(_ stage: [String]) throws {
        let cases = try Self.cases()
        let input = Array(cases.map { Array("ا".utf8) + $0.bytes + Array("ب ت\n".utf8) }.joined())
        let expected = Array(cases.map { Array("ا".utf8) + $0.replaced + Array("ب ت\n".utf8) }.joined())
        let result = try CommandRunner.run(stage + ["--invalid", "replace"], input: input)
        #expect(result.status == 0 && result.errors.isEmpty)
        let well = try CommandRunner.run(stage, input: expected)
        if stage.contains("tsv") || stage.contains("json") {
            // Offsets count what is there.
            #expect(result.lines.count == well.lines.count)
        } else {
            #expect(result.output == well.output)
        }
        #expect(try CommandRunner.run(stage + ["--invalid", "keep"], input: input).status == 0)
        #expect(try CommandRunner.run(stage, input: input).status == (stage[0] == "grep" ? 2 : 1))
    }

    @Test func kuhnsFile() throws {
        let input = try Gold.bundledBytes("Data/nasty/UTF-8-test.kuhn.txt")
        // Swift's own decoding replaces maximal subparts too.
        let replaced = Array(String(decoding: input, as: UTF8.self).utf8)
        #expect(try CommandRunner.run(copy + ["--invalid", "replace"], input: input).output == replaced)
        #expect(try CommandRunner.run(copy + ["--invalid", "keep"], input: input).output == input)
        let first = zip(input, replaced).prefix { $0 == $1 }.count
        let line = input[..<first].count { $0 == 0x0A } + 1
        let column = first - (input[..<first].lastIndex(of: 0x0A) ?? -1)
        for stage in Self.stages where stage[0] != "grep" {
            let failed = try CommandRunner.run(stage, input: input)
            #expect(failed.status == 1)
            #expect(failed.errors.contains(": line \(line), column \(column): ill-formed UTF-8 at byte \(first) "))
        }
    }

    @Test(arguments: stages.dropLast())
    func naughtyStringsPassThrough(_ stage: [String]) throws {
        let json = Data(try Gold.bundledBytes("Data/nasty/naughty_strings.json"))
        let strings = try #require(try JSONSerialization.jsonObject(with: json) as? [String])
        #expect(strings.count > 40)
        let lines = strings.map { Array($0.utf8.filter { $0 != 0x0A }) }
        let input = Array(lines.map { $0 + [0x0A] }.joined())
        let result = try CommandRunner.run(stage, input: input)
        #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
        #expect(String(validating: result.output, as: UTF8.self) != nil)
        if stage.contains("tsv") || stage[0] == "sentences" { return }
        #expect(result.output.count { $0 == 0x0A } == lines.count)
        guard stage.contains("json") else { return }
        for (number, line) in result.lines.enumerated() {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
            #expect(object["line"] as? Int == number + 1)
            for token in try #require(object["tokens"] as? [[String: Any]]) {
                let start = try #require(token["start"] as? Int), end = try #require(token["end"] as? Int)
                let source = try #require(token["source"] as? String)
                // Foundation drops a byte order mark.
                let expected = Array(lines[number][start..<end])
                if expected.starts(with: [0xEF, 0xBB, 0xBF]) { continue }
                #expect(Array(source.utf8) == expected, "\(escaped(lines[number]))")
            }
        }
    }
}
