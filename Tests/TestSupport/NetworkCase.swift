package import Derivations
import NetworkFiles
import ScalarBackprop
import Testing

/// A network to test with, in a notation that has letters for it.
package struct NotatedCase: Sendable, CustomTestStringConvertible {
  package var network: NetworkCase
  package var notation: Notation

  package var testDescription: String { "\(notation.name): \(network.testDescription)" }
}

/// A network to test with, under a short name.
package struct NetworkCase: Sendable, CustomTestStringConvertible {
  package var testDescription: String
  package var source: String

  package init(testDescription: String, source: String) {
    self.testDescription = testDescription
    self.source = source
  }

  /// The built-in examples, and every network of the reference.
  package static func all() throws -> [NetworkCase] {
    try examples + Sampled.of(references(), every: 4)
  }

  /// Those to write documents about: the examples, some of the reference, and names of every kind. The
  /// largest example is left to tests of its own: it has nothing that others have not.
  package static func forDocuments() throws -> [NetworkCase] {
    try examples.filter { $0.testDescription != "lenet" } + [subsampling] + ofAnyName
      + Sampled.of(references(every: 5), every: 4)
  }

  /// Each of some networks in every notation that has letters for it.
  package static func inEveryNotation(_ networks: [NetworkCase]) throws -> [NotatedCase] {
    // Each network's part begins with another notation: whatever their number, all have their turn.
    let cases = try networks.enumerated().flatMap { n, network in
      let layers = try networkFile(network.source).network.layers.count
      let notations = Notation.profiles.filter { !$0.needsOneHiddenLayer || layers == 2 }
      let turned = notations.indices.map { notations[($0 + n) % notations.count] }
      return Sampled.of(turned, every: 3).map { NotatedCase(network: network, notation: $0) }
    }
    for notation in Notation.profiles {
      let count = cases.count { $0.notation.name == notation.name }
      try #require(count > (Sampled.isWhole ? 10 : 3), "too few cases in \(notation.name)")
    }
    return cases
  }

  /// Two maps that are added up in windows, with weights and biases of their own.
  private static let subsampling = NetworkCase(
    testDescription: "subsampling",
    source: """
      { title: "subsampling", inputs: { length: 5 }, learningRate: 0.3,
        layers: [
          { kind: "convolution", kernel: 2, filters: 2, activation: "tanh",
            weights: [[0.3, -0.2], [0.45, 0.7]], biases: [0.13, -0.06] },
          { kind: "subsampling", window: 2, activation: "tanh", weights: [0.37, 0.46],
            biases: [0.07, -0.11] },
          { weights: [[0.5, -0.3, 0.2, 0.8]], biases: [0.1] }],
        samples: [{ inputs: [0.9, 0.4, -0.3, 0.7, 0.2], targets: [1] },
                  { inputs: [0.1, -0.6, 0.8, 0.5, 0.3], targets: [0] }] }
      """)

  private static var examples: [NetworkCase] {
    Example.all.map { NetworkCase(testDescription: $0.name, source: $0.source()) }
  }

  private static func references(every step: Int = 1) throws -> [NetworkCase] {
    let path = "Tests/ScalarBackpropTests/Reference/reference.txt"
    let lines = try text(of: path).split(separator: "\n").filter { $0.hasPrefix("network ") }
    return stride(from: 0, to: lines.count, by: step).map { n in
      let source = String(lines[n].dropFirst("network ".count))
      return NetworkCase(testDescription: String(source.prefix(60)), source: source)
    }
  }

  private static let ofAnyName = [
    NetworkCase(
      testDescription: "names",
      source: """
        {inputs: ["a_b", "大小", "x-1", "é.2"], layers: [{neurons: ["h_1", "颜色"],
         weights: {random: "xavier"}, bias: 0.1}, {neurons: ["out"], weights: [[1, -2]], bias: -3}],
         samples: [{inputs: [1, 2, 3, 4], targets: [1]}]}
        """),
    NetworkCase(
      testDescription: "short names",
      source: """
        {inputs: ["_", "a_"], layers: [{neurons: ["_1", "-"], weights: [[1, 2], [3, 4]],
         biases: [1, 2]}, {neurons: ["β"], weights: [[1, -2]], biases: [-3]}],
         samples: [{inputs: [1, 2], targets: [1]}]}
        """),
    NetworkCase(
      testDescription: "long names and numbers",
      source: """
        {inputs: ["the_size_of_the_mango_in_centime"], layers: [
         {neurons: ["how_ripe_it_seems_to_the_farmer_"], weights: [[-123456.789]], bias: 0.1}],
         samples: [{inputs: [123456.789], targets: [1]}]}
        """),
  ]
}
