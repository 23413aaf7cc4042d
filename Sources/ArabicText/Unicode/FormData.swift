private import CICUShims

/// ICU's data for one normalization form, by scalar.
@safe package struct FormData: @unchecked Sendable {
    // SAFETY: ICU's normalisers are immutable and live as long as the process.
    private let normalizer: OpaquePointer
    private let nfc: OpaquePointer
    let form: UnicodeForm

    /// The data of a form; nil for ``UnicodeForm/none``, which needs none. Throws what ICU reports where its data
    /// file is missing.
    package init?(_ form: UnicodeForm) throws(ICUError) {
        let selector: ats_form
        switch form {
        case .none: return nil
        case .nfc: selector = ATS_NFC
        case .nfd: selector = ATS_NFD
        case .nfkc: selector = ATS_NFKC
        case .nfkd: selector = ATS_NFKD
        case .nfkcCasefold: selector = ATS_NFKC_CASEFOLD
        }
        self.form = form
        unsafe normalizer = try Self.get(selector)
        unsafe nfc = try Self.get(ATS_NFC)
    }

    private static func get(_ selector: ats_form) throws(ICUError) -> OpaquePointer {
        var status: Int32 = 0
        guard let found = unsafe ats_normalizer_get(Int32(selector.rawValue), &status) else {
            throw ICUError(status: status)
        }
        return unsafe found
    }

    /// Whether the form composes after decomposing.
    var composes: Bool { form != .nfd && form != .nfkd }

    /// Appends the full decomposition of a scalar (itself, where it has none), not reordered.
    func appendDecomposition(of scalar: UInt32, to scalars: inout [UInt32]) {
        unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Int(ATS_MAX_DECOMPOSITION)) { buffer in
            guard let start = buffer.baseAddress else { return }
            let count = unsafe ats_decomposition(normalizer, scalar, start)
            if count < 0 {
                scalars.append(scalar)
            } else {
                for index in 0..<Int(count) { unsafe scalars.append(start[index]) }
            }
        }
    }

    /// The primary composite of two scalars, or nil.
    func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
        let composite = unsafe ats_compose_pair(nfc, first, second)
        return composite == 0 ? nil : composite
    }

    /// Whether text before this scalar never interacts with it.
    func hasBoundaryBefore(_ scalar: UInt32) -> Bool { unsafe ats_has_boundary_before(normalizer, scalar) }

    /// Whether the scalar neither changes nor interacts with any other.
    func isInert(_ scalar: UInt32) -> Bool { unsafe ats_is_inert(normalizer, scalar) }

    /// ICU's own whole-text normalisation of well-formed UTF-8, to compare with. It goes over the bytes of `buffer`,
    /// which grows where it is too short; gives how many of them are the result. A buffer that is used again costs ICU
    /// nothing where its speed is measured.
    ///
    /// Texts of 2 GB and more fail with ICU's `U_BUFFER_OVERFLOW_ERROR` or `U_INDEX_OUTOFBOUNDS_ERROR`.
    package func normalizeByICU(_ text: Span<UInt8>, into buffer: inout [UInt8]) throws(ICUError) -> Int {
        while true {
            var status: Int32 = 0
            let needed = unsafe text.withUnsafeBufferPointer { source in
                unsafe buffer.withUnsafeMutableBufferPointer { target in
                    unsafe Int(
                        ats_normalize_utf8(
                            normalizer, source.baseAddress, Int32(clamping: source.count), target.baseAddress,
                            Int32(clamping: target.count), &status))
                }
            }
            if status > 0 { throw ICUError(status: status) }
            if needed <= buffer.count { return needed }
            buffer = [UInt8](repeating: 0, count: needed)
        }
    }
}
