// swift-tools-version: 6.3
import PackageDescription

// Read from top to bottom, the targets are the flow of data: a room imports
// only rooms above it.

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Tests import what they test with `@testable`; the rest is as strict.
let testing: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
  name: "shogen",
  products: [
    .library(name: "Shogen", targets: ["Shogen"]),
    .executable(name: "shogen", targets: ["ShogenCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C libraries of the system. CICU's header names no ICU type: ICU renames
    // its functions by macros, which Swift cannot import.
    .systemLibrary(
      name: "CSystemICU", pkgConfig: "icu-uc", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(
      name: "CDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CXml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CICU", dependencies: ["CSystemICU"]),
    .target(name: "CProcess"),
    .target(name: "CBytes"),
    // simdjson (Debian's libsimdjson-dev) is C++ throughout; the header here is C.
    // It is no system library target: its pkg-config file has a flag that the
    // package manager prohibits.
    .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),

    .target(name: "Files", dependencies: ["CProcess"], swiftSettings: strict),
    .target(name: "Talks", swiftSettings: strict),
    .target(name: "Characters", swiftSettings: strict),
    .target(
      name: "Ingestion",
      dependencies: [
        "Files", "Talks", "Characters", "CBytes", "CProcess", "CSimdJSON", "CXml2", "CZip",
      ],
      swiftSettings: strict),
    .target(
      name: "Tokenization", dependencies: ["Characters", "CICU"], swiftSettings: strict),
    .target(
      name: "Features", dependencies: ["Talks", "Tokenization"], swiftSettings: strict),
    .target(
      name: "Classification",
      dependencies: ["Files", "Talks", "Tokenization", "Features", "CDigest"],
      swiftSettings: strict),
    .target(
      name: "Training",
      dependencies: ["Files", "Talks", "Tokenization", "Features", "Classification"],
      swiftSettings: strict),
    .target(
      name: "Evaluation",
      dependencies: ["Talks", "Features", "Classification", "Training"],
      swiftSettings: strict),
    // What talks are beside each other: the quadrants of a map, two bodies of text,
    // two models. A room of its own, since Evaluation judges by labels and Reporting
    // computes nothing.
    .target(
      name: "Comparison",
      dependencies: [
        "Talks", "Ingestion", "Tokenization", "Features", "Classification", "Training",
      ],
      swiftSettings: strict),
    .target(
      name: "Reporting",
      dependencies: [
        "Talks", "Ingestion", "Tokenization", "Features", "Classification", "Training",
        "Evaluation", "Comparison", "CICU",
      ],
      // Embedded as code, since a resource bundle must lie beside the command and
      // finding it pulls Foundation in: the command stays one file.
      resources: [.embedInCode("Map/Page/Resources")],
      swiftSettings: strict),
    .target(
      name: "Shogen",
      dependencies: [
        "Files", "Talks", "Ingestion", "Tokenization", "Features", "Classification",
        "Training", "Evaluation", "Comparison", "Reporting",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "ShogenCommand",
      dependencies: [
        "Files", "Shogen", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["Shogen"], path: "Tests/TestSupport",
      swiftSettings: strict),
  ]
    + [
      "Talks", "Ingestion", "Tokenization", "Features", "Classification", "Training",
      "Evaluation", "Comparison", "Reporting", "Shogen",
    ].map { room in
      .testTarget(
        name: "\(room)Tests",
        dependencies: ["Shogen", "TestSupport"]
          + (room == "Shogen" ? [] : [.init(stringLiteral: room)])
          + (room == "Tokenization" ? ["CICU"] : [])
          + (["Ingestion", "Tokenization"].contains(room) ? ["Characters"] : []),
        exclude: ["Ingestion", "Training", "Evaluation"].contains(room) ? ["Fixtures"] : [],
        swiftSettings: testing)
    }
    + [
      .testTarget(
        name: "CommandTests", dependencies: ["ShogenCommand", "Shogen", "TestSupport"],
        exclude: ["Snapshots"], swiftSettings: testing),
      // Runs where a headless Chromium is installed, and says so where none is.
      .testTarget(
        name: "BrowserTests", dependencies: ["ShogenCommand", "Shogen", "TestSupport"],
        swiftSettings: testing),
    ]
)
