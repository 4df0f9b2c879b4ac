internal import Derivations
internal import Documents
internal import Phrases
internal import ScalarBackprop
internal import Texts

extension StepCommand {
  /// What `--only` names: phases, ids, symbols, or letters.
  func selection(_ option: Option) throws(CommandError) -> StepSelection? {
    guard let text = invocation.text(option) else { return nil }
    return try derivation.selection(text, option)
  }
}

extension Derivation {
  /// What a list of phases, ids, symbols and letters names.
  func selection(_ text: String, _ option: Option) throws(CommandError) -> StepSelection {
    var selection = StepSelection(phases: [], quantities: [])
    var names: StepNames?
    for item in ArgumentReader.list(text) {
      if let phase = Phase(rawValue: item) {
        guard blocks.contains(where: { $0.phase == phase }) else {
          throw .usage(.phaseNeedsTargets(item))
        }
        selection.phases.insert(phase)
        continue
      }
      let known = names ?? StepNames(self)
      names = known
      let quantities = known(item)
      guard !quantities.isEmpty else {
        let near = known.nearest(to: item, or: Phase.allCases.map(\.rawValue))
        throw .usage(.unknownID(item.excerpt, near, option: option.spelling))
      }
      selection.quantities.formUnion(quantities)
    }
    return selection
  }
}
