// swift-tools-version: 6.3
import PackageDescription

// A package of its own: unsafe flags must not reach the one that users build. The
// rooms under test are symbolic links to ../../Sources, compiled here with libFuzzer's
// coverage, AddressSanitizer and assertions, optimized.

let instrumented: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-sanitize=fuzzer,address", "-enable-testing", "-assert-config", "Debug"]),
]

let cInstrumented: [CSetting] = [.unsafeFlags(["-fsanitize=fuzzer-no-link,address"])]

let package = Package(
  name: "Fuzz",
  targets: [
    .systemLibrary(name: "CSystemICU", pkgConfig: "icu-uc"),
    .systemLibrary(name: "CDigest", pkgConfig: "libmd"),
    .systemLibrary(name: "CZip", pkgConfig: "libzip"),
    .systemLibrary(name: "CXml2", pkgConfig: "libxml-2.0"),
    .target(name: "CICU", dependencies: ["CSystemICU"], cSettings: cInstrumented),
    .target(name: "CProcess", cSettings: cInstrumented),
    .target(name: "CBytes", cSettings: cInstrumented),
    .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),

    .target(name: "Files", dependencies: ["CProcess"], swiftSettings: instrumented),
    .target(name: "Talks", swiftSettings: instrumented),
    .target(name: "Characters", swiftSettings: instrumented),
    .target(
      name: "Ingestion",
      dependencies: [
        "Files", "Talks", "Characters", "CBytes", "CProcess", "CSimdJSON", "CXml2", "CZip",
      ],
      swiftSettings: instrumented),
    .target(
      name: "Tokenization", dependencies: ["Characters", "CICU"], swiftSettings: instrumented),
    .target(
      name: "Features", dependencies: ["Talks", "Tokenization"], swiftSettings: instrumented),
    .target(
      name: "Classification",
      dependencies: ["Files", "Talks", "Tokenization", "Features", "CDigest"],
      swiftSettings: instrumented),
    .target(
      name: "Training",
      dependencies: ["Files", "Talks", "Tokenization", "Features", "Classification"],
      swiftSettings: instrumented),

    // The package manager renames main to Fuzz_main, which libFuzzer's own main cannot
    // know; this one starts the fuzzer's driver.
    .target(name: "CFuzzMain"),
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "CFuzzMain", "Talks", "Ingestion", "Tokenization", "Classification", "Training",
      ],
      swiftSettings: instrumented + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]),
  ]
)
