internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Sheets
internal import Texts

/// The results that some quantities are worked out from and that are not among them: what has to be given
/// where only these are asked for. Steps between, that nobody writes by themselves, are spelt out.
struct NeededResults {
  /// In the order of calculation, each with its number as it is shown.
  private(set) var results: [(place: Place, answer: Answer)] = []
  private let stepwise: Derivation

  init(for asked: [Place], in derivation: Derivation, format: NumberFormat) {
    stepwise = Derivation(derivation, over: derivation.trace, isStepwise: true)
    var known = Set(asked)
    var needed: Set<Place> = []
    var open = asked
    while let place = open.popLast() {
      for part in parts(of: place) where known.insert(part).inserted {
        if part.quantity.isMain { needed.insert(part) } else { open.append(part) }
      }
    }
    guard !needed.isEmpty else { return }
    let text = FormulaText(derivation, format: format)
    derivation.forEachStep(nil) { step, _ in
      let place = derivation.trace.place(step.quantity, sample: step.sample)
      guard needed.contains(place) else { return }
      results.append(
        (place, Answer(name: derivation.symbol(of: step).text, text: text.number(step))))
    }
  }

  /// What a quantity is worked out from, but for what is given anyway.
  private func parts(of place: Place) -> [Place] {
    guard let block = stepwise.trace.block(of: place),
      let formula = stepwise.rule(of: block).formula
    else { return [] }
    var indices = Indices(of: place.quantity)
    indices.sample = place.sample
    return stepwise.ingredients(of: formula, at: indices).map(stepwise.canonical).filter {
      stepwise.trace.block(of: $0)?.phase ?? .given != .given
    }
  }
}
