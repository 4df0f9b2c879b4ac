internal import Derivations
package import ScalarBackprop
package import Texts

/// A training as JSON or CSV, written step by step while it runs, so that any number of steps takes
/// no memory.
package final class TrainingData {
  private let output: TextOutput
  /// Nothing where it is CSV that is written.
  private let json: JSONWriter?

  /// Writes what stands before the steps.
  package init(isJSON: Bool, to output: TextOutput) {
    self.output = output
    json = isJSON ? JSONWriter(output) : nil
    guard let json else {
      output.write("step,epoch,loss\n")
      return
    }
    json.openObject(layout: .lines)
    json.field("format", "backprop-training")
    json.field("version", 1)
    json.openArray("steps", layout: .lines)
  }

  /// Writes a step.
  package func add(_ step: TrainingStep) {
    guard let json else {
      return output.write { buffer in
        buffer.append("\(step.number),\(step.epoch),")
        buffer.append(shortest: step.loss)
        buffer.append("\n")
      }
    }
    json.object {
      json.field("step", step.number)
      json.field("epoch", step.epoch)
      json.field("loss", step.loss)
      if let correct = step.evaluation?.correct { json.field("correct", correct) }
    }
  }

  /// Writes what the training came to.
  package func end(_ result: TrainingResult) {
    guard let json else { return }
    let ids = QuantityIDs(of: result.network)
    json.close()
    json.object("final", layout: .lines) {
      json.field("loss", result.loss)
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
