internal import Derivations
internal import Documents
internal import Phrases
internal import ScalarBackprop
internal import Texts

extension StepCommand {
  /// What `--only` names: phases and ids.
  func selection(_ option: Option) throws(CommandError) -> StepSelection? {
    guard let text = invocation.text(option) else { return nil }
    var selection = StepSelection(phases: [], quantities: [])
    var ids: [String: Quantity] = [:]
    for item in ArgumentReader.list(text) {
      if let phase = Phase(rawValue: item) {
        guard derivation.blocks.contains(where: { $0.phase == phase }) else {
          throw .usage(.phaseNeedsTargets(item))
        }
        selection.phases.insert(phase)
        continue
      }
      if ids.isEmpty { ids = derivation.quantitiesByID }
      guard let quantity = ids[item] else {
        let known = Phase.allCases.map(\.rawValue) + ids.keys.sorted()
        let near = Suggestion.nearest(to: item, among: known)
        throw .usage(.unknownID(item.excerpt, near, option: option.spelling))
      }
      selection.quantities.insert(quantity)
    }
    return selection
  }
}
