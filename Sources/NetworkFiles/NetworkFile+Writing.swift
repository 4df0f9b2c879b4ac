package import ScalarBackprop
package import Texts

extension NetworkFile {
  /// Writes the file with another network's parameters, every number as the shortest text that
  /// reads back to the same bits.
  package func write(_ network: Network, to output: TextOutput) {
    let json = JSONWriter(output, isForPeople: true)
    json.object(layout: .lines) {
      if let title { json.field("title", title) }
      if let notation { json.field("notation", notation) }
      json.write(names: network.inputs, "inputs")
      json.array("layers", layout: .lines) { for layer in network.layers { write(layer, json) } }
      json.field("loss", network.loss.rawValue)
      writeTraining(json)
      json.array("samples", layout: .lines) { for sample in samples { write(sample, json) } }
    }
  }

  private func write(_ layer: Layer, _ json: JSONWriter) {
    json.object(layout: .lines) {
      json.write(names: layer.neurons.map(\.name), "neurons")
      json.field("activation", layer.activation.rawValue)
      json.array("weights", layout: .lines) {
        for neuron in layer.neurons { json.write(neuron.weights) }
      }
      if let bias = layer.sharedBias {
        json.field("bias", bias)
      } else if layer.biasKind == .each {
        json.write(layer.neurons.map { $0.bias ?? 0 }, "biases")
      }
      guard !layer.frozen.isEmpty else { return }
      json.array("frozen") {
        for part in ParameterPart.allCases where layer.frozen.contains(part) {
          json.item(part.rawValue)
        }
      }
    }
  }

  private func writeTraining(_ json: JSONWriter) {
    json.field("learningRate", training.rule.learningRate)
    json.object("optimizer") {
      json.field("kind", training.rule.optimizer.name)
      for (constant, value) in training.rule.optimizer.constants {
        json.field(constant.rawValue, value)
      }
    }
    if training.rule.weightDecay != 0 { json.field("weightDecay", training.rule.weightDecay) }
    json.field("epochs", training.epochs)
    if let size = training.batchSize {
      json.field("batchSize", size)
    } else {
      json.field("batchSize", "all")
    }
    json.field("batchLoss", training.batchLoss.rawValue)
    if let seed = training.shuffle { json.field("shuffle", seed) }
  }

  private func write(_ sample: Sample, _ json: JSONWriter) {
    json.object {
      if let name = sample.name { json.field("name", name) }
      json.write(sample.inputs, "inputs")
      if let targets = sample.targets { json.write(targets, "targets") }
    }
  }
}

extension JSONWriter {
  fileprivate func write(_ numbers: [Double], _ key: String? = nil) {
    array(key) { for number in numbers { item(number) } }
  }

  /// Writes the names, or just their count where none has one.
  fileprivate func write(names: [String?], _ key: String) {
    let own = names.compactMap { $0 }
    guard own.count == names.count else { return field(key, names.count) }
    array(key) { for name in own { item(name) } }
  }
}
