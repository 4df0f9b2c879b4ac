internal import Derivations
internal import Documents
internal import NetworkFiles
internal import Phrases
internal import ScalarBackprop
internal import Texts

extension Command {
  static let gradcheck = Command(
    name: "gradcheck", operands: [Operand(name: "NETWORK", kind: .network)],
    summary: Phrase(
      "compare every gradient with a central difference", "用中心差分检验每个梯度"),
    examples: ["gradcheck mazur", "gradcheck relu-softmax --digits 4"],
    run: { invocation throws(CommandError) in
      let source = try NetworkSource(invocation)
      let file = source.file.ofLabelledSamples
      let check: GradientCheck
      do throws(GradientCheckError) {
        check = try invocation.console.checkGradients(
          of: file.network, on: file.samples, file.training.batchLoss)
      } catch {
        switch error {
        case .perceptron:
          throw CommandError(
            SourceError(position: file.lossPosition, phrase: .perceptronHasNoGradient),
            place: source.place)
        case .samples(let error): throw source.error(error)
        case .tooLong(let parameters, let samples):
          throw source.error(
            .gradcheckTooLong(parameters: parameters, samples: samples, GradientCheck.mostWork))
        }
      }
      let report = GradientReport(
        on: check, of: file.network, batch: (file.samples.count, file.training.batchLoss),
        in: try Exercise.notation(invocation, source),
        language: invocation.console.language, format: try invocation.numberFormat())
      report.writeText(style: try invocation.style(), to: invocation.console.output)
      if !check.loss.isFinite {
        invocation.console.note(.overflow("E"))
      } else if let row = check.rows.first(where: { !$0.analytic.isFinite }) {
        let ids = QuantityIDs(of: file.network)
        let gradient = Quantity.parameter(.gradient, row.parameter)
        invocation.console.note(.overflow(ids.id(of: gradient)))
      }
      return check.agrees ? .success : .no
    })
}
