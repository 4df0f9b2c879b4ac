internal import Derivations
internal import ScalarBackprop

/// How every quantity of a training step is worked out from those before it, step by step, as a
/// person does with pencil and paper.
final class Workings {
  let derivation: Derivation
  /// Every quantity in the order of calculation, also those that no sheet asks for.
  let order: [Quantity]
  /// The place of each in the order.
  private(set) lazy var places = Dictionary(zip(order, order.indices)) { first, _ in first }
  private var ways: [Quantity: [Calculation]] = [:]
  private var wrongWays: [Quantity: [Rewrite]] = [:]

  /// Takes a derivation whose rules go on with the results before them.
  init(_ derivation: Derivation) {
    self.derivation = derivation
    let trace = derivation.trace
    order = trace.allBlocks.flatMap { block in
      (0..<block.count).map { trace.quantity($0, of: block) }
    }
  }

  var trace: Trace { derivation.trace }
  var network: Network { trace.network }
  var symbols: Symbols { derivation.symbols }

  /// The block a quantity stands in; `nil` for one the step does not have.
  func block(of quantity: Quantity) -> Block? { trace.block(of: quantity) }

  /// Whether a quantity is given, and so is not marked.
  func isGiven(_ quantity: Quantity) -> Bool { block(of: quantity)?.phase == .given }

  /// The exact value.
  func exact(_ quantity: Quantity) -> Double { trace[quantity] ?? .nan }

  /// The ways in which a quantity is rightly worked out, the rule's own first; none for what is
  /// given.
  func calculations(of quantity: Quantity) -> [Calculation] {
    if let known = ways[quantity] { return known }
    let made = makeCalculations(of: quantity)
    ways[quantity] = made
    return made
  }

  /// The rewrites of a quantity's step.
  func rewrites(of quantity: Quantity) -> [Rewrite] {
    if let known = wrongWays[quantity] { return known }
    let made = makeRewrites(of: quantity)
    wrongWays[quantity] = made
    return made
  }

  private func makeCalculations(of quantity: Quantity) -> [Calculation] {
    guard let block = block(of: quantity), let formula = derivation.rule(of: block).formula else {
      return []
    }
    var ways = [calculation(formula, Indices(of: quantity))] + alternatives(for: quantity, block)
    if isCrossEntropy { for n in ways.indices { ways[n].takesShares = true } }
    return ways
  }

  func calculation(_ formula: Formula, _ indices: Indices) -> Calculation {
    let derivation = derivation
    var known: Set<Quantity> = []
    let operands = derivation.ingredients(of: formula, at: indices).map(derivation.asGiven)
      .filter { known.insert($0).inserted }
    return Calculation(operands: operands) { known in
      derivation.value(of: formula, at: indices) { quantity, _ in
        known(derivation.asGiven(quantity))
      }
    }
  }

  /// Where the tool goes a shorter way than the texts do: cross-entropies from net values, and
  /// their δ without the slope.
  private func alternatives(for quantity: Quantity, _ block: Block) -> [Calculation] {
    switch quantity {
    case .outputLoss(let k, let pass) where isCrossEntropy: [lossFromOutputs([k], pass)]
    case .loss(let pass) where isCrossEntropy: [lossFromOutputs(Array(symbols.outputs), pass)]
    case .delta(let k) where network.loss == .binaryCrossEntropy && symbols.outputs.contains(k):
      [Calculation(operands: [.error(k), .slope(k)]) { $0(.error(k)) * $0(.slope(k)) }]
    default: []
    }
  }

  var isCrossEntropy: Bool {
    network.loss == .crossEntropy || network.loss == .binaryCrossEntropy
  }

  /// −t·ln y of some outputs, added up, and what a binary cross-entropy adds to each.
  private func lossFromOutputs(_ nodes: [Int], _ pass: Pass) -> Calculation {
    let isBinary = network.loss == .binaryCrossEntropy
    let terms = nodes.map { (Quantity.target($0), Quantity.output($0, pass)) }
    return Calculation(operands: terms.flatMap { [$0.0, $0.1] }) { known in
      terms.reduce(0) { sum, term in
        let (t, y) = (known(term.0), known(term.1))
        let own = t == 0 ? 0 : -t * naturalLogarithm(y)
        return sum + (isBinary && t != 1 ? own - (1 - t) * naturalLogarithm(1 - y) : own)
      }
    }
  }
}
