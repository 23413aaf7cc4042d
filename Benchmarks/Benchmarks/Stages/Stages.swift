import Benchmark
import BenchmarkStages
import Foundation

private let throughput = BenchmarkMetric.custom("MB/s", polarity: .prefersLarger, useScalingFactor: false)
private let tokenRate = BenchmarkMetric.custom("tokens/s", polarity: .prefersLarger, useScalingFactor: false)

/// The text to measure on: the file that ARABICTEXT_BENCHMARK_FILE names, or the sample article over and over.
private let text: [UInt8] = {
    if let path = ProcessInfo.processInfo.environment["ARABICTEXT_BENCHMARK_FILE"] { return contents(of: path) }
    let repository = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    let article = contents(of: repository.appendingPathComponent("Corpus/article.txt").path)
    return Array(repeatElement(article, count: 1_000_000 / article.count + 1).joined())
}()

private func contents(of path: String) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path), !data.isEmpty else {
        FileHandle.standardError.write(Data("Benchmarks: \(path) cannot be read or is empty\n".utf8))
        exit(1)
    }
    return [UInt8](data)
}

private func rate(_ count: Int, in duration: Duration) -> Int {
    Int((Double(count) / (duration / .seconds(1))).rounded())
}

/// What the benchmark tool runs: a benchmark for each stage of the list in Sources/BenchmarkStages.
let benchmarks: @Sendable () -> Void = {
    for stage in BenchmarkStage.all {
        var configuration = Benchmark.Configuration()
        configuration.metrics = [.wallClock, throughput] + (stage.countsTokens ? [tokenRate] : [])
        configuration.warmupIterations = 2
        configuration.maxDuration = .seconds(2)
        configuration.maxIterations = 200
        Benchmark(stage.fullName, configuration: configuration) { (benchmark: Benchmark, pass: BenchmarkStage.Pass) in
            let clock = ContinuousClock()
            let start = clock.now
            let outcome = try pass()
            let duration = clock.now - start
            blackHole(outcome)
            benchmark.measurement(throughput, rate(text.count, in: duration * 1_000_000))
            if stage.countsTokens { benchmark.measurement(tokenRate, rate(outcome.tokens, in: duration)) }
        } setup: {
            try stage.prepare(for: BenchmarkText(text))
        }
    }
}
