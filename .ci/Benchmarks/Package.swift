// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "backprop", path: "../..")],
  targets: [
    .executableTarget(
      name: "TrainingBenchmark",
      dependencies: [.product(name: "ScalarBackprop", package: "backprop")])
  ],
  swiftLanguageModes: [.v6]
)
