internal import Derivations
package import ScalarBackprop
package import Texts

/// A training as JSON or CSV, written step by step while it runs, so that any number of steps takes
/// no memory.
package final class TrainingData {
  private let output: TextOutput
  /// Nothing where it is CSV that is written.
  private let json: JSONWriter?

  /// Whether there are stages before the training of the whole network.
  private let hasStages: Bool
  /// Whether there are held-out samples.
  private let validates: Bool
  private var stage = 1

  /// Writes what stands before the first stage.
  ///
  /// - Parameters:
  ///   - isJSON: else CSV.
  ///   - hasStages: whether stages come before the training of the whole network.
  ///   - validates: whether that one has held-out samples.
  package init(isJSON: Bool, hasStages: Bool, validates: Bool, to output: TextOutput) {
    self.output = output
    self.hasStages = hasStages
    self.validates = validates
    json = isJSON ? JSONWriter(output) : nil
    guard let json else {
      let last = validates ? ",validationLoss" : ""
      output.write((hasStages ? "stage," : "") + "step,epoch,loss\(last)\n")
      return
    }
    json.openObject(layout: .lines)
    json.field("format", "backprop-training")
    json.field("version", 1)
    if hasStages { json.openArray("stages", layout: .lines) }
  }

  /// Begins the steps of a stage, counted from 1; without a layer those of the whole network.
  package func begin(stage number: Int, layer: Int? = nil) {
    stage = number
    guard let json else { return }
    if let layer {
      json.openObject(layout: .lines)
      json.field("layer", layer)
    } else if hasStages {
      json.close()
    }
    json.openArray("steps", layout: .lines)
  }

  /// Writes a step.
  package func add(_ step: TrainingStep) {
    guard let json else {
      return output.write { buffer in
        if hasStages { buffer.append("\(stage),") }
        buffer.append("\(step.number),\(step.epoch),")
        buffer.append(shortest: step.loss)
        if validates { buffer.append(",") }
        if let loss = step.validationLoss, loss.isFinite { buffer.append(shortest: loss) }
        buffer.append("\n")
      }
    }
    json.object {
      json.field("step", step.number)
      json.field("epoch", step.epoch)
      json.field("loss", step.loss)
      if let correct = step.evaluation?.correct { json.field("correct", correct) }
      if let loss = step.validationLoss { json.field("validationLoss", loss) }
    }
  }

  /// Ends the document behind a stage that did not come to its end.
  package func endWithoutWhole() {
    guard let json else { return }
    json.close()
    json.openArray("steps")
    json.close()
    json.field("final", nil)
    json.close()
  }

  /// Writes what a training came to; that of the whole network ends the document.
  package func end(_ result: TrainingResult) {
    guard let json else { return }
    let ids = QuantityIDs(of: result.network)
    json.close()
    json.object("final", layout: .lines) {
      json.field("loss", result.loss)
      if let validation = result.validation {
        json.field("validationLoss", validation.evaluation.loss)
      }
      json.object("parameters", layout: .lines) {
        for (parameter, value) in zip(result.network.parameters, result.network.parameterValues) {
          json.field(ids.id(of: parameter), value)
        }
      }
    }
    if let divergence = result.divergence {
      json.object("diverged") {
        json.field("step", divergence.step)
        json.field("quantity", ids.id(of: divergence.quantity))
      }
    } else {
      json.field("diverged", nil)
    }
    json.close()
  }
}
