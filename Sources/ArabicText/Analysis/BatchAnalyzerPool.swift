internal import CArabicKernels
import Synchronization

/// The cutters of an analyser that are not in use: their memory, and what they know of words, are for the next text.
///
/// As many are kept as there are processors. More calls than that are not at work at once for long: what a burst of calls
/// used beyond them would lie idle, at up to eight megabytes each. With fewer, a program that keeps all processors
/// busy would lose what its cutters know again and again.
final class BatchAnalyzerPool: Sendable {
    static let mostKept = Int(cak_processor_count())
    /// A cutter that has met a batch of more bytes is not kept: the 8,192 tokens of a batch have a tenth of that, but some may
    /// be of any length.
    static let largestKept = 1 << 20

    private let compiled: CompiledSettings
    private let free = Mutex(Free())

    private struct Free {
        var boxes: [BatchAnalyzerBox] = []
        /// How often memory was released: boxes that were taken before that are not wanted back.
        var releases = 0
    }

    init(_ compiled: CompiledSettings) { self.compiled = compiled }

    /// A cutter that no one else uses, with what it learnt from other texts.
    func take() -> PooledBatchAnalyzer {
        let (box, releases) = free.withLock { ($0.boxes.popLast(), $0.releases) }
        return PooledBatchAnalyzer(box ?? BatchAnalyzerBox(compiled), of: self, releases: releases)
    }

    /// How many cutters wait.
    var count: Int { free.withLock { $0.boxes.count } }

    func forgetWords() {
        free.withLock { free in
            for box in free.boxes { box.cutter.forgetWords() }
        }
    }

    /// Frees the cutters that wait, and those in use as soon as they are done.
    func releaseMemory() {
        // They are freed when the lock is open again.
        _ = free.withLock { free in
            free.releases += 1
            defer { free.boxes = [] }
            return free.boxes
        }
    }

    fileprivate func put(_ box: BatchAnalyzerBox, takenAfter releases: Int) {
        free.withLock { free in
            if releases == free.releases, free.boxes.count < Self.mostKept { free.boxes.append(box) }
        }
    }
}

/// A cutter for whoever has this value; it goes back into its pool at the end.
struct PooledBatchAnalyzer: ~Copyable {
    private let box: BatchAnalyzerBox
    private let pool: BatchAnalyzerPool
    private let releases: Int

    fileprivate init(_ box: BatchAnalyzerBox, of pool: BatchAnalyzerPool, releases: Int) {
        self.box = box
        self.pool = pool
        self.releases = releases
    }

    deinit {
        // Its arrays may have grown with a token of any length.
        if box.cutter.largestBatch <= BatchAnalyzerPool.largestKept { pool.put(box, takenAfter: releases) }
    }

    var cutter: BatchAnalyzer {
        @inline(__always) _read { yield box.cutter }
        @inline(__always) nonmutating _modify { yield &box.cutter }
    }
}

/// SAFETY: a box is in its pool or with one `PooledBatchAnalyzer`, which is not copied.
private final class BatchAnalyzerBox: @unchecked Sendable {
    var cutter: BatchAnalyzer

    init(_ compiled: CompiledSettings) { cutter = BatchAnalyzer(compiled) }
}
