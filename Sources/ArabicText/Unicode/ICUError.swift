private import CICUShims

/// A failure that ICU reported.
public struct ICUError: Error, Hashable, Sendable, CustomStringConvertible {
    /// ICU's own name of the error, for example `U_MISSING_RESOURCE_ERROR`.
    public let name: String

    init(status: Int32) {
        name = unsafe String(cString: ats_status_name(status))
    }

    /// A message for people.
    public var description: String { "ICU failed: \(name)" }

    /// Runs an ICU call that reports a status, and throws where the status says failure.
    ///
    /// ICU's warnings are below zero and are no failure.
    static func check<Result>(_ call: (UnsafeMutablePointer<Int32>) -> Result) throws(ICUError) -> Result {
        var status: Int32 = 0
        let result = unsafe call(&status)
        if status > 0 { throw ICUError(status: status) }
        return result
    }
}
