package import ScalarBackprop
package import Texts

extension NetworkFile {
  /// Writes the file with another network's parameters, every number as the shortest text that
  /// reads back to the same bits.
  package func write(_ network: Network, to output: TextOutput) {
    output.write { buffer in
      buffer.append("{\n")
      if let title {
        buffer.append("  title: ")
        buffer.append(json: title)
        buffer.append(",\n")
      }
      if let notation { buffer.append("  notation: \"\(notation)\",\n") }
      buffer.append("  inputs: ")
      write(names: network.inputs, into: &buffer)
      buffer.append(",\n  layers: [\n")
    }
    for layer in network.layers { output.write { write(layer, into: &$0) } }
    output.write("  ],\n  loss: \"\(network.loss.rawValue)\",\n")
    output.write { writeTraining(into: &$0) }
    output.write("  samples: [\n")
    for sample in samples { output.write { write(sample, into: &$0) } }
    output.write("  ],\n}\n")
  }

  /// The names, or just their count where none has one.
  private func write(names: [String?], into buffer: inout TextBuffer) {
    let own = names.compactMap { $0 }
    guard own.count == names.count else { return buffer.append(String(names.count)) }
    buffer.append("[")
    for (n, name) in own.enumerated() {
      if n > 0 { buffer.append(", ") }
      buffer.append(json: name)
    }
    buffer.append("]")
  }

  private func write(_ numbers: [Double], into buffer: inout TextBuffer) {
    buffer.append("[")
    for (n, number) in numbers.enumerated() {
      if n > 0 { buffer.append(", ") }
      buffer.append(shortest: number)
    }
    buffer.append("]")
  }

  private func write(_ layer: Layer, into buffer: inout TextBuffer) {
    buffer.append("    { neurons: ")
    write(names: layer.neurons.map(\.name), into: &buffer)
    buffer.append(", activation: \"\(layer.activation.rawValue)\",\n      weights: [")
    for (n, neuron) in layer.neurons.enumerated() {
      if n > 0 { buffer.append(",\n                ") }
      write(neuron.weights, into: &buffer)
    }
    buffer.append("]")
    if let bias = layer.sharedBias {
      buffer.append(",\n      bias: ")
      buffer.append(shortest: bias)
    } else if layer.biasKind == .each {
      buffer.append(",\n      biases: ")
      write(layer.neurons.map { $0.bias ?? 0 }, into: &buffer)
    }
    if !layer.frozen.isEmpty {
      let parts = ParameterPart.allCases.filter { layer.frozen.contains($0) }
      let names = parts.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
      buffer.append(",\n      frozen: [\(names)]")
    }
    buffer.append(" },\n")
  }

  private func writeTraining(into buffer: inout TextBuffer) {
    func field(_ name: String, _ value: Double) {
      buffer.append("  \(name): ")
      buffer.append(shortest: value)
      buffer.append(",\n")
    }
    field("learningRate", training.rule.learningRate)
    buffer.append("  optimizer: { kind: \"\(training.rule.optimizer.name)\"")
    for (constant, value) in training.rule.optimizer.constants {
      buffer.append(", \(constant.rawValue): ")
      buffer.append(shortest: value)
    }
    buffer.append(" },\n")
    if training.rule.weightDecay != 0 { field("weightDecay", training.rule.weightDecay) }
    buffer.append("  epochs: \(training.epochs),\n")
    buffer.append("  batchSize: \(training.batchSize.map(String.init) ?? "\"all\""),\n")
    buffer.append("  batchLoss: \"\(training.batchLoss.rawValue)\",\n")
    if let seed = training.shuffle { buffer.append("  shuffle: \(seed),\n") }
  }

  private func write(_ sample: Sample, into buffer: inout TextBuffer) {
    buffer.append("    { ")
    if let name = sample.name {
      buffer.append("name: ")
      buffer.append(json: name)
      buffer.append(", ")
    }
    buffer.append("inputs: ")
    write(sample.inputs, into: &buffer)
    if let targets = sample.targets {
      buffer.append(", targets: ")
      write(targets, into: &buffer)
    }
    buffer.append(" },\n")
  }
}
