internal import CArabicKernels

/// Memory for terms, as `terms.h` lays it out: what the kernels stem.
@safe struct TermSlots: ~Copyable {
    // SAFETY: each pointer leads to as many elements as `byteRoom` and `tokenRoom` say, which only this value owns.
    private var terms: cak_terms
    private var byteRoom = 0
    private var tokenRoom = 0

    /// The number of terms that there is room for from the start.
    static let leastRoom = 512
    /// The bytes of longer terms that there is room for from the start.
    static let leastByteRoom = 4_096

    /// What becomes of a term.
    enum Status {
        static let kept = UInt8(CAK_TERM_KEPT)
        static let undecided = UInt8(CAK_TERM_UNDECIDED)
        /// Kept, with more than 16 bytes.
        static let long = UInt8(CAK_TERM_LONG)
        /// Kept, with a stem that is not in the arrays.
        static let longStem = UInt8(CAK_TERM_LONG_STEM)
        /// Kept, and not stemmed yet.
        static let unstemmed = UInt8(CAK_TERM_UNSTEMMED)
    }

    /// With room for terms, and for bytes of those that are longer than a slot.
    init(bytes: Int = Self.leastByteRoom, tokens: Int = Self.leastRoom) {
        unsafe terms = cak_terms(
            bytes: .allocate(capacity: 0), starts: .allocate(capacity: 0), counts: .allocate(capacity: 0),
            heads: .allocate(capacity: 0), tails: .allocate(capacity: 0), statuses: .allocate(capacity: 0), count: 0)
        reserve(bytes: bytes, tokens: tokens)
    }

    deinit {
        unsafe terms.bytes.deallocate()
        unsafe terms.starts.deallocate()
        unsafe terms.counts.deallocate()
        unsafe terms.heads.deallocate()
        unsafe terms.tails.deallocate()
        unsafe terms.statuses.deallocate()
    }

    /// Makes room for terms, and for bytes of those that are longer than a slot; what the arrays hold is void then.
    mutating func reserve(bytes: Int, tokens: Int) {
        let isLonger = bytes > byteRoom
        if isLonger { byteRoom = bytes }
        if tokens > tokenRoom {
            tokenRoom = tokens + tokens / 2 + 64
            unsafe terms.starts.renew(tokenRoom, 0)
            unsafe terms.counts.renew(tokenRoom, 0)
            unsafe terms.heads.renew(tokenRoom, 0)
            unsafe terms.tails.renew(tokenRoom, 0)
            unsafe terms.statuses.renew(tokenRoom, 0)
        } else if !isLonger {
            return
        }
        unsafe terms.bytes.renew(termRoom, 0)
    }

    private var termRoom: Int { Int(CAK_TERMS_FRONT) + Int(CAK_TERM_SLOT) * tokenRoom + byteRoom + 64 }

    // MARK: Kernels

    /// Takes affixes off all terms.
    mutating func stem(by rules: LightRules) { unsafe rules.stem(&terms) }

    /// Stems terms, and marks those that it does not know.
    mutating func stem(by kernel: GuardedKernel) { unsafe kernel.stem(&terms) }

    /// Calls a function with the terms as the kernels take them.
    @unsafe mutating func withTerms(_ body: (UnsafeMutablePointer<cak_terms>) -> Void) { unsafe body(&terms) }

    /// Calls a function with the terms as the kernels read them.
    @unsafe borrowing func withTerms<Result>(_ body: (UnsafePointer<cak_terms>) -> Result) -> Result {
        unsafe withUnsafePointer(to: terms) { unsafe body($0) }
    }

    // MARK: Terms

    var count: Int { unsafe terms.count }

    /// Where a term lies in the bytes.
    func range(at index: Int) -> Range<Int> {
        let start = unsafe Int(terms.starts[checked(index)])
        return unsafe start..<start + Int(terms.counts[index])
    }

    subscript(status index: Int) -> UInt8 {
        get { unsafe terms.statuses[checked(index)] }
        set { unsafe terms.statuses[checked(index)] = newValue }
    }

    /// Calls a function with the folded bytes, which begin at offset 0 for `range(at:)`.
    func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        body(unsafe UnsafeBufferPointer(start: terms.bytes, count: termRoom).span)
    }

    /// Puts a stem of `count` bytes, up to 16, into the place of a term.
    mutating func setStem(_ stem: (low: UInt64, high: UInt64), count: Int, at index: Int) {
        let start = Int(CAK_TERMS_FRONT) + Int(CAK_TERM_SLOT) * checked(index)
        unsafe UnsafeMutableRawPointer(terms.bytes + start).storeBytes(of: stem.low, as: UInt64.self)
        unsafe UnsafeMutableRawPointer(terms.bytes + start).storeBytes(of: stem.high, toByteOffset: 8, as: UInt64.self)
        unsafe terms.starts[index] = UInt32(start)
        unsafe terms.counts[index] = UInt32(count)
    }

    private func checked(_ index: Int) -> Int {
        precondition(index >= 0 && index < tokenRoom)
        return index
    }
}
