internal import Derivations
internal import ScalarBackprop

/// How every quantity of a training step is worked out from those before it, step by step, as a
/// person does with pencil and paper.
final class Workings {
  let derivation: Derivation
  /// Every quantity in the order of calculation, also those that no sheet asks for.
  let order: [Place]
  /// The place of each in the order.
  private(set) lazy var places = Dictionary(zip(order, order.indices)) { first, _ in first }
  private var ways: [Place: [PlacedCalculation]] = [:]
  private var wrongWays: [Place: [PlacedRewrite]] = [:]

  /// Takes a derivation whose rules go on with the results before them.
  init(_ derivation: Derivation) {
    self.derivation = derivation
    order = derivation.trace.places
  }

  var trace: Trace { derivation.trace }
  var network: Network { trace.network }
  var symbols: Symbols { derivation.symbols }

  /// The block a quantity stands in; `nil` for one the step does not have.
  func block(of place: Place) -> Block? { trace.block(of: place) }

  /// Whether a quantity is given, and so is not marked.
  func isGiven(_ place: Place) -> Bool { block(of: place)?.phase == .given }

  /// The exact value.
  func exact(_ place: Place) -> Double { trace[place] ?? .nan }

  /// The ways in which a quantity is rightly worked out, the rule's own first; none for what is
  /// given.
  func calculations(of place: Place) -> [PlacedCalculation] {
    if let known = ways[place] { return known }
    let made = makeCalculations(of: place)
    ways[place] = made
    return made
  }

  /// The rewrites of a quantity's step.
  func rewrites(of place: Place) -> [PlacedRewrite] {
    if let known = wrongWays[place] { return known }
    let made = makeRewrites(at: place)
    wrongWays[place] = made
    return made
  }

  private func makeCalculations(of place: Place) -> [PlacedCalculation] {
    guard let block = block(of: place), let formula = derivation.rule(of: block).formula else {
      return []
    }
    var indices = Indices(of: place.quantity)
    indices.sample = place.sample
    var ways =
      [calculation(formula, indices)]
      + alternatives(for: place.quantity).map { placed($0, sample: place.sample) }
    if isCrossEntropy { for n in ways.indices { ways[n].takesShares = true } }
    return ways
  }

  private func calculation(_ formula: Formula, _ indices: Indices) -> PlacedCalculation {
    let derivation = derivation
    var known: Set<Place> = []
    let operands = derivation.ingredients(of: formula, at: indices, allBranches: true)
      .map(derivation.canonical).filter { known.insert($0).inserted }
    var calculation = PlacedCalculation(operands: operands) { known in
      derivation.value(of: formula, at: indices) { quantity, sample in
        known(derivation.canonical(derivation.trace.place(quantity, sample: sample)))
      }
    }
    calculation.choosers = Set(
      derivation.choosers(of: formula, at: indices).map(derivation.canonical))
    return calculation
  }

  /// Where the tool goes a shorter way than the texts do: cross-entropies from net values, and
  /// their δ without the slope.
  private func alternatives(for quantity: Quantity) -> [Calculation] {
    switch quantity {
    case .outputLoss(let k, let pass) where isCrossEntropy: [lossFromOutputs([k], pass)]
    case .loss(let pass) where isCrossEntropy:
      [lossFromOutputs(Array(symbols.topology.outputs), pass)]
    case .delta(let k) where hasCancelledError && symbols.topology.outputs.contains(k):
      [Calculation(operands: [.error(k), .slope(k)]) { $0(.error(k)) * $0(.slope(k)) }]
    default: []
    }
  }

  var isCrossEntropy: Bool { network.loss.startsFromNets }

  /// Whether an output has an error and a slope although its δ does without them.
  private var hasCancelledError: Bool { isCrossEntropy && network.loss.hasOutputErrors }

  /// −t·ln y of some outputs, added up, and what a binary cross-entropy adds to each.
  private func lossFromOutputs(_ nodes: [Int], _ pass: Pass) -> Calculation {
    let isBinary = network.loss.targets == .probabilities
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
