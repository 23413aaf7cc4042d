import ArabicText
import BenchmarkStages
import Foundation

/// Our driver. `Ours TEXT` serves turns as driver.py describes; `Ours --words TEXT` prints the words for stemmers, one a line.
@main enum Ours {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let path = arguments.last, let data = FileManager.default.contents(atPath: path), !data.isEmpty else {
            FileHandle.standardError.write(Data("Ours: no text\n".utf8))
            exit(1)
        }
        if arguments.first == "--words" { try printWords(of: [UInt8](data)) } else { try serve([UInt8](data)) }
    }

    /// The words that `BenchmarkText` gives our own stemmers.
    private static func printWords(of text: [UInt8]) throws {
        let analyzer = try ArabicAnalyzer(AnalyzerSettings(rules: .unicode, profileBeforeStopWords: .search))
        var lines: [UInt8] = []
        analyzer.forEachTerm(in: text.span) { word, _ in
            for index in word.indices { lines.append(word[index]) }
            lines.append(0x0A)
        }
        FileHandle.standardOutput.write(Data(lines))
    }

    private static func serve(_ bytes: [UInt8]) throws {
        let text = BenchmarkText(bytes)
        var passes: [String: BenchmarkStage.Pass] = [:]
        answer("version\tkernel \(ProcessorKernel.inUse.rawValue)")
        for stage in BenchmarkStage.all { answer("row\t\(stage.fullName)") }
        answer("ready")
        while let line = readLine() {
            let fields = line.split(separator: "\t")
            guard fields.count == 2, let seconds = Double(fields[1]),
                let stage = BenchmarkStage.all.first(where: { $0.fullName == fields[0] })
            else { exit(1) }
            let pass = try passes[stage.fullName] ?? stage.prepare(for: text)
            passes[stage.fullName] = pass
            answer(try turn(pass, of: bytes.count, seconds: seconds))
        }
    }

    private static func turn(_ pass: BenchmarkStage.Pass, of bytes: Int, seconds: Double) throws -> String {
        let clock = ContinuousClock()
        let start = clock.now
        let outcome = try pass()
        var count = 1
        while clock.now - start < .seconds(seconds) {
            // Comparing the result also keeps the work from being left out.
            if try pass() != outcome { exit(1) }
            count += 1
        }
        return "\(bytes)\t\(count)\t\((clock.now - start) / .seconds(1))\t\(outcome.tokens)"
    }

    private static func answer(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
