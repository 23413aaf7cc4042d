private import CICUShims

/// A failure that ICU reported.
public struct ICUError: Error, Hashable, Sendable, CustomStringConvertible {
    /// ICU's own name of the error, for example `U_MISSING_RESOURCE_ERROR`.
    public let name: String

    /// The error of a status above 0.
    package init(status: Int32) {
        name = unsafe String(cString: ats_status_name(status))
    }

    /// A message for people.
    public var description: String { "ICU failed: \(name)" }
}
