// swift-tools-version: 6.2

import PackageDescription

/// Every target is held to the same strict language, and no warning is let through.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A module of the tool; data flows from the modules it knows to it, never back.
func module(_ name: String, knows dependencies: String...) -> Target {
  .target(
    name: name, dependencies: dependencies.map { .init(stringLiteral: $0) },
    swiftSettings: strict)
}

/// The tests of one module.
func tests(_ module: String, knows others: String..., data: [String] = []) -> Target {
  .testTarget(
    name: module + "Tests",
    dependencies: ([module, "TestSupport"] + others).map { .init(stringLiteral: $0) },
    exclude: data, swiftSettings: strict)
}

let package = Package(
  name: "backprop",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "backprop", targets: ["backprop"]),
    .library(name: "ScalarBackprop", targets: ["ScalarBackprop"]),
    .library(name: "NetworkFiles", targets: ["NetworkFiles"]),
  ],
  targets: [
    module("ScalarBackprop"),
    module("Texts"),
    module("Phrases", knows: "Texts", "ScalarBackprop"),
    module("Derivations", knows: "ScalarBackprop", "Texts", "Phrases"),
    module("NetworkFiles", knows: "ScalarBackprop", "Texts", "Phrases"),
    module("Sheets", knows: "ScalarBackprop", "Texts", "Phrases", "Derivations"),
    module("Marking", knows: "ScalarBackprop", "Texts", "Derivations", "Sheets"),
    module(
      "Documents", knows: "ScalarBackprop", "Texts", "Phrases", "Derivations", "Sheets", "Marking"),
    module(
      "Commands",
      knows: "ScalarBackprop", "Texts", "Phrases", "Derivations", "Sheets", "Marking",
      "Documents", "NetworkFiles"),
    .executableTarget(name: "backprop", dependencies: ["Commands"], swiftSettings: strict),

    .target(
      name: "TestSupport",
      dependencies: ["ScalarBackprop", "Texts", "Derivations", "NetworkFiles"],
      path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "CommandTestSupport", dependencies: ["Texts", "TestSupport", "Commands"],
      path: "Tests/CommandTestSupport", swiftSettings: strict),
    tests("ScalarBackprop", knows: "Derivations", "NetworkFiles", data: ["Reference"]),
    tests("Texts", knows: "ScalarBackprop"),
    tests("Phrases", knows: "Texts"),
    tests(
      "Derivations", knows: "ScalarBackprop", "NetworkFiles", "Texts", "Phrases", "Documents",
      data: ["Published"]),
    tests("NetworkFiles", knows: "ScalarBackprop", "Texts", "Phrases", "CommandTestSupport"),
    tests(
      "Documents", knows: "ScalarBackprop", "Derivations", "NetworkFiles", "Texts",
      "CommandTestSupport", data: ["Golden"]),
    tests("Sheets", knows: "ScalarBackprop", "Derivations", "NetworkFiles", "Texts", "Phrases"),
    tests(
      "Marking", knows: "ScalarBackprop", "Derivations", "NetworkFiles", "Texts", "Documents",
      "Sheets"),
    tests(
      "Commands", knows: "Texts", "NetworkFiles", "Phrases", "Derivations", "Documents",
      "ScalarBackprop", "CommandTestSupport",
      data: ["Sheets"]),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    .testTarget(
      name: "LessonTests",
      dependencies: ["Commands", "ScalarBackprop", "Texts", "CommandTestSupport", "TestSupport"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
