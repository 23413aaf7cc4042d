import ArabicText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Text of the system, such as an argument or the name of a file, as a String that loses nothing of it.
///
/// The system has bytes, which need not be UTF-8, and a String would repair them. So a byte that is no UTF-8 is a scalar of
/// its own here: U+10FE00 and the byte. These scalars, where they are really there, are such bytes too, so that every text
/// comes back. So are line feeds: a message of several lines then has none of the user's.
///
/// Whatever is opened is opened by ``systemBytes``, whatever is worked on is ``repaired``, and messages show ``quoted``.
extension String {
    private static let standIns: ClosedRange<UInt32> = 0x10FE00...0x10FEFF

    /// Takes the bytes as the system has them.
    init(systemBytes bytes: Span<UInt8>) {
        self = ""
        var rest = bytes
        while !rest.isEmpty {
            let bad = UTF8Validation.firstIllFormed(in: rest)
            var text: [UInt8] = []
            text.append(copying: rest.extracting(..<(bad ?? rest.count)))
            for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
                if scalar == "\n" || Self.standIns.contains(scalar.value) {
                    for byte in String(scalar).utf8 { appendStandIn(byte) }
                } else {
                    unicodeScalars.append(scalar)
                }
            }
            guard let bad else { return }
            appendStandIn(rest[bad])
            rest = rest.extracting((bad + 1)...)
        }
    }

    private mutating func appendStandIn(_ byte: UInt8) {
        if let scalar = Unicode.Scalar(Self.standIns.lowerBound + UInt32(byte)) { unicodeScalars.append(scalar) }
    }

    /// The bytes as the system has them.
    var systemBytes: [UInt8] {
        var bytes: [UInt8] = []
        for scalar in unicodeScalars {
            if let byte = Self.byte(of: scalar) { bytes.append(byte) } else { bytes += Array(String(scalar).utf8) }
        }
        return bytes
    }

    private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        standIns.contains(scalar.value) ? UInt8(truncatingIfNeeded: scalar.value) : nil
    }

    /// The text to work on: what is no UTF-8 is U+FFFD.
    var repaired: String { String(decoding: systemBytes, as: UTF8.self) }

    /// The text in a message, on one line: nothing that a terminal obeys or that reorders the line, and what is no UTF-8 by
    /// its bytes, as in `[0xFF]`.
    var quoted: String {
        visiblePieces.map { piece in
            switch piece {
            case .text(let text): return text
            case .sign(let scalar):
                guard let byte = Self.byte(of: scalar) else { return "[\(scalar.sign)]" }
                let digits = String(byte, radix: 16, uppercase: true)
                return byte < 0x80 ? "[\(Unicode.Scalar(byte).sign)]" : "[0x\(digits)]"
            }
        }.joined()
    }

    /// Several lines, each as in a message.
    var quotedLines: String {
        unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).quoted }
            .joined(separator: "\n")
    }

    /// Calls a function with the bytes as C has them.
    @unsafe func withSystemPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        let path = systemBytes.map { CChar(bitPattern: $0) } + [0]
        // SAFETY: the array ends with a zero and stays for the length of the call. It is never empty.
        return unsafe path.withUnsafeBufferPointer { path in
            guard let start = path.baseAddress else { return unsafe "".withCString(body) }
            return unsafe body(start)
        }
    }
}

/// The arguments of the process.
enum Arguments {
    /// Without the name of the program.
    static var all: [String] {
        // SAFETY: the system gives so many strings that end with a zero, and nothing here changes them.
        (1..<max(1, Int(CommandLine.argc))).compactMap { index in
            unsafe CommandLine.unsafeArgv[index].map { unsafe String(systemText: $0) }
        }
    }
}

extension String {
    /// Takes a string of C, which ends with a zero.
    @unsafe init(systemText text: UnsafePointer<CChar>) {
        // SAFETY: up to the zero there are bytes.
        let bytes = unsafe UnsafeBufferPointer(start: text, count: strlen(text)).map { UInt8(bitPattern: $0) }
        self.init(systemBytes: bytes.span)
    }
}
