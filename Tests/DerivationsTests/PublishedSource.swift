import Foundation
import TestSupport

/// A file of `Published/`: a source's network and its printed figures.
struct PublishedSource: Decodable {
  struct Row: Decodable {
    var order: Int
    var quantity: String
    var printed: String
    var status: PublishedFigure.Status
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
