// TrainingBenchmark SHAPE EPOCHS: the counterpart of training.c, through the engine's public entry.
// TrainingBenchmark SHAPE TRACES trace: nanoseconds a recorded sample, and quantities in it.
// A shape is 2-8-8-1, or that of convolution.c: 28x5x6, the side, the kernel's and the filters.

import ScalarBackprop

let word = CommandLine.arguments[1]
let isConvolution = word.contains("x")
let shape = word.split(separator: isConvolution ? "x" : "-").map { Int($0)! }
let repeats = Int(CommandLine.arguments[2])!

var p = 0
@MainActor
func parameter() -> Double {
  defer { p += 1 }
  return Double((p * 37 + 11) % 64 - 32) / 64
}
@MainActor
func layer(_ size: Int, of incoming: Int, _ form: LayerForm = .dense) -> Layer {
  var neurons = (0..<size).map { _ in
    Neuron(weights: (0..<incoming).map { _ in parameter() })
  }
  for n in neurons.indices { neurons[n].bias = parameter() }
  return Layer(form, neurons: neurons)
}
@MainActor
func convolution(_ side: Int, _ size: Int, _ filters: Int) throws -> Network {
  let window = Window(Extent(size), stride: Extent(1))
  let positions = side - size + 1
  return try Network(
    maps: MapShape(rows: side, columns: side),
    layers: [
      layer(filters, of: size * size, .convolution(window)),
      layer(1, of: filters * positions * positions),
    ])
}
let network =
  isConvolution
  ? try convolution(shape[0], shape[1], shape[2])
  : try Network(
    inputs: Array(repeating: nil, count: shape[0]),
    layers: zip(shape, shape.dropFirst()).map { layer($1, of: $0) })
let (inputs, outputs) = (network.inputs.count, network.outputCount)
let samples = (0..<4).map { row in
  Sample(
    inputs: (0..<inputs).map { Double(((row * inputs + $0) * 13 + 5) % 16) / 16 },
    targets: (0..<outputs).map { Double((row * outputs + $0) % 2) })
}

func nanoseconds(_ duration: Duration) -> Double {
  let (seconds, attoseconds) = duration.components
  return Double(seconds) * 1e9 + Double(attoseconds) / 1e9
}

if CommandLine.arguments.count > 3 {
  // What one more sample costs in a traced batch, which leaves out what is done once a trace; few
  // samples, or the memory of a batch would go back to the system and come again every time.
  var training = Training()
  training.batchSize = nil
  func time(_ batch: Int) throws -> Double {
    let all = (0..<batch).map { samples[$0 % 4] }
    let state = try network.state(beforeStep: 1, of: training, on: all)
    return nanoseconds(
      ContinuousClock().measure { for _ in 0..<repeats { _ = state.trace() } })
  }
  let (few, many) = (try time(1), try time(9))
  let count = try network.trace(samples[0]).blocks.reduce(0) { $0 + $1.count }
  print((many - few) / Double(8 * repeats), count)
} else {
  var training = Training()
  training.epochs = repeats
  var bits: UInt64 = 0
  var result: TrainingResult?
  let time = try ContinuousClock().measure {
    result = try network.train(on: samples, training)
  }
  let steps = result?.steps ?? 0
  for layer in result?.network.layers ?? [] {
    for neuron in layer.neurons {
      for value in neuron.weights + [neuron.bias ?? 0] { bits &+= value.bitPattern }
    }
  }
  print(nanoseconds(time) / Double(steps), String(bits, radix: 16))
}
