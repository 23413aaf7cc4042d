private import CArabicKernels

/// The instructions of a processor that the kernels in C use. Results do not depend on them; speed does.
public enum ProcessorKernel: String, CaseIterable, Sendable {
    case portable, neon, avx2, avx512

    /// The one in use: what the environment variable `ARABICTEXT_KERNEL` names, if this processor has it; else the best
    /// that it has, without a word: ``refused`` tells.
    public static var inUse: Self { Self(cak_kernel()) }

    /// What `ARABICTEXT_KERNEL` asks for, where this processor has no kernel of that name.
    public static var refused: String? {
        // SAFETY: a value of the environment ends with a zero; nothing here changes the environment.
        unsafe cak_refused_kernel().map { unsafe String(cString: $0) }
    }

    /// Those that this processor has, the best last.
    public static var available: [Self] { allCases.filter { cak_has_kernel($0.kind) } }

    /// Takes it into use for the whole process, if this processor has it: for tests.
    package func use() -> Bool { cak_use_kernel(kind) }

    private init(_ kind: cak_kernel_kind) { self = Self.allCases.first { $0.kind == kind } ?? .portable }

    private var kind: cak_kernel_kind {
        switch self {
        case .portable: CAK_KERNEL_PORTABLE
        case .neon: CAK_KERNEL_NEON
        case .avx2: CAK_KERNEL_AVX2
        case .avx512: CAK_KERNEL_AVX512
        }
    }
}
