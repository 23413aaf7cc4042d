import ICUOracle
import Support
import Testing

@testable import ArabicText

/// ICU's word iterator with rule text of its own: what the automaton is held against.
@safe final class WordIterator {
    private let handle: OpaquePointer

    /// Opens the iterator of `Tests/Data/unicode/word.rules`.
    init() throws {
        let rules = try Gold.bundledBytes("Data/unicode/word.rules")
        var status: Int32 = 0
        // SAFETY: ICU copies the rules.
        let opened = unsafe rules.withUnsafeBytes { buffer in
            unsafe buffer.withMemoryRebound(to: CChar.self) { text -> OpaquePointer? in
                guard let start = text.baseAddress else { return nil }
                return unsafe oracle_words_open(start, Int32(text.count), &status)
            }
        }
        unsafe handle = try #require(unsafe opened)
    }

    deinit { unsafe oracle_words_close(handle) }

    /// Where the words of well-formed bytes end.
    func ends(_ bytes: [UInt8]) -> [Int] {
        // SAFETY: the bytes stay in place until the last boundary is read.
        unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return [] }
            var status: Int32 = 0
            var ends: [Int] = []
            unsafe oracle_words_start(handle, start, Int32(buffer.count), &status)
            guard status <= 0 else { return [] }
            while true {
                let boundary = unsafe oracle_words_next(handle)
                if boundary < 0 { return ends }
                ends.append(Int(boundary))
            }
        }
    }
}
