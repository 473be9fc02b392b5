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
    .executableTarget(
      name: "Pipeline",
      dependencies: [
        .product(name: "Shogen", package: "shogen"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Pipeline",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ]
)
