// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that no user of the library builds it. Build it by run.sh, which knows the flags.
let package = Package(
    name: "Fuzz",
    platforms: [.macOS("26.0")],
    dependencies: [
        .package(name: "swift-arabic-text", path: "..", traits: [])
    ],
    targets: [
        .executableTarget(name: "Fuzz", dependencies: ["Checks"]),
        // The same folder is the target FuzzChecks of the package above, for its unit tests.
        .target(
            name: "Checks",
            dependencies: [.product(name: "ArabicText", package: "swift-arabic-text")],
            path: "Checks"),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets {
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
