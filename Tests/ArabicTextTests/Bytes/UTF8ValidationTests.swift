import Support
import Testing

@testable import ArabicText

/// Where text is first ill-formed is where the standard library says so, on every kernel.
@Suite(.switchesKernel) struct UTF8ValidationTests {
    private func firstIllFormedByStandardLibrary(in bytes: Span<UInt8>) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    @Test(arguments: ProcessorKernel.available)
    func firstIllFormed(_ kernel: ProcessorKernel) {
        #expect(kernel.use())
        var texts = HostileText(seed: 61)
        var (wellFormed, illFormed) = (0, 0)
        for number in 0..<20_000 {
            var text = texts.next(longest: 200)
            if number.isMultiple(of: 2) { texts.spoil(&text) }
            let expected = firstIllFormedByStandardLibrary(in: text.span)
            #expect(UTF8Validation.firstIllFormed(in: text.span) == expected, "seed 61, \(kernel): \(escaped(text))")
            if expected == nil { wellFormed += 1 } else { illFormed += 1 }
        }
        #expect(wellFormed > 8_000 && illFormed > 8_000)
    }
}
