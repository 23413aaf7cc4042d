#if CommandLineTool
    /// Escaped surrogates of a string.
    struct JSONSurrogates {
        /// Where the first one stands that is no part of a pair.
        private(set) var lone: Int?
        /// Where the last lead stands that has no trail yet.
        private var lead: Int?

        mutating func add(_ unit: UInt32, at start: Int) {
            let isPair = unit & 0xFC00 == 0xDC00 && lead == start - JSONText.longestEscape
            if lead != nil, !isPair { lone = lone ?? lead }
            lead = unit & 0xFC00 == 0xD800 ? start : nil
            if unit & 0xFC00 == 0xDC00, !isPair { lone = lone ?? start }
        }

        mutating func endString() { lone = lone ?? lead }
    }
#endif
