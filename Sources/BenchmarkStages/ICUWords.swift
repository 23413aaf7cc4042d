import ArabicText
private import CICUShims

/// ICU's own words, to measure beside ours.
enum ICUWords {
    /// How many words ICU's default iterator finds in UTF-16.
    ///
    /// The text is UTF-16 because ICU is twice as fast on that as on UTF-8. One of 2³¹ units or more fails.
    static func count(in text: [UInt16]) throws(ICUError) -> Int {
        // U_INDEX_OUTOFBOUNDS_ERROR, which ICU has for texts that it cannot count.
        guard let length = Int32(exactly: text.count) else { throw ICUError(status: 8) }
        var status: Int32 = 0
        let count = unsafe text.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return Int32(0) }
            return unsafe ats_count_words(start, length, &status)
        }
        if status > 0 { throw ICUError(status: status) }
        return Int(count)
    }
}
