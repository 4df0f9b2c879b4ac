internal import Derivations
package import ScalarBackprop
package import Texts

/// A training as JSON or CSV, written step by step while it runs, so that any number of steps takes
/// no memory.
package final class TrainingData {
  private let output: TextOutput
  private let isJSON: Bool
  private var isFirst = true

  /// Writes what stands before the steps.
  package init(isJSON: Bool, to output: TextOutput) {
    self.output = output
    self.isJSON = isJSON
    output.write(
      isJSON
        ? "{\n  \"format\": \"backprop-training\",\n  \"version\": 1,\n  \"steps\": ["
        : "step,epoch,loss\n")
  }

  /// Writes a step.
  package func add(_ step: TrainingStep) {
    output.write { buffer in
      if isJSON {
        buffer.append(isFirst ? "\n" : ",\n")
        buffer.append("    { \"step\": \(step.number), \"epoch\": \(step.epoch), \"loss\": ")
        buffer.append(shortest: step.loss)
        if let correct = step.evaluation?.correct { buffer.append(", \"correct\": \(correct)") }
        buffer.append(" }")
      } else {
        buffer.append("\(step.number),\(step.epoch),")
        buffer.append(shortest: step.loss)
        buffer.append("\n")
      }
    }
    isFirst = false
  }

  /// Writes what the training came to.
  package func end(_ result: TrainingResult) {
    guard isJSON else { return }
    let ids = QuantityIDs(of: result.network)
    output.write { buffer in
      buffer.append(isFirst ? "],\n" : "\n  ],\n")
      buffer.append("  \"final\": { \"loss\": ")
      buffer.append(shortest: result.loss)
      buffer.append(", \"parameters\": {")
      let parameters = zip(result.network.parameters, result.network.parameterValues)
      for (n, (parameter, value)) in parameters.enumerated() {
        buffer.append(n == 0 ? "\n    " : ",\n    ")
        buffer.append(json: ids.id(of: parameter))
        buffer.append(": ")
        buffer.append(shortest: value)
      }
      buffer.append(" } },\n  \"diverged\": ")
      if let divergence = result.divergence {
        buffer.append("{ \"step\": \(divergence.step), \"quantity\": ")
        buffer.append(json: ids.id(of: divergence.quantity))
        buffer.append(" }")
      } else {
        buffer.append("null")
      }
      buffer.append("\n}\n")
    }
  }
}
