import Foundation
import ScalarBackprop

@testable import Marking

// Gradients, and the update.

extension Mistakes {
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
    if hasHalf, isOutput(j) { wrong.append((.factorTwo, { 2 * right($0) })) }
    return wrong
  }

  func biasGradients(_ bias: Parameter) -> [Wrong] {
    let sign = deltaSign * (convention.subtractsThresholds ? -1 : 1)
    switch bias {
    case .weight: return []
    case .bias(let j):
      let doubled: [Wrong] =
        hasHalf && isOutput(j) ? [(.factorTwo, { 2 * sign * $0(.delta(j)) })] : []
      return [(.sign, { -sign * $0(.delta(j)) })] + doubled
        + neurons.filter { $0 != j }.map { other in
          (.wrongOperand, { sign * $0(.delta(other)) })
        }
    case .shared(_, let l, _):
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
