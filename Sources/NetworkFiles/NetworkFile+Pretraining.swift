package import ScalarBackprop
internal import Texts

// The stages of a pre-training, each as a file of its own: a hidden layer and its decoder, with what
// comes into the layer as inputs and targets.

extension NetworkFile {
  /// How many stages its pre-training has; 0 where it says nothing of one.
  package var stageCount: Int { pretraining == nil ? 0 : network.hiddenLayerCount }

  /// A stage, on what the layers before it make of all samples, those without targets included.
  ///
  /// - Parameters:
  ///   - number: of the hidden layer, counted from 1; the layers before it should have been trained.
  ///   - rounding: as for a training.
  /// - Throws: `NetworkError` where trained numbers make no network.
  package func stage(
    _ number: Int, rounding: Rounding?
  ) throws(NetworkError) -> NetworkFile {
    guard let pretraining else { preconditionFailure("no pre-training") }
    let layer = number - 1
    var stage = self
    stage.network = try network.stage(layer, decoder: pretraining.decoders[layer])
    stage.training = pretraining.training
    stage.pretraining = nil
    stage.validation = []
    stage.targetsAreInputs = true
    stage.typedLearningRate = typedStageRate
    let evaluator = layer == 0 ? nil : Evaluator(network, rounding: rounding)
    stage.samples = samples.map { sample in
      let inputs =
        evaluator?.outputs(for: sample.inputs, ofLayer: layer - 1) ?? sample.inputs
      return Sample(name: sample.name, inputs: inputs, targets: inputs)
    }
    // Codes are worked out, not typed.
    stage.typedSamples =
      layer > 0 ? [] : typedSamples.map { TypedSample(inputs: $0.inputs, targets: $0.inputs) }
    stage.typedParameters = typedParameters(ofStage: layer, stage.network)
    return stage
  }

  /// How the numbers of a stage were typed: the layer's, which no stage before has moved, and its
  /// decoder's.
  private func typedParameters(ofStage layer: Int, _ stage: Network) -> [Parameter: String] {
    let (topology, own) = (network.topology, stage.topology)
    var typed: [Parameter: String] = [:]
    for part in ParameterPart.allCases {
      let count = part == .weights ? own.weightCount(ofLayer: 0) : own.biasCount(ofLayer: 0)
      for n in 0..<count {
        typed[own.parameter(n, part, ofLayer: 0)] =
          typedParameters[topology.parameter(n, part, ofLayer: layer)]
      }
    }
    for (n, text) in (typedDecoders[layer].weights ?? []).enumerated() {
      typed[own.parameter(n, .weights, ofLayer: 1)] = text
    }
    for (n, text) in (typedDecoders[layer].biases ?? []).enumerated() {
      typed[own.parameter(n, .bias, ofLayer: 1)] = text
    }
    return typed
  }

  /// Takes over what a stage has made of its hidden layer.
  package mutating func adopt(_ trained: Network, fromStage number: Int) throws(NetworkError) {
    network = try network.replacing(trained.layers[0], at: number - 1)
    // What has moved is no longer what was typed.
    let layer = number - 1
    let topology = network.topology
    typedParameters = typedParameters.filter {
      topology.layer(of: $0.key) != layer
        || network.layers[layer].frozen.contains($0.key.part)
    }
  }

  /// Leaves the hidden layers as they are, whatever is trained.
  package mutating func freezeHiddenLayers() throws(NetworkError) {
    for l in 0..<network.hiddenLayerCount {
      var layer = network.layers[l]
      layer.frozen = Set(ParameterPart.allCases)
      network = try network.replacing(layer, at: l)
    }
  }

  /// The file with those samples only that have targets; all of them where none has, or none need.
  package var ofLabelledSamples: NetworkFile {
    let labelled = samples.indices.filter { samples[$0].targets != nil }
    guard pretraining != nil, !labelled.isEmpty, labelled.count < samples.count else { return self }
    var file = self
    file.samples = labelled.map { samples[$0] }
    file.typedSamples = labelled.map { typedSamples[$0] }
    file.samplePositions = labelled.map { samplePositions[$0] }
    return file
  }
}
