#if CommandLineTool
    import ArabicText
    import Foundation
    import Support
    import Testing

    /// Whatever the command is asked, it gives the same with every kernel, wherever reads cut the text, and with any number of
    /// threads; and it ends with a status, never by a signal.
    @Suite(.needsCommand) struct RandomCommandTests {
        /// What can be seen of a run.
        private struct Outcome: Equatable {
            let end: SpawnedCommand.End
            let output: [UInt8]
            let errors: [UInt8]

            /// Without the time, which `--stats` tells.
            init(_ end: SpawnedCommand.End, output: [UInt8], errors: [UInt8]) {
                self.end = end
                self.output = output
                let lines = String(decoding: errors, as: UTF8.self).split(
                    separator: "\n", omittingEmptySubsequences: false)
                // How much of an input that fails was read is a matter of the block.
                let isDone = end == .status(0)
                let told = lines.compactMap { line -> String? in
                    guard line.hasPrefix("arabictext: bytes="), let end = line.range(of: " seconds=") else {
                        return String(line)
                    }
                    return isDone ? String(line[..<end.lowerBound]) : nil
                }
                self.errors = Array(told.joined(separator: "\n").utf8)
            }
        }

        /// How the command is run.
        private struct Setting {
            var kernel = ProcessorKernel.portable
            /// Nil for the usual size.
            var blockSize: Int?
            var jobs = 1

            static let blockSizes = [1, 2, 3, 7, 63, 64, 65, 511, 512, 2_047, 2_048, 4_096]

            var environment: [String: String] {
                var environment = ["ARABICTEXT_KERNEL": kernel.rawValue, "SWIFT_BACKTRACE": "enable=no"]
                if let blockSize { environment["ARABICTEXT_BLOCK_SIZE"] = "\(blockSize)" }
                return environment
            }

            func arguments(_ arguments: [String]) -> [String] {
                [arguments[0], "--jobs", "\(jobs)"] + arguments.dropFirst()
            }
        }

        /// A case that is so slow hangs.
        private static let limit = 120.0

        @Test func allWaysGiveTheSame() throws {
            var run = RandomRun("RandomCommandTests")
            var cases: [String: Int] = [:]
            var runs = 0
            var statuses: [String: Int] = [:]
            var faults = 0
            while !run.isOver, faults < 5 {
                let seed = run.generator.next()
                try withFolder { folder in
                    let command = RandomCommand(seed: seed, folder: folder)
                    for (number, bytes) in command.inputs.enumerated() {
                        try write(bytes, to: "\(folder)/\(number).in")
                    }
                    for (name, bytes) in command.files { try write(bytes, to: "\(folder)/\(name)") }
                    let base = try outcome(command, Setting(), folder)
                    cases[command.arguments[0], default: 0] += 1
                    statuses["\(base.end)", default: 0] += 1
                    runs += 1
                    if let problem = problem(base, of: command) {
                        faults += 1
                        return try report(problem, command, [Setting()], folder, seed)
                    }
                    for setting in settings(&run.generator) {
                        runs += 1
                        let other = try outcome(command, setting, folder)
                        if other == base { continue }
                        faults += 1
                        return try report(difference(base, other), command, [Setting(), setting], folder, seed)
                    }
                }
            }
            let counts = cases.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            print("RandomCommandTests: \(runs) runs; \(counts); \(statuses.sorted { $0.key < $1.key })")
            #expect(runs > 3)
        }

        /// Another kernel alone, and anything.
        private func settings(_ generator: inout SplitMix64) -> [Setting] {
            let others = ProcessorKernel.available.filter { $0 != .portable }
            var settings = others.isEmpty ? [] : [Setting(kernel: generator.pick(others))]
            for _ in 0..<2 {
                settings.append(
                    Setting(
                        kernel: generator.pick(ProcessorKernel.available),
                        blockSize: generator.pick(Setting.blockSizes), jobs: generator.pick([1, 2, 7])))
            }
            return settings
        }

        private func outcome(_ command: RandomCommand, _ setting: Setting, _ folder: String) throws -> Outcome {
            let (output, errors) = ("\(folder)/output", "\(folder)/errors")
            let spawned = try SpawnedCommand(
                setting.arguments(command.arguments), environment: setting.environment, input: "\(folder)/0.in",
                output: output, errors: errors, limit: Self.limit)
            return Outcome(spawned.end, output: try Gold.file(output), errors: try Gold.file(errors))
        }

        /// What is wrong with a run by itself.
        private func problem(_ outcome: Outcome, of command: RandomCommand) -> String? {
            switch outcome.end {
            case .timeout: return "it does not end"
            case .signal(let number): return "signal \(number)"
            case .status(0): break
            case .status(1) where !outcome.errors.isEmpty: return nil
            case .status(1) where command.arguments[0] == "grep", .status(2) where command.arguments[0] == "grep":
                return nil
            case .status(let status): return "status \(status): \(escaped(outcome.errors))"
            }
            if !command.givesJSON { return nil }
            for line in outcome.output.split(separator: command.lineEnd) {
                if (try? JSONSerialization.jsonObject(with: Data(line))) == nil { return "no JSON: \(escaped(line))" }
            }
            return nil
        }

        private func difference(_ base: Outcome, _ other: Outcome) -> String {
            if base.end != other.end { return "\(base.end) and \(other.end)" }
            if base.errors != other.errors { return "\(escaped(base.errors)) and \(escaped(other.errors))" }
            let same = zip(base.output, other.output).prefix { $0 == $1 }.count
            func rest(_ output: [UInt8]) -> String { escaped(output[max(0, same - 20)...].prefix(80)) }
            return "\(rest(base.output)) and \(rest(other.output)) at byte \(same)"
        }

        /// Keeps the files, and says how to run the command again.
        private func report(
            _ problem: String, _ command: RandomCommand, _ settings: [Setting], _ folder: String, _ seed: UInt64
        ) throws {
            let kept = "\(FileManager.default.temporaryDirectory.path)/arabictext-fault-\(seed)"
            try? FileManager.default.removeItem(atPath: kept)
            try FileManager.default.copyItem(atPath: folder, toPath: kept)
            let lines = settings.map { setting in
                let variables = setting.environment.map { "\($0)=\($1)" }.sorted()
                let words = variables + [CommandRunner.executable.path] + setting.arguments(command.arguments)
                let quoted = words.map { word in
                    let text = word.replacingOccurrences(of: folder, with: kept)
                    return "'\(text.replacingOccurrences(of: "'", with: "'\\''"))'"
                }
                return "env \(quoted.joined(separator: " ")) < '\(kept)/0.in'"
            }
            try write(Array((lines.joined(separator: "\n") + "\n").utf8), to: "\(kept)/again.sh")
            Issue.record(
                "case \(seed): \(problem)\nTo run it again: sh \(kept)/again.sh\n\(lines.joined(separator: "\n"))")
        }

        private func write(_ bytes: [UInt8], to path: String) throws {
            try Data(bytes).write(to: URL(fileURLWithPath: path))
        }
    }
#endif
