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
      if let maps = network.inputShape {
        json.write(maps)
      } else {
        json.write(names: network.inputs, "inputs")
      }
      let topology = network.topology
      json.array("layers", layout: .lines) {
        for (l, layer) in network.layers.enumerated() {
          write(layer, behind: topology.shape(ofLayer: l - 1), json)
        }
      }
      json.field("loss", network.loss.rawValue)
      if targetsAreInputs { json.field("targets", "inputs") }
      writeTraining(json)
      if let pretraining { write(pretraining, json) }
      json.array("samples", layout: .lines) { for sample in samples { write(sample, json) } }
      guard !validation.isEmpty else { return }
      json.array("validation", layout: .lines) { for sample in validation { write(sample, json) } }
    }
  }

  private func write(_ layer: Layer, behind maps: MapShape?, _ json: JSONWriter) {
    json.object(layout: .lines) {
      write(layer.form, of: layer, behind: maps, json)
      guard layer.form.hasNets else { return }
      json.field("activation", layer.activation.rawValue)
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

  /// What sort of layer it is, and its weights.
  private func write(
    _ form: LayerForm, of layer: Layer, behind maps: MapShape?, _ json: JSONWriter
  ) {
    if let kind = LayerKind(form) { json.field("kind", kind.rawValue) }
    let isLine = maps?.rows == nil
    switch form {
    case .dense:
      json.write(names: layer.neurons.map(\.name), "neurons")
      json.array("weights", layout: .lines) {
        for neuron in layer.neurons { json.write(neuron.weights) }
      }
    case .tied(let other):
      json.write(names: layer.neurons.map(\.name), "neurons")
      json.field("tied", other + 1)
    case .convolution(let window):
      json.write(window.size, "kernel", isLine: isLine)
      json.field("filters", layer.neurons.count)
      json.write(window.stride, "stride", isLine: isLine)
      json.write(window.padding, "padding", isLine: isLine)
      let sizes = [maps?.maps ?? 1, window.size.rows, window.size.columns]
      json.array("weights", layout: .lines) {
        for neuron in layer.neurons { json.write(neuron.weights[...], nested: sizes) }
      }
    case .pooling(_, let window), .subsampling(let window):
      json.write(window.size, "window", isLine: isLine)
      json.write(window.stride, "stride", isLine: isLine)
      if form.hasNets { json.write(layer.neurons.map { $0.weights[0] }, "weights") }
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

  private func write(_ pretraining: Pretraining, _ json: JSONWriter) {
    json.object("pretraining", layout: .lines) {
      json.field("epochs", pretraining.epochs)
      json.field("learningRate", pretraining.learningRate)
      let isTied = pretraining.decoders.contains { $0.form != .dense }
      if isTied { json.field("tied", true) }
      json.array("decoders", layout: .lines) {
        for decoder in pretraining.decoders {
          json.object {
            if !isTied {
              json.array("weights") { for neuron in decoder.neurons { json.write(neuron.weights) } }
            }
            if decoder.biasKind == .each {
              json.write(decoder.neurons.map { $0.bias ?? 0 }, "biases")
            }
            json.field("activation", decoder.activation.rawValue)
          }
        }
      }
    }
  }

  private func write(_ sample: Sample, _ json: JSONWriter) {
    json.object {
      if let name = sample.name { json.field("name", name) }
      json.write(sample.inputs, "inputs")
      if let targets = sample.targets, !targetsAreInputs { json.write(targets, "targets") }
    }
  }
}

extension LayerKind {
  /// What a layer is called; `nil` for a dense one, which needs no word.
  fileprivate init?(_ form: LayerForm) {
    switch form {
    case .dense, .tied: return nil
    case .convolution: self = .convolution
    case .pooling(.largest, _): self = .maxPooling
    case .pooling(.mean, _): self = .averagePooling
    case .subsampling: self = .subsampling
    }
  }
}

extension JSONWriter {
  fileprivate func write(_ maps: MapShape) {
    object("inputs") {
      if let rows = maps.rows { field("height", rows) }
      field(maps.rows == nil ? "length" : "width", maps.columns)
      if maps.maps > 1 { field("channels", maps.maps) }
    }
  }

  fileprivate func write(_ extent: Extent, _ key: String, isLine: Bool) {
    if isLine { return field(key, extent.columns) }
    array(key) {
      item(Double(extent.rows))
      item(Double(extent.columns))
    }
  }

  /// Lists within lists, of numbers in their flat order; a level with one entry is left out.
  fileprivate func write(_ numbers: ArraySlice<Double>, nested sizes: [Int]) {
    let sizes = sizes.dropLast().filter { $0 > 1 } + sizes.suffix(1)
    guard sizes.count > 1 else { return write(Array(numbers)) }
    let part = numbers.count / sizes[0]
    array {
      for n in 0..<sizes[0] {
        let start = numbers.startIndex + n * part
        write(numbers[start..<start + part], nested: Array(sizes.dropFirst()))
      }
    }
  }

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
