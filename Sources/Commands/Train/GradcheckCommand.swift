internal import Derivations
internal import Documents
internal import NetworkFiles
internal import Phrases
internal import ScalarBackprop
internal import Texts

extension Command {
  static let gradcheck = Command(
    name: "gradcheck", operands: [Operand(name: "NETWORK")],
    summary: Phrase(
      "hold every gradient against central differences", "用中心差分检验每个梯度"),
    run: { invocation throws(CommandError) in
      let source = try NetworkSource(invocation)
      let file = source.file
      let check: GradientCheck
      do throws(GradientCheckError) {
        check = try file.network.checkGradients(
          on: file.samples, batchLoss: file.training.batchLoss)
      } catch {
        switch error {
        case .perceptron:
          throw .file(place: "backprop: \(source.place)", .perceptronHasNoGradient)
        case .samples(let error):
          throw .file(place: "backprop: \(source.place)", error.phrase)
        }
      }
      let report = GradientReport(
        on: check, of: file.network, in: try Exercise.notation(invocation, source),
        language: invocation.console.language, format: try invocation.numberFormat())
      report.writeText(style: try invocation.style(), to: invocation.console.output)
      if !check.loss.isFinite { invocation.console.note(.overflow("E")) }
      return check.agrees ? .success : .no
    })
}
