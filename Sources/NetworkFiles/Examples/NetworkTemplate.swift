internal import ScalarBackprop
internal import Texts

/// A network file made for a shape, to be edited.
public enum NetworkTemplate {
  /// The file of a network with such layers, inputs first, and friendly numbers drawn by a seed:
  /// weights and biases in ±0.9 with one decimal, none of them 0.
  ///
  /// - Parameter shape: two or more counts, each at least 1.
  public static func source(shape: [Int], seed: UInt64) -> String {
    var random = RandomSource(seed: seed)
    func number() -> String {
      let tenths = Int(random.next(upperBound: UInt64(18)))
      let value = tenths < 9 ? tenths - 9 : tenths - 8
      return "\(value < 0 ? "-" : "")0.\(abs(value))"
    }
    func list(_ count: Int) -> String {
      "[" + (0..<count).map { _ in number() }.joined(separator: ", ") + "]"
    }
    let name = shape.map(String.init).joined(separator: "-")
    var text = """
      // A \(name) network, to be edited. One row of weights a neuron, one column an incoming value.
      {
        title: "My \(name) network",
        inputs: \(shape[0]),
        layers: [

      """
    for (count, incoming) in zip(shape.dropFirst(), shape) {
      let rows = (0..<count).map { _ in list(incoming) }
      text += "    { neurons: \(count), activation: \"sigmoid\",\n"
      text += "      weights: [" + rows.joined(separator: ",\n                ") + "],\n"
      text += "      biases: \(list(count)) },\n"
    }
    let inputs = (0..<shape[0]).map { _ in "0.\(random.next(upperBound: UInt64(9)) + 1)" }
    let outputs = shape[shape.count - 1]
    let targets = (0..<outputs).map { $0 == 0 ? "0.9" : "0.1" }
    text += """
        ],
        loss: "half-squared-error",
        learningRate: 0.5,
        samples: [{ inputs: [\(inputs.joined(separator: ", "))], targets: [\(targets.joined(separator: ", "))] }],
      }

      """
    return text
  }
}
