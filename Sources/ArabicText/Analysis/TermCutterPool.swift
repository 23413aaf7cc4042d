import Synchronization

/// The cutters of an analyser that are not in use: their memory, and what they know of words, are for the next text.
final class TermCutterPool: Sendable {
    /// A cutter that has met a batch of more bytes is not kept: more than the longest tokens of most rules have together.
    static let largestKept = 1 << 22

    private let compiled: CompiledSettings
    private let free = Mutex<[TermCutterBox]>([])

    init(_ compiled: CompiledSettings) { self.compiled = compiled }

    /// A cutter that no one else uses, with what it learnt from other texts.
    func take() -> PooledTermCutter {
        PooledTermCutter(free.withLock { $0.popLast() } ?? TermCutterBox(compiled), of: self)
    }

    func forgetWords() {
        free.withLock { boxes in
            for box in boxes { box.cutter.forgetWords() }
        }
    }

    fileprivate func put(_ box: TermCutterBox) { free.withLock { $0.append(box) } }
}

/// A cutter for whoever has this value; it goes back into its pool at the end.
struct PooledTermCutter: ~Copyable {
    private let box: TermCutterBox
    private let pool: TermCutterPool

    fileprivate init(_ box: TermCutterBox, of pool: TermCutterPool) {
        self.box = box
        self.pool = pool
    }

    deinit {
        // Its arrays may have grown with a token of any length.
        if box.cutter.largestBatch <= TermCutterPool.largestKept { pool.put(box) }
    }

    var cutter: TermCutter {
        @inline(__always) _read { yield box.cutter }
        @inline(__always) nonmutating _modify { yield &box.cutter }
    }
}

/// Sound: a box is in its pool or with one `PooledTermCutter`, which is not copied.
private final class TermCutterBox: @unchecked Sendable {
    var cutter: TermCutter

    init(_ compiled: CompiledSettings) { cutter = TermCutter(compiled) }
}
