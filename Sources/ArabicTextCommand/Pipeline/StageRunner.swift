#if CommandLineTool
    import ArabicText
    import ArgumentParser

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// Runs a stage over the lines of inputs, with one worker or with several; both give the same bytes.
    struct StageRunner {
        /// The inputs; "-" is standard input.
        let paths: [String]
        /// The file to write, or nil for standard output.
        let target: String?
        /// The byte that ends a line.
        let lineEnd: UInt8
        /// The encoding of the inputs; nil for UTF-8.
        let decoding: InputDecoding?
        /// What to do with ill-formed UTF-8.
        let policy: IllFormedPolicy
        /// How many workers; nil for as many as are good.
        let jobs: Int?
        /// Whether each line is written at once.
        let isLineBuffered: Bool
        /// What is said beside what fails.
        let report: ReportOptions
        /// What the stage counts.
        let counting: CountedThing
        /// The status of the process if something fails.
        var failureStatus: Int32 = 1

        /// Runs the stage. An input that fails is reported, the others are done. Each worker makes a stage of its own;
        /// `endOfInput` may write something after each input.
        @discardableResult func run(
            endOfInput: @escaping @Sendable (_ name: String, _ items: Int, inout ByteBuffer) -> Void = { _, _, _ in },
            _ makeStage: @escaping StageMaker
        ) throws -> Tally {
            let start = ContinuousClock.now
            let target = try OutputTarget(target)
            let writesLines = isLineBuffered || target.isTerminal
            let size = InputSize(of: paths)
            let jobs = writesLines ? 1 : jobs ?? size.jobs
            // Decoded bytes are counted, of which the files do not tell the number.
            let progress = Progress(
                total: decoding == nil ? size.bytes : nil, isQuiet: report.quiet, target: target)
            // With two units a worker, the one that is written need not be waited for.
            let output = OrderedOutput(
                target, units: jobs == 1 ? 1 : 2 * jobs, failureStatus: failureStatus, progress: progress,
                endOfInput: endOfInput)
            let worker = Worker(
                queue: Monitor(InputQueue(paths, lineEnd: lineEnd, decoding: decoding)), output: output,
                lineEnd: lineEnd,
                writesLines: writesLines, firstName: paths.first.map(Input.name(of:)) ?? "",
                makeStage: checked(makeStage))
            let threads = (1..<max(jobs, 1)).compactMap { _ in WorkerThread { worker.run() } }
            worker.run()
            for thread in threads { thread.join() }
            output.endProgress()
            if report.stats {
                let seconds = (ContinuousClock.now - start) / .seconds(1)
                Output.complain(output.tally.summary(of: counting, seconds: seconds))
            }
            if output.failedInput > 0 {
                target.discard()
                throw ExitCode(failureStatus)
            }
            do throws(OutputError) {
                try target.close()
            } catch {
                Output.complain(error.description)
                throw ExitCode(failureStatus)
            }
            return output.tally
        }

        private func checked(_ makeStage: @escaping StageMaker) -> StageMaker {
            let lineEnd = lineEnd
            let policy = policy
            let counts = report.stats
            let comparesLines = if case .changedLines = counting { true } else { false }
            return { name in
                var stage = makeStage(name)
                if policy == .fail, !stage.checksItsInput { stage = CheckedStage(stage, lineEnd: lineEnd) }
                return counts ? CountingStage(stage, lineEnd: lineEnd, comparesLines: comparesLines) : stage
            }
        }
    }

    /// How much there is to do.
    private struct InputSize {
        /// Of all inputs together; nil where one is no regular file.
        let bytes: Int?
        /// Less than this is done before a thread has begun.
        private static let smallSize = 1 << 20

        init(of paths: [String]) {
            var size = 0
            for path in paths {
                if path == "-" {
                    guard let known = FileDescriptor.standardInput.regularSize else {
                        bytes = nil
                        return
                    }
                    size += known
                } else if let status = try? FileStatus(of: path), !status.isFolder {
                    if !status.isRegular {
                        bytes = nil
                        return
                    }
                    size += status.size
                }
            }
            bytes = size
        }

        /// How many workers are good: the cores for what comes from regular files; one for what is small, or comes at
        /// another's speed.
        var jobs: Int {
            guard let bytes, bytes >= Self.smallSize else { return 1 }
            return max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        }
    }

    /// The stage of a worker, a new one for each input.
    private struct CurrentStage {
        let make: StageMaker
        /// Which of the inputs it is for; they count from 1.
        private var input = 1
        var stage: any LineStage

        init(make: @escaping StageMaker, first name: String) {
            self.make = make
            stage = make(name)
        }

        /// Turns to the input of a unit.
        mutating func turn(to unit: WorkUnit) {
            if unit.input == input { return }
            stage = make(unit.name)
            input = unit.input
        }

        /// A stage that has failed is in the middle of a line: another takes what comes next, even of the same input, which
        /// goes on until it is known that it failed.
        mutating func renew() { input = 0 }
    }

    /// What each thread does: takes the next lines, works on them, and hands on what becomes of them.
    private struct Worker: Sendable {
        let queue: Monitor<InputQueue>
        let output: OrderedOutput
        let lineEnd: UInt8
        let writesLines: Bool
        let firstName: String
        let makeStage: StageMaker

        func run() {
            var stages = CurrentStage(make: makeStage, first: firstName)
            while let unit = nextUnit(&stages) {
                if let failure = work(on: unit, &stages) {
                    while stages.stage.appendMore(into: &unit.output) {}
                    unit.event = .failure(failure)
                    stages.renew()
                }
                output.put(unit)
            }
        }

        /// Takes the next unit; nil where nothing is left. A line that comes in parts is done at once, since only this
        /// worker has the state of the line.
        private func nextUnit(_ stages: inout CurrentStage) -> WorkUnit? {
            var unit = output.freeUnit()
            return queue.withLock { queue in
                while queue.next(unit, skipping: output.failedInput) {
                    guard case .block = unit.event, case .part = unit.block.content else { return unit }
                    let failure = work(on: unit, &stages)
                    if failure != nil { queue.endInput() }
                    output.put(unit)
                    unit = output.freeUnit()
                    // Nobody has memory for all that a stage may have.
                    while stages.stage.appendMore(into: &unit.output) {
                        queue.insert(unit)
                        output.put(unit)
                        unit = output.freeUnit()
                    }
                    // What it counted meanwhile, and how it ended.
                    queue.insert(unit)
                    unit.tally = stages.stage.takeTally()
                    if let failure {
                        unit.event = .failure(failure)
                        stages.renew()
                    }
                    output.put(unit)
                    unit = output.freeUnit()
                }
                return nil
            }
        }

        /// Works on the block of a unit, if there is one. Gives what fails.
        private func work(on unit: WorkUnit, _ stages: inout CurrentStage) -> InputError? {
            guard case .block = unit.event else { return nil }
            stages.turn(to: unit)
            unit.tally.bytes = unit.block.count
            if case .part(.terminated) = unit.block.content { unit.tally.bytes += 1 }
            unit.tally.lines = unit.block.lineCount
            let position = unit.block.position
            let number = position.line
            var failure: InputError?
            do throws(IllFormedUTF8Error) {
                try unit.block.withBytes { (bytes) throws(IllFormedUTF8Error) in
                    switch unit.block.content {
                    case .lines where writesLines: try workByLine(on: unit, bytes, &stages.stage)
                    case .lines: try stages.stage.append(lines: bytes, from: number, into: &unit.output)
                    case .part(let end): try stages.stage.append(part: bytes, of: number, end: end, into: &unit.output)
                    }
                }
            } catch {
                let place =
                    switch unit.block.content {
                    case .lines: unit.block.withBytes { position.moved(to: error.offset, in: $0, lineEnd: lineEnd) }
                    case .part: position.moved(inLineBy: error.offset)
                    }
                failure = stages.stage.failure(at: place, in: unit.name)
            }
            unit.tally += stages.stage.takeTally()
            return failure
        }

        private func workByLine(
            on unit: WorkUnit, _ bytes: Span<UInt8>, _ stage: inout any LineStage
        ) throws(IllFormedUTF8Error) {
            var start = 0
            var number = unit.block.position.line
            while start < bytes.count {
                let end = (ByteScan.first(lineEnd, in: bytes, from: start) ?? bytes.count - 1) + 1
                do throws(IllFormedUTF8Error) {
                    try stage.append(lines: bytes.extracting(start..<end), from: number, into: &unit.output)
                } catch {
                    throw IllFormedUTF8Error(offset: start + error.offset)
                }
                output.flush(unit)
                start = end
                number += 1
            }
        }
    }
#endif
