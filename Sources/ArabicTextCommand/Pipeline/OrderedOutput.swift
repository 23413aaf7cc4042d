#if CommandLineTool
    import ArabicText

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// Writes what workers give in the order of the input, whoever is done first.
    ///
    /// A worker that has the next unit writes it, and what others have left behind it. So nobody waits for a turn, and the
    /// number of units bounds memory.
    final class OrderedOutput: Sendable {
        private struct State {
            /// Units that are done and wait for one before them, by number.
            var done: [Int: WorkUnit] = [:]
            /// The number of the next unit to write.
            var next = 0
            var isWriting = false
            var free: [WorkUnit] = []
            /// How many units may still be made.
            var unmade: Int
            /// The input that failed last; they count from 1.
            var failedInput = 0
            var tally = Tally()
            /// What the stage has counted in the input at hand.
            var items = 0
            var progress: Progress?
        }

        private let state: Monitor<State>
        private let target: OutputTarget
        private let failureStatus: Int32
        private let endOfInput: @Sendable (_ name: String, _ items: Int, inout ByteBuffer) -> Void

        init(
            _ target: OutputTarget, units: Int, failureStatus: Int32, progress: Progress?,
            endOfInput: @escaping @Sendable (_ name: String, _ items: Int, inout ByteBuffer) -> Void
        ) {
            self.target = target
            self.failureStatus = failureStatus
            self.endOfInput = endOfInput
            state = Monitor(State(unmade: units, progress: progress))
        }

        /// A unit to work with; waits until there is one.
        func freeUnit() -> WorkUnit {
            state.wait { state in
                if let unit = state.free.popLast() { return unit }
                if state.unmade == 0 { return nil }
                state.unmade -= 1
                return WorkUnit()
            }
        }

        /// The input that failed last, or 0.
        var failedInput: Int { state.withLock { $0.failedInput } }

        /// What all units that were written have counted.
        var tally: Tally { state.withLock { $0.tally } }

        /// Nothing more is to come.
        func endProgress() { state.withLock { $0.progress?.clear() } }

        /// Takes a unit that is done, and writes what is next.
        func put(_ unit: WorkUnit) {
            let isNext = state.withLock { state in
                state.done[unit.number] = unit
                if state.isWriting || unit.number != state.next { return false }
                state.isWriting = true
                return true
            }
            if !isNext { return }
            while let unit = takeNext() {
                finish(unit)
                state.withLock { $0.free.append(unit) }
            }
        }

        /// Writes what a unit has by now. With one worker only.
        func flush(_ unit: WorkUnit) {
            do throws(OutputError) {
                try target.write(&unit.output)
            } catch {
                end(with: error)
            }
        }

        private func takeNext() -> WorkUnit? {
            state.withLock { state in
                guard let unit = state.done.removeValue(forKey: state.next) else {
                    state.isWriting = false
                    return nil
                }
                state.next += 1
                return unit
            }
        }

        private func finish(_ unit: WorkUnit) {
            let items = state.withLock { state -> Int? in
                if state.failedInput == unit.input { return nil }
                state.tally += unit.tally
                state.items += unit.tally.items
                let items = state.items
                state.progress?.show(state.tally.bytes)
                if case .block = unit.event { return items }
                state.items = 0
                if case .failure = unit.event {
                    state.failedInput = unit.input
                    state.progress?.clear()
                }
                return items
            }
            // The workers may have been ahead in an input that has failed since.
            guard let items else { return unit.output.removeAll() }
            if case .endOfInput = unit.event { endOfInput(unit.name, items, &unit.output) }
            flush(unit)
            if case .failure(let error) = unit.event { Output.complain(error.description) }
        }

        /// Ends the process, wherever its threads are: one of them may wait for input for ever.
        private func end(with error: OutputError) -> Never {
            endProgress()
            if error.isClosedPipe { exit(failedInput > 0 ? failureStatus : 0) }
            Output.complain(error.description)
            exit(failureStatus)
        }
    }
#endif
