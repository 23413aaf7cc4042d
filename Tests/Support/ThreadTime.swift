import Foundation

/// The processor time that this thread has taken: unlike time on the wall it does not grow with what else the machine
/// does.
public struct ThreadTime {
    private let seconds: Double

    /// The time by now.
    public static var now: ThreadTime {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return ThreadTime(seconds: Double(time.tv_sec) + Double(time.tv_nsec) / 1e9)
    }

    /// How many seconds lie between.
    public static func - (left: ThreadTime, right: ThreadTime) -> Double { left.seconds - right.seconds }
}
