import Foundation
import ScalarBackprop
import Sheets

@testable import Marking

/// A step with one mistake in it, worked out on plain numbers.
struct Mistake {
  typealias Known = (Quantity) -> Double
  var code: Misconception
  var quantity: Quantity
  /// What someone writes who makes it and has these numbers so far.
  var value: (Known) -> Double
}

/// The mistakes that can be made in a network's step, as the table of misconceptions has them.
///
/// They are arithmetic on the numbers of the step and know nothing of formulas, rules or the marker's
/// rewrites, which are held against them.
struct Mistakes {
  typealias Known = Mistake.Known
  typealias Wrong = (code: Misconception, value: (Known) -> Double)

  let trace: Trace
  let network: Network
  let rule: UpdateRule
  let convention: Convention
  /// The nodes of each layer, those of the inputs first.
  let layers: [Range<Int>]

  init(of trace: Trace) {
    self.trace = trace
    network = trace.network
    rule = trace.rule
    convention = trace.convention
    let sizes = [network.inputs.count] + network.layers.map(\.neurons.count)
    var next = 0
    layers = sizes.map { size in
      defer { next += size }
      return next..<next + size
    }
  }

  /// Every mistake in the step of a quantity.
  func all(at quantity: Quantity) -> [Mistake] {
    (wrong(quantity) + miscopied(quantity)).map {
      Mistake(code: $0.code, quantity: quantity, value: $0.value)
    }
  }

  private func wrong(_ quantity: Quantity) -> [Wrong] {
    switch quantity {
    case .product(let j, let i, let pass): products(j, i, pass)
    case .sum(let j, let pass): omitted(productsInto(j, pass)) + lateSum(j, pass, hasBias: false)
    case .net(let j, let pass): nets(j, pass)
    case .output(let j, let pass): outputs(j, pass)
    case .outputLoss(let k, let pass): outputLosses(k, pass)
    case .loss(let pass): losses(pass)
    case .error(let j): isOutput(j) ? outputErrors(j) : hiddenErrors(j)
    case .back(let k, let j): backs(k, j)
    case .slope(let j): slopes(j)
    case .delta(let j): deltas(j)
    case .parameter(.gradient, .weight(let j, let i)): weightGradients(j, i)
    case .parameter(.gradient, let bias): biasGradients(bias)
    case .parameter(.change, let parameter): changes(parameter)
    case .parameter(.new, let parameter): news(parameter)
    case .parameter(.state(let state), let parameter): states(state, parameter)
    case .input, .target, .jacobian, .scaledSum, .parameter(.value, _): []
    }
  }

  // MARK: Forward

  private func products(_ j: Int, _ i: Int, _ pass: Pass) -> [Wrong] {
    let (w, x) = (weight(j, i, pass), out(i, pass))
    var wrong: [Wrong] = [(.sign, { -$0(w) * $0(x) })]
    if let other = corner(j, i) {
      let v = weight(other.j, other.i, pass)
      wrong.append((.transposed, { $0(v) * $0(x) }))
    }
    if layer(of: i) > 0 { wrong.append((.netForOutput, { $0(w) * $0(.net(i, pass)) })) }
    for other in others(i) {
      let (v, y) = (weight(j, other, pass), out(other, pass))
      wrong += [(.wrongOperand, { $0(w) * $0(y) }), (.wrongOperand, { $0(v) * $0(x) })]
    }
    let old = weight(j, i, .before)
    if pass == .after { wrong.append((.updatedWeight, { $0(old) * $0(x) })) }
    return wrong
  }

  private func nets(_ j: Int, _ pass: Pass) -> [Wrong] {
    let terms = productsInto(j, pass)
    var wrong = lateSum(j, pass, hasBias: true)
    wrong += others(j).map { other in (.wrongOperand, { $0(.net(other, pass)) }) }
    let bias = bias(of: j, pass)
    // Before a threshold is subtracted the sum is a step of its own, and terms are left out there.
    if bias == nil || !convention.subtractsThresholds { wrong += omitted(terms, and: bias) }
    guard let bias else { return wrong }
    let sign = convention.subtractsThresholds ? -1.0 : 1
    func sum(_ known: Known) -> Double { terms.reduce(0) { $0 + known($1) } }
    wrong += [
      (.biasOmitted, { sum($0) }), (.biasTwice, { sum($0) + 2 * sign * $0(bias) }),
      (.biasSign, { sum($0) - sign * $0(bias) }),
    ]
    for other in others(j) {
      guard let wrongBias = self.bias(of: other, pass), wrongBias != bias else { continue }
      wrong.append((.wrongOperand, { sum($0) + sign * $0(wrongBias) }))
    }
    return wrong
      + layers[layer(of: j) - 1].map { i in
        let (w, x) = (weight(j, i, pass), out(i, pass))
        return (
          .weightBiasExchanged,
          { known in
            let others = productsInto(j, pass).filter { $0 != .product(to: j, from: i, pass) }
            let rest = others.reduce(0) { $0 + known($1) }
            let own = known(.product(to: j, from: i, pass)) - known(w) * known(x)
            return rest + own + known(bias) * known(x) + sign * known(w)
          }
        )
      }
  }

  /// A sum after the update with the parameters of before.
  private func lateSum(_ j: Int, _ pass: Pass, hasBias: Bool) -> [Wrong] {
    guard pass == .after else { return [] }
    let sources = layers[layer(of: j) - 1].map { (weight(j, $0, .before), out($0, .after)) }
    let bias = hasBias ? bias(of: j, .before) : nil
    let sign = convention.subtractsThresholds ? -1.0 : 1
    return [
      (
        .updatedWeight,
        { known in
          sources.reduce(bias.map { sign * known($0) } ?? 0) { $0 + known($1.0) * known($1.1) }
        }
      )
    ]
  }

  private func outputs(_ j: Int, _ pass: Pass) -> [Wrong] {
    let net = Quantity.net(j, pass)
    let activation = network.layers[layer(of: j) - 1].activation
    var wrong: [Wrong] = []
    if activation != .identity { wrong.append((.activationNotApplied, { $0(net) })) }
    if activation == .sigmoid { wrong.append((.exponentSign, { 1 / (1 + exp($0(net))) })) }
    switch activation {
    case .sigmoid: wrong.append((.otherActivation, { tanh($0(net)) }))
    case .tanh, .relu, .leakyReLU, .softplus, .softmax:
      wrong.append((.otherActivation, { 1 / (1 + exp(-$0(net))) }))
    default: break
    }
    guard activation != .softmax else {
      return wrong + [
        (.softmaxNotNormalised, { exp($0(net)) }),
        (
          .softmaxWithoutExp,
          { known in
            known(net) / outputNodes.reduce(0) { $0 + known(.net($1, pass)) }
          }
        ),
      ]
    }
    return wrong
      + others(j).map { other in
        (.wrongOperand, { Self.value(of: activation, at: $0(.net(other, pass))) })
      }
  }
}
