import ArabicText
import Testing

/// Runs each test of a suite alone among all tests that switch the kernel, and takes the usual kernel into use again behind it.
///
/// The kernel is one for the whole process, so a second test that switches it meanwhile would leave the first to test
/// something else than it says. `.serialized` orders the tests of one suite only.
struct SwitchesKernel: SuiteTrait, TestTrait, TestScoping {
    var isRecursive: Bool { true }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        await KernelTurn.shared.take()
        do {
            try await function()
        } catch {
            await KernelTurn.shared.give()
            throw error
        }
        await KernelTurn.shared.give()
    }
}

extension Trait where Self == SwitchesKernel {
    /// The suite, or the test, switches the kernel.
    static var switchesKernel: Self { Self() }
}

/// Whose turn it is to switch the kernel: first come, first served.
private actor KernelTurn {
    static let shared = KernelTurn()

    private let usual = ProcessorKernel.inUse
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func take() async {
        if !isTaken {
            isTaken = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    func give() {
        _ = usual.use()
        if waiting.isEmpty {
            isTaken = false
        } else {
            waiting.removeFirst().resume()
        }
    }
}

@Suite struct SwitchesKernelTests {
    /// Two suites that switch the kernel never meet.
    @Test func oneAtATime() async throws {
        let trait = SwitchesKernel()
        let test = try #require(Test.current)
        await withTaskGroup(of: Void.self) { group in
            for index in 0..<20 {
                group.addTask {
                    let kernel = ProcessorKernel.available[index % ProcessorKernel.available.count]
                    try? await trait.provideScope(for: test, testCase: nil) {
                        #expect(kernel.use())
                        for _ in 0..<20 {
                            await Task.yield()
                            #expect(ProcessorKernel.inUse == kernel)
                        }
                    }
                }
            }
        }
    }
}
