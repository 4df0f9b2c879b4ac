package import ScalarBackprop

/// Layers of every kind behind each other, of random sizes.
package func mixedLayers(_ seed: Int) throws -> (network: Network, samples: [Sample]) {
  var random = RandomSource(seed: UInt64(seed))
  func pick<T>(_ items: [T]) -> T { items[Int(random.uniform() * Double(items.count))] }
  func weights(_ count: Int) -> [Double] { (0..<count).map { _ in 2 * random.uniform() - 1 } }
  let (maps, isLine) = (pick([1, 2]), pick([true, false, false]))
  let shape = MapShape(maps: maps, rows: isLine ? nil : pick([5, 6]), columns: pick([6, 7, 8]))
  let activations: [Activation] = [.sigmoid, .tanh, .softplus, .silu]
  let filters = pick([1, 2, 3])
  let size = Extent(rows: isLine ? 1 : 2, columns: pick([2, 3]))
  let padding = Extent(rows: 0, columns: pick([0, 1]))
  let stride = Extent(rows: 1, columns: pick([1, 2]))
  let hasBias = pick([true, false])
  let kernels = (0..<filters).map { _ in
    Neuron(
      weights: weights(maps * size.rows * size.columns), bias: hasBias ? random.uniform() : nil)
  }
  var layers = [
    Layer(
      .convolution(Window(size, stride: stride, padding: padding)), neurons: kernels,
      activation: pick(activations), sharedBias: hasBias ? nil : pick([0.2, nil]))
  ]
  let half = Window(Extent(rows: isLine ? 1 : 2, columns: 2))
  switch pick([0, 1, 2, 3]) {
  case 0: layers.append(.pooling(.largest, half))
  case 1: layers.append(.pooling(.mean, half))
  case 2:
    layers.append(
      Layer(
        .subsampling(half),
        neurons: (0..<filters).map { _ in
          Neuron(weights: weights(1), bias: random.uniform())
        }, activation: pick(activations)))
  default: break
  }
  // A layer behind them says how many nodes they end in, by what it would need.
  let nodes = nodeCount(behind: layers, shape)
  func dense(_ count: Int, from incoming: Int) -> Layer {
    Layer(
      neurons: (0..<count).map { _ in Neuron(weights: weights(incoming), bias: random.uniform())
      },
      activation: pick(activations))
  }
  layers += [dense(3, from: nodes), dense(2, from: 3)]
  let isTied = pick([true, false])
  if isTied {
    layers.append(
      Layer(
        .tied(to: layers.count - 1),
        neurons: (0..<3).map { _ in Neuron(weights: [], bias: random.uniform()) },
        activation: pick(activations)))
  }
  let samples = (0..<2).map { _ in
    Sample(inputs: weights(shape.count), targets: weights(isTied ? 3 : 2))
  }
  return (try Network(maps: shape, layers: layers), samples)
}

private func nodeCount(behind layers: [Layer], _ shape: MapShape) -> Int {
  do {
    _ = try Network(maps: shape, layers: layers + [Layer(neurons: [Neuron(weights: [])])])
    return 0
  } catch NetworkError.weightCount(_, _, _, let expected) {
    return expected
  } catch {
    return 0
  }
}
