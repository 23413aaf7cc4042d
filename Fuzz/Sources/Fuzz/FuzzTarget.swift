import Checks

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Whether three bytes are a crash: proof that the fuzzer sees which code runs, or it could not find them in time.
private let hasCanary = unsafe getenv("ARABICTEXT_FUZZ_CANARY") != nil

/// What libFuzzer calls with each input that it makes.
@c(LLVMFuzzerTestOneInput)
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
    if hasCanary {
        if meetsCanary(input) { fatalError("canary") }
        return 0
    }
    if let fault = FuzzChecks.fault(in: input) { fatalError(fault) }
    return 0
}

/// A round of the loop for each byte that is right: the fuzzer counts them, and knows when it comes closer.
private func meetsCanary(_ input: [UInt8]) -> Bool {
    let canary: [UInt8] = [0xF0, 0x9F, 0x90]
    return input.count >= canary.count && canary.indices.allSatisfy { input[$0] == canary[$0] }
}
