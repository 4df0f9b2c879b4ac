/// Why something is not a network. Layers and neurons count from 0.
public enum NetworkError: Error, Hashable, Sendable {
  /// There is no input.
  case noInputs
  /// There is no layer.
  case noLayers
  /// A layer without a neuron.
  case noNeurons(layer: Int)
  /// A neuron that has not one weight for each node of the layer before.
  case weightCount(layer: Int, neuron: Int, found: Int, expected: Int)
  /// A weight or bias that is infinite or not a number.
  case notFinite(layer: Int, neuron: Int)
  /// A layer in which some neurons have a bias and others have none.
  case someBiases(layer: Int)
  /// Two nodes would be called the same; `first` and `second` are their positions.
  case sameLabel(String, first: Int, second: Int)
  /// `softmax` anywhere but in the output layer.
  case softmaxInside(layer: Int)
  /// `step` and `sign` belong to a network of one layer.
  case thresholdInside(layer: Int, Activation)
  /// A loss that cannot stand behind an output layer with this activation.
  case unsuitedLoss(Loss, Activation)
  /// A convolution, pooling or subsampling behind nodes that lie in no maps.
  case noMaps(layer: Int)
  /// A window that does not fit on the maps before it, or moves by nothing, or whose padding is as large
  /// as itself.
  case windowDoesNotFit(layer: Int, Window, MapShape)
  /// Pooling as the output layer.
  case poolingAtEnd
  /// Subsampling that has not one neuron for each map.
  case mapCount(layer: Int, found: Int, expected: Int)
  /// A layer tied to one that is not an earlier dense layer, by its position; the other way round that
  /// layer would have to have as many neurons as there are sources, and as many sources as neurons.
  case tied(layer: Int, to: Int)
  /// A layer tied to another whose weights it says are frozen: they are that layer's.
  case tiedFrozen(layer: Int)
  /// A parameter was named that the network does not have.
  case noSuchParameter(Parameter)
}

/// Why a sample does not fit a network.
public enum SampleError: Error, Hashable, Sendable {
  /// Not one value for each input of the network.
  case inputCount(found: Int, expected: Int)
  /// Not one target for each output of the network.
  case targetCount(found: Int, expected: Int)
  /// An input or target that is infinite or not a number.
  case notFinite
  /// A target of binary cross-entropy outside [0, 1], at this position among the targets.
  case targetNotInUnitInterval(Int)
  /// A target of the hinge loss that is neither 1 nor −1, at this position among the targets.
  case targetNoSign(Int)
  /// A target of cross-entropy below 0, at this position among the targets.
  case targetNegative(Int)
  /// Targets of cross-entropy whose sum is not 1.
  case targetSum(Double)
}

extension Network {
  func checkShape() throws(NetworkError) {
    guard !inputs.isEmpty else { throw .noInputs }
    guard !layers.isEmpty else { throw .noLayers }
    let shapes = shapes
    var incoming = inputs.count
    for (l, layer) in layers.enumerated() {
      guard !layer.neurons.isEmpty || !layer.form.hasNets else { throw .noNeurons(layer: l) }
      guard layer.biasKind != nil else { throw .someBiases(layer: l) }
      let expected = try weightCount(of: l, behind: incoming, shapes[l], fits: shapes[l + 1] != nil)
      for (n, neuron) in layer.neurons.enumerated() {
        guard neuron.weights.count == expected else {
          throw .weightCount(
            layer: l, neuron: n, found: neuron.weights.count, expected: expected)
        }
        guard layer.bias(of: n).isFinite, neuron.weights.allSatisfy(\.isFinite) else {
          throw .notFinite(layer: l, neuron: n)
        }
      }
      incoming = shapes[l + 1]?.count ?? layer.neurons.count
    }
  }

  /// How many weights of its own each neuron of a layer has, behind so many nodes.
  private func weightCount(
    of l: Int, behind count: Int, _ maps: MapShape?, fits: Bool
  ) throws(NetworkError) -> Int {
    let layer = layers[l]
    func mapsSeen(through window: Window) throws(NetworkError) -> MapShape {
      guard let maps else { throw .noMaps(layer: l) }
      guard fits else { throw .windowDoesNotFit(layer: l, window, maps) }
      return maps
    }
    switch layer.form {
    case .dense: return count
    case .tied(let other):
      guard (0..<l).contains(other), layers[other].form == .dense,
        layers[other].neurons.count == count,
        layers[other].neurons[0].weights.count == layer.neurons.count
      else { throw .tied(layer: l, to: other) }
      guard !layer.frozen.contains(.weights) else { throw .tiedFrozen(layer: l) }
      return 0
    case .convolution(let window):
      return try mapsSeen(through: window).maps * window.size.rows * window.size.columns
    case .pooling(_, let window):
      _ = try mapsSeen(through: window)
      guard layer.neurons.isEmpty else {
        throw .mapCount(layer: l, found: layer.neurons.count, expected: 0)
      }
      guard l + 1 < layers.count else { throw .poolingAtEnd }
      return 0
    case .subsampling(let window):
      let maps = try mapsSeen(through: window).maps
      guard layer.neurons.count == maps else {
        throw .mapCount(layer: l, found: layer.neurons.count, expected: maps)
      }
      return 1
    }
  }

  func checkActivations() throws(NetworkError) {
    for (l, layer) in layers.enumerated() {
      if layer.activation.mixesNeurons, l + 1 < layers.count { throw .softmaxInside(layer: l) }
      if layer.activation.isThreshold, layers.count > 1 {
        throw .thresholdInside(layer: l, layer.activation)
      }
    }
    guard loss.suits(outputLayer.activation) else {
      throw .unsuitedLoss(loss, outputLayer.activation)
    }
  }

  func checkLabels() throws(NetworkError) {
    var positions: [String: Int] = [:]
    for (position, label) in labels.enumerated() {
      if let first = positions.updateValue(position, forKey: label) {
        throw .sameLabel(label, first: first, second: position)
      }
    }
  }

  /// Says what keeps a sample from going through this network.
  ///
  /// - Throws: `SampleError` with the first thing that does.
  public func check(_ sample: Sample) throws(SampleError) {
    guard sample.inputs.count == inputs.count else {
      throw .inputCount(found: sample.inputs.count, expected: inputs.count)
    }
    let targets = sample.targets ?? []
    guard (sample.inputs + targets).allSatisfy(\.isFinite) else { throw .notFinite }
    guard sample.targets != nil else { return }
    guard targets.count == outputCount else {
      throw .targetCount(found: targets.count, expected: outputCount)
    }
    switch loss.targets {
    case .any: break
    case .probabilities:
      if let k = targets.firstIndex(where: { !(0...1).contains($0) }) {
        throw .targetNotInUnitInterval(k)
      }
    case .signs:
      if let k = targets.firstIndex(where: { $0 != 1 && $0 != -1 }) { throw .targetNoSign(k) }
    case .distribution:
      if let k = targets.firstIndex(where: { $0 < 0 }) { throw .targetNegative(k) }
      let sum = targets.reduce(0, +)
      guard (sum - 1).magnitude <= 1e-9 else { throw .targetSum(sum) }
    }
  }
}
