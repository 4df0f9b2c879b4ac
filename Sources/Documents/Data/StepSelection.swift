internal import Derivations
package import ScalarBackprop

/// Which steps of a trace are told: those of some phases, and some others.
package struct StepSelection: Sendable {
  /// The phases that are told whole.
  package var phases: Set<Phase>
  /// The quantities that are told besides, whatever their phase.
  package var quantities: Set<Quantity>

  /// Makes a selection of whole phases and of single quantities; of nothing where both are empty.
  package init(phases: Set<Phase>, quantities: Set<Quantity>) {
    self.phases = phases
    self.quantities = quantities
  }

  func includes(_ step: Step) -> Bool {
    phases.contains(step.phase) || quantities.contains(step.quantity)
  }
}

extension Derivation {
  /// Goes through the told steps in order, each with its rule; a rule is made once a block.
  func forEachStep(_ selection: StepSelection?, _ body: (Step, Rule) -> Void) {
    for block in blocks {
      let rule = rule(of: block)
      for n in 0..<block.count where trace.isListed(n, of: block) {
        let step = step(n, of: block)
        if selection?.includes(step) ?? true { body(step, rule) }
      }
    }
  }
}
