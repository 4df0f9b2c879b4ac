internal import Derivations
internal import ScalarBackprop

extension Worksheet {
  /// What is left blank: what is asked for, and what would give it away, as it is worked out from one
  /// blank and what is printed: a change tells the gradient.
  struct Blanks {
    private let asked: StepSelection
    private var more: Set<Quantity> = []
    /// What is blank besides, in the order of calculation.
    private(set) var giveaways: [Quantity] = []

    init(_ derivation: Derivation, _ asked: StepSelection) {
      self.asked = asked
      let stepwise = Derivation(derivation, over: derivation.trace, isStepwise: true)
      var open = true
      // Each quantity stands behind those that it comes from, but what is blanked with its kind.
      while open {
        open = false
        stepwise.forEachStep(nil) { step, rule in
          guard !includes(step), step.phase != .given,
            isGiveaway(step, rule, in: stepwise)
              || isGiveaway(step, derivation.rule(of: step, like: rule), in: derivation)
          else { return }
          open = true
          add(step.quantity, derivation)
        }
      }
    }

    func includes(_ step: Step) -> Bool {
      asked.includes(step) || more.contains(step.quantity)
    }

    /// Where whole phases are asked for, all of a kind are left blank together.
    private mutating func add(_ quantity: Quantity, _ derivation: Derivation) {
      guard !asked.phases.isEmpty else {
        more.insert(quantity)
        giveaways.append(quantity)
        return
      }
      let kind = quantity.kind
      derivation.forEachStep(nil) { step, _ in
        if step.quantity.kind == kind, !includes(step) {
          more.insert(step.quantity)
          giveaways.append(step.quantity)
        }
      }
    }

    /// Whether a step has exactly one blank among what it comes from.
    private func isGiveaway(_ step: Step, _ rule: Rule?, in derivation: Derivation) -> Bool {
      guard let formula = rule?.formula else { return false }
      let operands = Set(derivation.ingredients(of: formula, at: step.indices))
      return operands.filter { isBlank($0, in: derivation) }.count == 1
    }

    /// Whether nobody can know a quantity from what is printed; one that no sheet tells is known where
    /// all that it comes from is.
    private func isBlank(_ place: Place, in derivation: Derivation) -> Bool {
      guard let block = derivation.trace.block(of: place), block.phase != .given else {
        return false
      }
      guard !block.isListed, let formula = derivation.rule(of: block).formula else {
        return asked.phases.contains(block.phase) || asked.quantities.contains(place.quantity)
          || more.contains(place.quantity)
      }
      var indices = Indices(of: place.quantity)
      indices.sample = place.sample
      return derivation.ingredients(of: formula, at: indices).contains {
        isBlank($0, in: derivation)
      }
    }
  }
}

extension Derivation {
  /// The rule with which this derivation tells a step of another one of the same trace.
  fileprivate func rule(of step: Step, like _: Rule) -> Rule? {
    trace.block(of: step.quantity, sample: step.sample).map { rule(of: $0) }
  }
}

extension Quantity {
  /// What sort of number it is, whatever its nodes.
  fileprivate var kind: Quantity {
    guard case .parameter(let role, _) = self else { return map { _ in 0 } }
    return .parameter(role, .bias(0))
  }
}
