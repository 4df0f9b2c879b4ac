import Foundation
import ScalarBackprop

@testable import Marking

// Given numbers copied wrongly.

extension Mistakes {
  /// A step with the values of some quantities put in by hand.
  private typealias Step = (Known) -> Double

  func miscopied(_ quantity: Quantity) -> [Wrong] {
    guard let (step, givens) = step(quantity) else { return [] }
    return givens.flatMap { given -> [Wrong] in
      let values: [(Known) -> Double] =
        exchanged(given).map { value in { _ in value } }
        + otherWeights(given, quantity).map { other in { $0(other) } }
      return values.map { value in
        (.givenMiscopied, { known in step { $0 == given ? value(known) : known($0) } })
      }
    }
  }

  /// How a step is worked out that goes on with given numbers, and with which.
  private func step(_ quantity: Quantity) -> (Step, [Quantity])? {
    func product(_ a: Quantity, _ b: Quantity, _ sign: Double = 1) -> Step {
      { sign * $0(a) * $0(b) }
    }
    switch quantity {
    case .product(let j, let i, let pass):
      let (w, x) = (weight(j, i, pass), out(i, pass))
      return (product(w, x), [w, x].filter(isGiven))
    case .net(let j, let pass):
      guard let bias = bias(of: j, pass), isGiven(bias) else { return nil }
      let sign = convention.subtractsThresholds ? -1.0 : 1
      let terms = productsInto(j, pass)
      return ({ known in terms.reduce(sign * known(bias)) { $0 + known($1) } }, [bias])
    case .outputLoss(let k, let pass):
      let (t, y) = (Quantity.target(k), Quantity.output(k, pass))
      return ({ loss(target: $0(t), output: $0(y), k, pass, $0) }, [t])
    case .error(let k) where isOutput(k):
      let (t, y) = (Quantity.target(k), Quantity.output(k, .before))
      return ({ error(target: $0(t), output: $0(y)) }, [t])
    case .delta(let k) where isOutput(k) && isCrossEntropy:
      let (t, y) = (Quantity.target(k), Quantity.output(k, .before))
      return ({ deltaSign * ($0(y) - $0(t)) }, [t])
    case .back(let k, let j):
      let w = weight(k, j, .before)
      return (product(.delta(k), w), [w])
    case .parameter(.gradient, .weight(let j, let i)):
      let x = out(i, .before)
      return (product(.delta(j), x, deltaSign), [x].filter(isGiven))
    case .parameter(.new, let parameter):
      let old = Quantity.parameter(.value, parameter)
      return ({ $0(old) + $0(.parameter(.change, parameter)) }, [old])
    default: return nil
    }
  }

  private func isGiven(_ quantity: Quantity) -> Bool {
    switch quantity {
    case .input, .target, .parameter(.value, _): true
    default: false
    }
  }

  /// 0.51 for 0.15, as it stands in the file.
  private func exchanged(_ given: Quantity) -> [Double] {
    let value = trace[given] ?? .nan
    let text = Array("\(abs(value))")
    guard let point = text.firstIndex(of: ".") else { return [] }
    return (point + 1..<text.count - 1).compactMap { n in
      guard text[n] != text[n + 1] else { return nil }
      var other = text
      other.swapAt(n, n + 1)
      return Double(String(other)).map { value < 0 ? -$0 : $0 }
    }
  }

  /// Weights of the same layer that no other mistake takes.
  private func otherWeights(_ given: Quantity, _ quantity: Quantity) -> [Quantity] {
    guard case .parameter(.value, .weight(let j, let i)) = given else { return [] }
    let places = layers[layer(of: j)].flatMap { k in layers[layer(of: i)].map { (k, $0) } }
    let corner = corner(j, i)
    let isCorner = { (k: Int, l: Int) in corner?.j == k && corner?.i == l }
    switch quantity {
    case .product:
      return places.filter { $0.0 != j && !isCorner($0.0, $0.1) }.map { weight($0, $1, .before) }
    case .back:
      return places.filter { $0.0 != j && $0.1 != i && !isCorner($0.0, $0.1) }
        .map { weight($0, $1, .before) }
    case .parameter(.new, _):
      return places.filter { ($0.0 == j) != ($0.1 == i) }.map { weight($0, $1, .before) }
    default: return []
    }
  }
}
