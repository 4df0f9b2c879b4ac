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
    examples: ["explain mazur 'new.w[h1,i1]'", "explain documents 'δ_4'"],
    run: { invocation throws(CommandError) in try StepCommand(invocation).explain() })
}

extension StepCommand {
  /// `backprop explain`: one quantity and all that it came from.
  func explain() throws(CommandError) -> ExitCode {
    let id = invocation.operands[1].text
    let names = StepNames(derivation)
    let quantities = names(id)
    guard let quantity = quantities.first else {
      throw .usage(.noSuchQuantity(id.excerpt, names.nearest(to: id)))
    }
    guard quantities.count == 1 else {
      let ids = quantities.map { derivation.symbols.id(of: $0) }
      throw .usage(.severalQuantities(id.excerpt, ids))
    }
    try document.writeText(
      originsOf: quantity, style: try invocation.style(), to: invocation.console.output)
    return exitCode
  }
}
