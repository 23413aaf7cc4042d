private import CICUShims

/// The versions of ICU and Unicode that the library runs on.
public enum UnicodeVersion {
    /// The version of the ICU library in use, for example `72.1`.
    public static var icu: String { unsafe text(ats_icu_version) }

    /// The version of the Unicode data in that ICU, for example `15.0`.
    public static var unicode: String { unsafe text(ats_unicode_version) }

    private static func text(_ write: (UnsafeMutablePointer<CChar>) -> Void) -> String {
        // ICU's U_MAX_VERSION_STRING_LENGTH is 20, with the closing zero.
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 20) { buffer in
            unsafe buffer.initialize(repeating: 0)
            guard let start = buffer.baseAddress else { return "" }
            unsafe write(start)
            return unsafe String(cString: start)
        }
    }
}
