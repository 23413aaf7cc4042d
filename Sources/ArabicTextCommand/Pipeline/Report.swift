#if CommandLineTool
    import ArabicText
    import ArgumentParser

    /// What is said on standard error beside what has failed.
    struct ReportOptions: ParsableArguments {
        @Flag(
            help: """
                Say at the end on standard error how many bytes and lines came in, what was found or changed in them, \
                and how fast: one line of NAME=NUMBER.
                """)
        var stats = false

        @Flag(help: "Say nothing on standard error but what has failed: no progress, no notes.")
        var quiet = false
    }

    /// What a stage counts beside bytes and lines, for `--stats`.
    enum CountedThing: Sendable {
        /// Each line out is a line in, and may be another.
        case changedLines
        /// What it finds, by this name.
        case items(String)
    }

    extension Tally {
        /// All numbers on a line.
        func summary(of thing: CountedThing, seconds: Double) -> String {
            let counted =
                switch thing {
                case .changedLines: "changed-lines=\(changedLines)"
                case .items(let name): "\(name)=\(items)"
                }
            let speed = Decimals.text(Double(bytes) / 1_000_000 / max(seconds, 0.000_001), places: 1)
            return """
                bytes=\(bytes) lines=\(lines) \(counted) ill-formed-bytes=\(illFormedBytes) \
                seconds=\(Decimals.text(seconds, places: 3)) MB/s=\(speed)
                """
        }
    }

    /// A line on standard error that shows how far the work has come, for a person who waits.
    struct Progress {
        /// How many bytes there are, if that is known.
        private let total: Int?
        private let start: ContinuousClock.Instant
        private var next: ContinuousClock.Instant
        private var isShown = false

        /// Work that takes less is done before anybody wonders.
        private static let delay = Duration.seconds(1)
        private static let interval = Duration.milliseconds(250)

        /// Nil where nobody would see it, or it would disturb.
        init?(total: Int?, isQuiet: Bool, target: OutputTarget) {
            if isQuiet || !FileDescriptor.standardError.isTerminal || target.isTerminal { return nil }
            self.total = total
            start = .now
            next = start + Self.delay
        }

        /// Shows how many bytes are done, if it is time.
        mutating func show(_ bytes: Int) {
            let now = ContinuousClock.now
            if now < next { return }
            next = now + Self.interval
            isShown = true
            unsafe EndBySignal.clearsLine = true
            Self.write("\r\(Self.line(bytes, of: total, seconds: (now - start) / .seconds(1)))\u{1B}[K")
        }

        /// Takes the line away.
        mutating func clear() {
            if !isShown { return }
            isShown = false
            unsafe EndBySignal.clearsLine = false
            Self.write("\r\u{1B}[K")
        }

        private static func write(_ text: String) { try? FileDescriptor.standardError.write(text.utf8Span.span) }

        /// Bytes, of how many, megabytes a second, and the time that is left.
        private static func line(_ bytes: Int, of total: Int?, seconds: Double) -> String {
            let speed = Double(bytes) / seconds
            let rate = "\(Decimals.size(bytes)), \(Decimals.text(speed / 1_000_000, places: 0)) MB/s"
            guard let total, total >= bytes, bytes > 0 else { return rate }
            let left = Int((Double(total - bytes) / speed).rounded(.up))
            return "\(rate), \(bytes * 100 / max(total, 1)) % of \(Decimals.size(total)), \(Decimals.time(left)) left"
        }
    }

    /// Numbers as people read them.
    enum Decimals {
        /// A number that is not negative, with so many digits after the point.
        static func text(_ value: Double, places: Int) -> String {
            var unit = 1
            for _ in 0..<places { unit *= 10 }
            let scaled = Int((value * Double(unit)).rounded())
            if places == 0 { return "\(scaled)" }
            let digits = String(scaled % unit)
            return "\(scaled / unit).\(String(repeating: "0", count: places - digits.utf8.count))\(digits)"
        }

        /// A number of bytes.
        static func size(_ bytes: Int) -> String {
            bytes < 1_000_000_000
                ? "\(text(Double(bytes) / 1_000_000, places: 1)) MB"
                : "\(text(Double(bytes) / 1_000_000_000, places: 2)) GB"
        }

        /// Seconds as minutes, or hours and minutes.
        static func time(_ seconds: Int) -> String {
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            let minutes = "\(two(seconds / 60 % 60)):\(two(seconds % 60))"
            return seconds < 3_600 ? minutes : "\(seconds / 3_600):\(minutes)"
        }
    }
#endif
