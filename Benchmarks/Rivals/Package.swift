// swift-tools-version: 6.2
import PackageDescription

// Our side of the comparison, a package of its own as the other benchmarks are.
let package = Package(
    name: "Rivals",
    platforms: [.macOS("26.0")],
    dependencies: [.package(name: "swift-arabic-text", path: "../..", traits: [])],
    targets: [
        .executableTarget(
            name: "Ours",
            dependencies: [
                .product(name: "ArabicText", package: "swift-arabic-text"),
                .product(name: "_BenchmarkStages", package: "swift-arabic-text"),
            ],
            path: "Drivers/Ours",
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .strictMemorySafety(),
                .treatAllWarnings(as: .error),
            ])
    ],
    swiftLanguageModes: [.v6]
)
