import Foundation
import ScalarBackprop
import Sheets

@testable import Marking

// Backward, and the update.

extension Mistakes {
  func backs(_ k: Int, _ j: Int) -> [Wrong] {
    let w = weight(k, j, .before)
    func term(_ delta: Int, _ weight: Quantity) -> (Known) -> Double {
      { $0(.delta(delta)) * $0(weight) }
    }
    let right = term(k, w)
    var wrong: [Wrong] = [
      (.sign, { -right($0) }), (.updatedWeight, term(k, weight(k, j, .after))),
      (.outputForWeight, { $0(.delta(k)) * $0(.output(j, .before)) }),
    ]
    if let other = corner(k, j) {
      wrong.append((.transposed, term(k, weight(other.j, other.i, .before))))
    }
    wrong += others(j).map { (.wrongOperand, term(k, weight(k, $0, .before))) }
    for other in others(k) {
      wrong += [
        (.wrongOperand, term(other, w)), (.wrongOperand, term(k, weight(other, j, .before))),
      ]
    }
    return wrong
  }

  func hiddenErrors(_ j: Int) -> [Wrong] {
    let next = layers[layer(of: j) + 1]
    func sum(_ weights: [Quantity]) -> (Known) -> Double {
      { known in zip(next, weights).reduce(0) { $0 + known(.delta($1.0)) * known($1.1) } }
    }
    let right = sum(next.map { weight($0, j, .before) })
    var wrong = omitted(next.map { .back(from: $0, to: j) })
    wrong += [
      (.sign, { -right($0) }), (.updatedWeight, sum(next.map { weight($0, j, .after) })),
      (
        .gradientsSummed,
        { known in
          next.reduce(0) { $0 + known(.parameter(.gradient, .weight(to: $1, from: j))) }
        }
      ),
    ]
    let corners = next.compactMap { corner($0, j) }
    if corners.count == next.count, next.count > 1 {
      wrong.append((.transposed, sum(corners.map { weight($0.j, $0.i, .before) })))
    }
    return wrong
      + others(j).map { other in
        (.wrongOperand, sum(next.map { weight($0, other, .before) }))
      }
  }

  func slopes(_ j: Int) -> [Wrong] {
    let activation = network.layers[layer(of: j) - 1].activation
    let (net, out) = (Quantity.net(j, .before), Quantity.output(j, .before))
    let wrong: [Wrong] =
      switch activation {
      case .sigmoid:
        [
          (.slopeArgument, { Self.slope(of: .sigmoid, at: $0(out)) }),
          (.slopeArgument, { $0(net) * (1 - $0(net)) }),
        ]
      case .tanh:
        [
          (.slopeArgument, { 1 - tanh($0(out)) * tanh($0(out)) }),
          (.slopeArgument, { 1 - $0(net) * $0(net) }),
        ]
      case .relu: [(.slopeArgument, { $0(net) })]
      default: []
      }
    return wrong + otherSlopes(of: activation, out)
      + others(j).map { other in
        let y = Quantity.output(other, .before)
        return (
          .wrongOperand,
          {
            activation == .softmax
              ? $0(y) * (1 - $0(y)) : Self.slope(of: activation, at: $0(.net(other, .before)))
          }
        )
      }
  }

  private func otherSlopes(of activation: Activation, _ out: Quantity) -> [Wrong] {
    switch activation {
    case .sigmoid: [(.otherActivation, { 1 - $0(out) * $0(out) })]
    case .tanh:
      [(.otherActivation, { $0(out) * (1 - $0(out)) }), (.slopeNotSquared, { 1 - $0(out) })]
    case .relu, .leakyReLU, .softplus: [(.otherActivation, { $0(out) * (1 - $0(out)) })]
    default: []
    }
  }

  func deltas(_ j: Int) -> [Wrong] {
    let (t, y) = (Quantity.target(j), Quantity.output(j, .before))
    let isLast = isOutput(j)
    if isLast, isCrossEntropy {
      func difference(_ t: Quantity, _ y: Quantity) -> (Known) -> Double {
        { deltaSign * ($0(y) - $0(t)) }
      }
      let right = difference(t, y)
      return [
        (.sign, { -right($0) }), (.slopeExtra, { right($0) * $0(y) * (1 - $0(y)) }),
        (.netForOutput, difference(t, .net(j, .before))),
      ]
        + others(j).flatMap { other -> [Wrong] in
          [
            (.wrongOperand, difference(.target(other), y)),
            (.wrongOperand, difference(t, .output(other, .before))),
          ]
        }
    }
    if isLast, network.layers[layer(of: j) - 1].activation == .softmax {
      return [(.sign, { known in -outputNodes.reduce(0) { $0 + share(of: $1, j, known) } })]
    }
    let (error, slope) = (Quantity.error(j), Quantity.slope(j))
    return [(.sign, { -$0(error) * $0(slope) }), (.slopeForgotten, { $0(error) })]
      + others(j).flatMap { other -> [Wrong] in
        [
          (.wrongOperand, { $0(error) * $0(.slope(other)) }),
          (.wrongOperand, { $0(.error(other)) * $0(slope) }),
        ]
      }
  }

  private func share(of k: Int, _ j: Int, _ known: Known) -> Double {
    known(.error(k)) * known(.jacobian(of: k, by: j))
  }

  func weightGradients(_ j: Int, _ i: Int) -> [Wrong] {
    func gradient(_ j: Int, _ source: Quantity) -> (Known) -> Double {
      { deltaSign * $0(.delta(j)) * $0(source) }
    }
    let right = gradient(j, out(i, .before))
    var wrong: [Wrong] = [(.sign, { -right($0) })]
    if let other = corner(j, i) {
      wrong.append((.transposed, gradient(other.j, out(other.i, .before))))
    }
    if layer(of: i) > 0 { wrong.append((.netForOutput, gradient(j, .net(i, .before)))) }
    for other in 0..<outputNodes.upperBound where other != i {
      wrong.append((.wrongOperand, gradient(j, out(other, .before))))
    }
    for other in neurons where other != j {
      wrong.append((.wrongOperand, gradient(other, out(i, .before))))
    }
    return wrong
  }

  func biasGradients(_ bias: Parameter) -> [Wrong] {
    let sign = deltaSign * (convention.subtractsThresholds ? -1 : 1)
    switch bias {
    case .weight: return []
    case .bias(let j):
      return [(.sign, { -sign * $0(.delta(j)) })]
        + neurons.filter { $0 != j }.map { other in
          (.wrongOperand, { sign * $0(.delta(other)) })
        }
    case .sharedBias(let l):
      let terms = layers[l + 1].map { Quantity.delta($0) }
      func right(_ known: Known) -> Double { sign * terms.reduce(0) { $0 + known($1) } }
      guard terms.count > 1 else { return [(.sign, { -right($0) })] }
      return [(.sign, { -right($0) })]
        + terms.map { term in (.pathOmitted, { right($0) - sign * $0(term) }) }
    }
  }

  func changes(_ parameter: Parameter) -> [Wrong] {
    let rate = rule.learningRate
    let right: (Known) -> Double = { known in
      switch rule.optimizer {
      case .gradientDescent: -rate * known(.parameter(.gradient, parameter))
      case .momentum: -rate * known(.parameter(.state(.velocity), parameter))
      case .adam(_, _, let epsilon):
        -rate * known(.parameter(.state(.correctedMoment), parameter))
          / (known(.parameter(.state(.correctedSquare), parameter)).squareRoot() + epsilon)
      case .nesterov, .adagrad, .rmsprop: .nan
      }
    }
    var wrong: [Wrong] = [(.sign, { -right($0) })]
    if rate != 1 {
      wrong += [
        (.learningRateForgotten, { right($0) / rate }), (.learningRateTwice, { right($0) * rate }),
      ]
    }
    return parameter.part == .bias ? wrong + [(.biasNotUpdated, { _ in 0 })] : wrong
  }

  func news(_ parameter: Parameter) -> [Wrong] {
    let old = Quantity.parameter(.value, parameter)
    let change = Quantity.parameter(.change, parameter)
    return [
      (.sign, { $0(old) - $0(change) }),
      (parameter.part == .bias ? .biasNotUpdated : .notUpdated, { $0(old) }),
    ]
      + [-2, -1, 1, 2].map { power in
        (.decimalPoint, { $0(old) + $0(change) * pow(10, power) })
      }
  }

  /// The first step of Adam.
  func states(_ state: Optimizer.State, _ parameter: Parameter) -> [Wrong] {
    guard case .adam(let beta1, let beta2, _) = rule.optimizer else { return [] }
    let (mean, beta): (Optimizer.State, Double)
    switch state {
    case .correctedMoment: (mean, beta) = (.moment, beta1)
    case .correctedSquare: (mean, beta) = (.square, beta2)
    default: return []
    }
    let bare = Quantity.parameter(.state(mean), parameter)
    return [
      (.biasCorrectionForgotten, { $0(bare) }),
      (.wrongStepNumber, { $0(bare) / (1 - beta * beta) }),
    ]
  }
}
