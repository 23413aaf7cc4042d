// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "swift-arabic-text",
    platforms: [.macOS("26.0")],
    products: [
        // MARK: Public
        .library(name: "ArabicText", targets: ["ArabicText"]),
        .executable(name: "arabictext", targets: ["ArabicTextCommand"]),
        // MARK: Internal
        // For the package in Benchmarks/; it has no stable API.
        .library(name: "_BenchmarkStages", targets: ["BenchmarkStages"]),
    ],
    traits: [
        .trait(name: "CommandLineTool", description: "The arabictext command; needs swift-argument-parser."),
        .default(enabledTraits: ["CommandLineTool"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
    ],
    targets: [
        // MARK: Public
        .target(name: "ArabicText", dependencies: ["CICUShims", "CArabicKernels"]),
        .executableTarget(
            name: "ArabicTextCommand",
            dependencies: [
                "ArabicText",
                "BenchmarkStages",
                .product(
                    name: "ArgumentParser", package: "swift-argument-parser",
                    condition: .when(traits: ["CommandLineTool"])),
            ]),
        // MARK: Internal
        .target(name: "BenchmarkStages", dependencies: ["ArabicText", "CICUShims"]),
        // Writes C from the rules that are data in Swift: Scripts/compile-rules.
        .executableTarget(name: "RuleCompiler", dependencies: ["ArabicText"]),
        // MARK: C
        .systemLibrary(
            name: "CICU", pkgConfig: "icu-uc",
            providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
        // The linker setting serves machines without the pkg-config program.
        .target(name: "CICUShims", dependencies: ["CICU"], linkerSettings: [.linkedLibrary("icuuc")]),
        .target(
            name: "CArabicKernels", exclude: ["README.md", "guarded/rules.inc", "guarded/rule_names.inc"]),
        // MARK: Tests
        .target(name: "Support", path: "Tests/Support"),
        .target(
            name: "ICUOracle", dependencies: ["CICU"], path: "Tests/ICUOracle",
            linkerSettings: [.linkedLibrary("icuuc")]),
        // The folder belongs to the nested package in Fuzz/ too: the fuzzer and the tests check the same.
        .target(name: "FuzzChecks", dependencies: ["ArabicText"], path: "Fuzz/Checks"),
        .testTarget(
            name: "ArabicTextTests",
            dependencies: [
                "ArabicText", "BenchmarkStages", "CICUShims", "FuzzChecks", "ICUOracle", "RuleCompiler", "Support",
            ]),
        .testTarget(name: "CommandTests", dependencies: ["ArabicTextCommand", "ArabicText", "Support"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c17,
    cxxLanguageStandard: .cxx17
)

// One place for the settings of all targets.
for target in package.targets {
    switch target.type {
    case .system, .plugin, .binary:
        continue
    default:
        break
    }
    if ["CICUShims", "CArabicKernels", "ICUOracle"].contains(target.name) {
        // Kernels are included with their folder: "simd/block_avx2.h".
        target.cSettings = [.treatAllWarnings(as: .error), .headerSearchPath(".")]
        target.cxxSettings = [.treatAllWarnings(as: .error)]
    } else {
        target.swiftSettings = [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
            .enableUpcomingFeature("InferIsolatedConformances"),
            .strictMemorySafety(),
            .treatAllWarnings(as: .error),
        ]
    }
    // Half of the time that a build takes went into optimising tests, which run no faster for it.
    if target.type == .test { target.swiftSettings?.append(.unsafeFlags(["-Onone"])) }
}
