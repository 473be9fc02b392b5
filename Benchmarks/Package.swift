// swift-tools-version: 6.3
import PackageDescription

// A package of its own, so that building and testing Shogen never builds the
// benchmark library.

let package = Package(
  name: "shogen-benchmarks",
  dependencies: [
    .package(name: "shogen", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    // The scoring loop in C, to compare with; SwiftPM's release builds say -O2 only.
    .target(name: "CKernel", path: "Benchmarks/CKernel", cSettings: [.unsafeFlags(["-O3"])]),
    .executableTarget(
      name: "Pipeline",
      dependencies: [
        "CKernel",
        .product(name: "Shogen", package: "shogen"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Pipeline",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ]
)
