import Foundation
import ScalarBackprop
import Sheets

@testable import Marking

// The network's shape, and the arithmetic of losses and activations.

extension Mistakes {
  var outputNodes: Range<Int> { layers[layers.count - 1] }
  var neurons: Range<Int> { layers[1].lowerBound..<outputNodes.upperBound }
  var isCrossEntropy: Bool {
    network.loss == .crossEntropy || network.loss == .binaryCrossEntropy
  }
  /// What δ = ∂E/∂net is multiplied by in the convention.
  var deltaSign: Double { convention.deltaSign == .descent ? -1 : 1 }

  func isOutput(_ node: Int) -> Bool { outputNodes.contains(node) }
  /// Counted from 0, which are the inputs.
  func layer(of node: Int) -> Int { layers.firstIndex { $0.contains(node) } ?? .max }
  func others(_ node: Int) -> [Int] { layers[layer(of: node)].filter { $0 != node } }

  func weight(_ j: Int, _ i: Int, _ pass: Pass) -> Quantity {
    .parameter(pass == .before ? .value : .new, .weight(to: j, from: i))
  }

  func bias(of j: Int, _ pass: Pass) -> Quantity? {
    let (l, role) = (layer(of: j) - 1, pass == .before ? ParameterRole.value : .new)
    if network.layers[l].sharedBias != nil { return .parameter(role, .shared(.bias, layer: l, 0)) }
    let hasOwn = network.layers[l].neurons[0].bias != nil
    return hasOwn ? .parameter(role, .bias(j)) : nil
  }

  func out(_ i: Int, _ pass: Pass) -> Quantity {
    layer(of: i) == 0 ? .input(i) : .output(i, pass)
  }

  func productsInto(_ j: Int, _ pass: Pass) -> [Quantity] {
    layers[layer(of: j) - 1].map { .product(to: j, from: $0, pass) }
  }

  /// The place where row and column of a weight are exchanged, if there is one.
  func corner(_ j: Int, _ i: Int) -> (j: Int, i: Int)? {
    let (rows, columns) = (layers[layer(of: j)], layers[layer(of: i)])
    let (row, column) = (j - rows.lowerBound, i - columns.lowerBound)
    guard row != column, column < rows.count, row < columns.count else { return nil }
    return (rows.lowerBound + column, columns.lowerBound + row)
  }

  /// One term of a sum left out, where there are several.
  func omitted(_ terms: [Quantity], and bias: Quantity? = nil) -> [Wrong] {
    guard terms.count > 1 else { return [] }
    return terms.map { left in
      (
        .pathOmitted,
        { known in
          terms.filter { $0 != left }.reduce(bias.map { known($0) } ?? 0) { $0 + known($1) }
        }
      )
    }
  }

  // MARK: Losses and activations

  func loss(target t: Double, output y: Double, _ k: Int, _ pass: Pass, _ known: Known) -> Double {
    switch network.loss {
    case .halfSquaredError: return (t - y) * (t - y) / 2
    case .squaredError: return (t - y) * (t - y)
    case .meanSquaredError: return (t - y) * (t - y) / Double(outputNodes.count)
    case .binaryCrossEntropy:
      let p = Self.value(of: .sigmoid, at: known(.net(k, pass)))
      return -t * log(p) - (1 - t) * log(1 - p)
    case .crossEntropy:
      let powers = outputNodes.map { exp(known(.net($0, pass))) }
      return -t * log(powers[k - outputNodes.lowerBound] / powers.reduce(0, +))
    case .absoluteError, .huber, .hinge, .perceptron: return .nan
    }
  }

  func error(target t: Double, output y: Double) -> Double {
    switch network.loss {
    case .halfSquaredError: deltaSign * (y - t)
    case .squaredError: deltaSign * 2 * (y - t)
    case .meanSquaredError: deltaSign * 2 * (y - t) / Double(outputNodes.count)
    case .binaryCrossEntropy: deltaSign * (y - t) / (y * (1 - y))
    case .crossEntropy: deltaSign * -t / y
    case .absoluteError, .huber, .hinge, .perceptron: .nan
    }
  }

  static func value(of activation: Activation, at x: Double) -> Double {
    switch activation {
    case .identity: x
    case .sigmoid: 1 / (1 + exp(-x))
    case .tanh: Foundation.tanh(x)
    case .relu: max(x, 0)
    case .leakyReLU: x > 0 ? x : 0.01 * x
    case .softplus: log(1 + exp(x))
    case .elu, .gelu, .silu, .mish, .softmax, .step, .sign: .nan
    }
  }

  static func slope(of activation: Activation, at x: Double) -> Double {
    switch activation {
    case .identity: 1
    case .sigmoid: value(of: .sigmoid, at: x) * (1 - value(of: .sigmoid, at: x))
    case .tanh: 1 - Foundation.tanh(x) * Foundation.tanh(x)
    case .relu: x > 0 ? 1 : 0
    case .leakyReLU: x > 0 ? 1 : 0.01
    case .softplus: value(of: .sigmoid, at: x)
    case .elu, .gelu, .silu, .mish, .softmax, .step, .sign: .nan
    }
  }
}
