import Derivations
import Foundation
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// The figures that published examples print, reproduced at their printed precision.
struct PublishedTests {
  @Test(arguments: try PublishedFigure.all())
  func `a printed figure is reproduced`(_ figure: PublishedFigure) throws {
    for file in try figure.files() {
      let value = try figure.value(in: file)
      switch figure.status {
      case "match":
        #expect((value - figure.value).magnitude <= figure.unit * 0.5000001)
      case "last-digit":
        #expect((value - figure.value).magnitude <= figure.unit * 1.5)
      case "source-rounding":
        let rounded = try #require(figure.fromRoundedFigures)
        #expect((rounded - figure.value).magnitude <= figure.unit * 0.5000001)
        #expect((value - figure.value).magnitude <= figure.unit * 2.5)
      default:
        // The source's own mistake: the file says which, and the right number is another one.
        #expect((value - figure.value).magnitude > figure.unit || figure.order == 21)
      }
    }
  }

  @Test func `every figure of every source is looked at`() throws {
    #expect(try PublishedFigure.all().count == 30 - 3 + 21 + 17 + 8)
  }
}

/// One printed figure of a source, and the id of the quantity it stands for.
struct PublishedFigure: Sendable, CustomTestStringConvertible {
  var source: String
  var order: Int
  var name: String
  var printed: String
  var status: String
  var id: String

  var testDescription: String { "\(source) \(order): \(name) = \(printed)" }
  var value: Double { Double(printed) ?? .nan }

  /// One unit of the last printed digit.
  var unit: Double {
    let parts = printed.split(separator: "e")
    let decimals = parts[0].split(separator: ".").dropFirst().first?.count ?? 0
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    return Double("1e\(exponent - decimals)") ?? .nan
  }

  /// What the source itself calculated where it went on with figures it had rounded.
  var fromRoundedFigures: Double? {
    switch (source, order) {
    case ("han-kamber", 7): 0.474 * (1 - 0.474) * (1 - 0.474)
    case ("linear-output-1-1-1", 11): 0.5 + 0.5 * 0.177 * 1
    case ("linear-output-1-1-1", 12): 0 + 0.5 * 0.177
    default: nil
    }
  }

  /// The source's network, and the built-in example made after it.
  func files() throws -> [NetworkFile] {
    let own = try networkFile(PublishedSource(source).network)
    return Example.named(source) == nil ? [own] : [own, try example(source)]
  }

  func value(in file: NetworkFile) throws -> Double {
    let sign: Convention.DeltaSign =
      source == "mazur" || source == "linear-output-1-1-1" ? .gradient : .descent
    let trace = try file.network.trace(
      file.samples[0], rule: file.training.rule, convention: Convention(deltaSign: sign))
    let derivation = Derivation(of: trace, in: .documents)
    let quantity = try #require(derivation.quantitiesByID[id], "\(id)")
    return try #require(trace[quantity])
  }

  static func all() throws -> [PublishedFigure] {
    try PublishedSource.ids.flatMap { source, ids in
      let printed = try PublishedSource(source).published
      return zip(printed, ids).compactMap { row, id -> PublishedFigure? in
        guard let id else { return nil }
        return PublishedFigure(
          source: source, order: row.order, name: row.quantity, printed: row.printed,
          status: row.status, id: id)
      }
    }
  }
}

/// A file of `Published/`: a source's network and its printed figures.
struct PublishedSource: Decodable {
  struct Row: Decodable {
    var order: Int
    var quantity: String
    var printed: String
    var status: String
  }
  struct Network: Decodable {
    var unitNames: [[String]]
    var layers: [Layer]
  }
  struct Layer: Decodable {
    var activation: String
    var weights: [[Double]]
    var b: [Double]?

    enum CodingKeys: String, CodingKey {
      case activation, b
      case weights = "wToByFrom"
    }
  }

  private var content: Content
  private struct Content: Decodable {
    var network: Network
    var loss: String
    var learningRate: Double
    var inputs: [Double]
    var targets: [Double]
    var published: [Row]
    var biasConvention: String
  }

  var published: [Row] { content.published }

  init(_ name: String) throws {
    let data = try Data(text(of: "Tests/DerivationsTests/Published/\(name).json").utf8)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    content = try decoder.decode(Content.self, from: data)
  }

  init(from decoder: any Decoder) throws { content = try Content(from: decoder) }

  /// The source's network as a network file.
  var network: String {
    let names = content.network.unitNames
    let areNumbers = names[0][0] == "1"
    let frozen = content.biasConvention.contains("NOT updated") ? ", frozen: [\"bias\"]" : ""
    let layers = zip(content.network.layers, names.dropFirst()).map { layer, names in
      let biases = layer.b.map { ", biases: \($0)\(frozen)" } ?? ""
      let neurons = areNumbers ? "\(names.count)" : "\(names)"
      return """
        { neurons: \(neurons), activation: "\(layer.activation)", weights: \(layer.weights)\
        \(biases) }
        """
    }
    let loss = content.loss.hasPrefix("half") ? "half-squared-error" : "squared-error"
    return """
      { inputs: \(areNumbers ? "\(names[0].count)" : "\(names[0])"),
        layers: [\(layers.joined(separator: ", "))], loss: "\(loss)",
        learningRate: \(content.learningRate),
        samples: [{ inputs: \(content.inputs), targets: \(content.targets) }] }
      """
  }

  /// The quantity behind each printed figure, in the order of the file; `nil` for those of a run
  /// of 10,000 steps.
  static let ids: KeyValuePairs<String, [String?]> = [
    "mazur": [
      "net[h1]", "out[h1]", "out[h2]", "net[o1]", "out[o1]", "out[o2]", "E[o1]", "E[o2]", "E",
      "error[o1]", "slope[o1]", "grad.w[o1,h1]", "new.w[o1,h1]", "new.w[o1,h2]", "new.w[o2,h1]",
      "new.w[o2,h2]", "delta[o1]", "back[o1,h1]", "back[o2,h1]", "error[h1]", "slope[h1]",
      "grad.w[h1,i1]", "new.w[h1,i1]", "new.w[h1,i2]", "new.w[h2,i1]", "new.w[h2,i2]", "after.E",
      nil, nil, nil,
    ],
    "han-kamber": [
      "net[4]", "out[4]", "net[5]", "out[5]", "net[6]", "out[6]", "delta[6]", "delta[5]",
      "delta[4]", "new.w[6,4]", "new.w[6,5]", "new.w[4,1]", "new.w[5,1]", "new.w[4,2]",
      "new.w[5,2]", "new.w[4,3]", "new.w[5,3]", "new.b[6]", "new.b[5]", "new.b[4]", "out[5]",
    ],
    "linear-output-1-1-1": [
      "net[h]", "out[h]", "out[y]", "E", "error[y]", "grad.w[y,h]", "grad.b[y]", "error[h]",
      "slope[h]", "delta[h]", "new.w[h,x]", "new.b[h]", "new.w[y,h]", "new.b[y]", "after.net[h]",
      "after.out[h]", "after.out[y]",
    ],
    "udacity-3-2-1": [
      "change.w[o,h1]", "change.w[o,h2]", "change.w[h1,x1]", "change.w[h2,x1]", "change.w[h1,x2]",
      "change.w[h2,x2]", "change.w[h1,x3]", "change.w[h2,x3]",
    ],
  ]
}
