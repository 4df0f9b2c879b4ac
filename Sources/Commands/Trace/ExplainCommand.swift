internal import Derivations
internal import Documents
internal import Phrases
internal import ScalarBackprop
internal import Texts

extension Command {
  static let explain = Command(
    name: "explain", operands: [Operand(name: "NETWORK", kind: .network), Operand(name: "ID")],
    options: Option.stepOfTraining + Option.overrides,
    summary: Phrase(
      "show one quantity and everything it was computed from: 'explain mazur new.w[h1,i1]'",
      "展示一个量及其全部来源：'explain mazur new.w[h1,i1]'"),
    run: { invocation throws(CommandError) in try StepCommand(invocation).explain() })
}

extension StepCommand {
  /// `backprop explain`: one quantity and all that it came from.
  func explain() throws(CommandError) -> ExitCode {
    let id = invocation.operands[1].text
    let known = derivation.quantitiesByID
    guard let quantity = known[id.trimmed] else {
      let near = Suggestion.nearest(to: id, among: known.keys.sorted())
      throw .usage(.noSuchQuantity(id.excerpt, near))
    }
    try document.writeText(
      originsOf: quantity, style: try invocation.style(), to: invocation.console.output)
    return exitCode
  }
}
