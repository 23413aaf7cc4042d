#if CommandLineTool
    import ArabicText

    /// What a run has counted.
    struct Tally {
        var bytes = 0
        var lines = 0
        /// What the stage counts: tokens, or lines that match.
        var items = 0
        var changedLines = 0
        var illFormedBytes = 0
        /// Lines without the field that is worked on.
        var skippedLines = 0

        static func += (left: inout Tally, right: Tally) {
            left.bytes += right.bytes
            left.lines += right.lines
            left.items += right.items
            left.changedLines += right.changedLines
            left.illFormedBytes += right.illFormedBytes
            left.skippedLines += right.skippedLines
        }
    }

    /// One piece of work on its way: what was read, and what became of it. Its memory serves again and again.
    final class WorkUnit {
        enum Event {
            /// There is a block to work on.
            case block
            /// The input could not be read, or is ill-formed where that is a failure.
            case failure(InputError)
            /// The input is at its end.
            case endOfInput
        }

        var event = Event.block
        var block = TextBlock()
        var output = ByteBuffer(capacity: TextBlock.readSize)
        /// The place among all units.
        var number = 0
        /// Which of the inputs it is of, and its name.
        var input = 0
        var name = ""
        var tally = Tally()
    }

    /// The inputs, as one row of units of work.
    struct InputQueue {
        private var paths: [String]
        private let lineEnd: UInt8
        private let decoding: InputDecoding?
        private var input: Input?
        /// How many inputs have been begun, and units given out.
        private var inputs = 0
        private var units = 0

        init(_ paths: [String], lineEnd: UInt8, decoding: InputDecoding?) {
            self.paths = paths.reversed()
            self.lineEnd = lineEnd
            self.decoding = decoding
        }

        /// Puts what comes next into the unit; false where nothing is left. The rest of an input that failed is left out.
        mutating func next(_ unit: WorkUnit, skipping failed: Int) -> Bool {
            unit.tally = Tally()
            if input != nil, inputs == failed { close() }
            do throws(InputError) {
                if input == nil {
                    guard let path = paths.popLast() else { return false }
                    inputs += 1
                    unit.name = Input.name(of: path)
                    input = try Input(path, lineEnd: lineEnd, decoding: decoding)
                }
                if let input { unit.name = input.name }
                if try input?.next(&unit.block) ?? false {
                    unit.event = .block
                } else {
                    unit.event = .endOfInput
                    close()
                }
            } catch {
                unit.event = .failure(error)
                close()
            }
            place(unit)
            return true
        }

        /// The rest of the input at hand is left out.
        mutating func endInput() { close() }

        /// Puts a unit without input into the row, behind the one that was next.
        mutating func insert(_ unit: WorkUnit) {
            unit.tally = Tally()
            unit.event = .block
            place(unit)
        }

        private mutating func place(_ unit: WorkUnit) {
            unit.input = inputs
            unit.number = units
            units += 1
        }

        private mutating func close() {
            input?.close()
            input = nil
        }
    }
#endif
