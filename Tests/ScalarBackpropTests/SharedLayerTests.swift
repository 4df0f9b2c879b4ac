import ScalarBackprop
import TestSupport
import Testing

/// Convolution, pooling and tied weights, against figures worked with 60 digits.
struct SharedLayerTests {
  /// The 5×5 image, the 2×2 kernel, pooling 2×2, one output.
  private func network(_ pooling: Pooling = .largest) throws -> Network {
    try Network(
      maps: MapShape(rows: 5, columns: 5),
      layers: [
        Layer(
          .convolution(Window(Extent(2), stride: Extent(1))),
          neurons: [Neuron(weights: [0.2, -0.1, 0.4, 0.3], bias: -0.2)]),
        .pooling(pooling, Window(Extent(2))),
        Layer(neurons: [Neuron(weights: [0.5, -0.4, 0.3, 0.6], bias: 0.1)]),
      ])
  }

  private let image = Sample(
    inputs: [
      0, 0.5, 0.5, 0, 0, 0.5, 0, 1, 0.5, 0, 0.5, 0, 0, 0, 0, 1, 0, 0.5, 0, 0, 1, 0, 0, 1, 0.5,
    ],
    targets: [1])

  private func expect(
    _ trace: Trace, _ quantities: some Sequence<Quantity>, _ values: [Double],
    within tolerance: Double = 1e-12
  ) throws {
    for (quantity, value) in zip(quantities, values) {
      let found = try #require(trace[quantity], "\(quantity)")
      #expect(abs(found - value) < tolerance, "\(quantity): \(found), expected \(value)")
    }
  }

  private func kernel(_ role: ParameterRole, layer: Int, _ count: Int) -> [Quantity] {
    (0..<count).map { .parameter(role, .shared(.weights, layer: layer, $0)) }
  }

  @Test func `one image goes through a kernel, pooling and an output`() throws {
    let trace = try network().trace(image, convention: Convention(deltaSign: .gradient))
    let net = [
      -0.05, 0.15, 0.45, 0, 0.1, -0.3, -0.05, -0.1, 0.3, -0.05, 0, -0.2, 0.4, -0.25, 0.2, 0.35,
    ]
    try expect(trace, (25..<41).map { .net($0, .before) }, net)
    try expect(
      trace, (41..<45).map { .output($0, .before) },
      [0.537429845344, 0.610639233949, 0.598687660112, 0.586617578917])
    try expect(
      trace, [.net(45, .before), .output(45, .before), .loss(.before), .delta(45)],
      [0.656036074476, 0.658369386248, 0.0583557381264, -0.0768392629886])
    try expect(
      trace, (41..<45).map { .parameter(.gradient, .weight(to: 45, from: $0)) },
      [-0.0412957132243, -0.0469210686886, -0.0460027185634, -0.0450752624202])
    var deltas = Array(repeating: 0.0, count: 16)
    (deltas[1], deltas[2]) = (-0.0095510822264, 0.0073076892994)
    (deltas[12], deltas[15]) = (-0.00553843758836, -0.0111799926661)
    try expect(trace, (25..<41).map { .delta($0) }, deltas)
    let bias = Parameter.shared(.bias, layer: 0, 0)
    try expect(
      trace, kernel(.gradient, layer: 0, 4) + [.parameter(.gradient, bias)],
      [-0.00666013405186, -0.0047755411132, -0.00941074095507, -0.0114872339098, -0.0189618231815])
    try expect(
      trace, kernel(.new, layer: 0, 4) + [.parameter(.new, bias)],
      [0.203330067026, -0.0976122294434, 0.404705370478, 0.305743616955, -0.190519088409])
    try expect(
      trace,
      (41..<45).map { .parameter(.new, .weight(to: 45, from: $0)) }
        + [.parameter(.new, .bias(45)), .output(45, .after), .loss(.after)],
      [
        0.520647856612, -0.376539465656, 0.323001359282, 0.62253763121, 0.138419631494,
        0.679497726432, 0.0513608536812,
      ])
  }

  @Test func `pooling passes the whole error to the largest, or a share to each`() throws {
    for pooling in Pooling.allCases {
      let trace = try network(pooling).trace(image)
      for p in 41..<45 {
        let error = try #require(trace[.error(p)])
        let backs = trace.network.topology.sources(of: p).map { trace[.back(from: p, to: $0)] }
        #expect(backs.count == 4)
        switch pooling {
        case .largest: #expect(backs.filter { $0 == 0 }.count == 3 && backs.contains(error))
        case .mean: #expect(backs.allSatisfy { $0 == error / 4 })
        }
        #expect(trace[.net(p, .before)] == nil && trace[.delta(p)] == nil)
      }
    }
  }

  @Test func `the names of nodes are those of their places`() throws {
    let labels = try network().labels
    #expect(labels[7] == "x.2.3" && labels[30] == "c1.2.2" && labels[43] == "p2.2.1")
    #expect(labels[45] == "46")
    let line = try Network(
      maps: MapShape(maps: 2, rows: nil, columns: 3),
      layers: [Layer(neurons: [Neuron(weights: [1, 2, 3, 4, 5, 6])])])
    #expect(line.labels == ["x.1.1", "x.1.2", "x.1.3", "x.2.1", "x.2.2", "x.2.3", "7"])
  }

  /// Two filters of 3×3×3 with padding and stride; the error that reaches their maps is given, here by an
  /// output with these weights whose own error is −1.
  @Test func `channels, filters, padding and stride give the published arrays`() throws {
    let image: [Double] = [
      0, 1, 1, 0, 2, 2, 2, 2, 2, 1, 1, 0, 0, 2, 0, 0, 1, 1, 0, 0, 1, 2, 0, 0, 2,
      1, 0, 2, 2, 0, 0, 0, 0, 2, 0, 1, 2, 1, 2, 1, 1, 0, 0, 0, 0, 1, 2, 1, 1, 1,
      2, 1, 2, 0, 0, 1, 0, 0, 1, 0, 0, 2, 1, 0, 1, 0, 1, 2, 2, 2, 2, 1, 0, 0, 1,
    ]
    let filters: [[Double]] = [
      [
        -1, 1, 0, 0, 1, 0, 0, 1, 1, -1, -1, 0, 0, 0, 0, 0, -1, 0, 0, 0, -1, 0, 1, 0, 1, -1, -1,
      ],
      [1, 1, -1, -1, -1, 1, 0, -1, 1, 0, 1, 0, -1, 0, -1, -1, 1, 0, -1, 0, 0, -1, 0, 1, -1, 0, 0],
    ]
    let errors: [Double] = [0, 1, 1, 2, 2, 2, 1, 0, 0, 1, 0, 2, 0, 0, 0, 1, 2, 1]
    let window = Window(Extent(3), stride: Extent(2), padding: Extent(1))
    let network = try Network(
      maps: MapShape(maps: 3, rows: 5, columns: 5),
      layers: [
        Layer(
          .convolution(window),
          neurons: [
            Neuron(weights: filters[0], bias: 1), Neuron(weights: filters[1], bias: 0),
          ], activation: .identity),
        Layer(neurons: [Neuron(weights: errors.map { -$0 })], activation: .identity),
      ])
    let first = try network.trace(Sample(inputs: image))
    let output = try #require(first[.output(93, .before)])
    let trace = try network.trace(
      Sample(inputs: image, targets: [output + 1]), rule: UpdateRule(learningRate: 0.1))
    try expect(
      trace, (75..<93).map { .output($0, .before) },
      [6, 7, 5, 3, -1, -1, 2, -1, 4, 2, -5, -8, 1, -4, -4, 0, -5, -5])
    try expect(trace, (75..<93).map { .error($0) }, errors.map { -$0 })
    let gradients: [Double] = [
      8, 10, 9, 5, 6, 6, 6, 5, 4, 4, 1, 4, 10, 9, 12, 2, 2, 2, 2, 2, 3, 5, 8, 5, 7, 8, 7,
      2, 2, 1, 4, 7, 3, 4, 4, 2, 0, 1, 0, 9, 5, 4, 4, 0, 0, 4, 6, 5, 2, 5, 2, 2, 1, 0,
    ]
    try expect(trace, kernel(.gradient, layer: 0, 54), gradients)
    try expect(
      trace, (0..<2).map { .parameter(.gradient, .shared(.bias, layer: 0, $0)) }, [9, 7])
    // What stands in the padding is no link.
    #expect(trace.network.topology.sources(of: 75).count == 12)
    #expect(trace[.product(to: 75, from: 2, .before)] == nil)
  }

  @Test func `a tied weight has the gradients of both its uses`() throws {
    let network = try Network(
      inputs: [nil, nil, nil],
      layers: [
        Layer(neurons: [
          Neuron(weights: [0.2, -0.1, 0.4], bias: 0.1),
          Neuron(weights: [-0.3, 0.5, 0.1], bias: -0.2),
        ]),
        Layer(.tied(to: 0), neurons: [0, 0.1, -0.1].map { Neuron(weights: [], bias: $0) }),
      ], loss: .halfSquaredError)
    let trace = try network.trace(Sample(inputs: [1, 0, 0.5], targets: [1, 0, 0.5]))
    try expect(
      trace, (5..<8).map { .output($0, .before) } + [.loss(.before)],
      [0.501920899655745, 0.557848404617673, 0.546842185159301, 0.280735911522362])
    let weights = (3..<5).flatMap { j in (0..<3).map { Parameter.weight(to: j, from: $0) } }
    try expect(
      trace, weights.map { .parameter(.gradient, $0) },
      [
        -0.0855021807705945, 0.0856474759877822, 0.00322794761035498, -0.0229675805852924,
        0.0535742098950145, 0.0172770179383087,
      ])
    #expect(network.parameters.count == 6 + 2 + 3)
    #expect(network.topology.weight(to: 6, from: 3) == .weight(to: 3, from: 1))
    #expect(trace[.parameter(.value, .weight(to: 6, from: 3))] == nil)
  }

  @Test func `a convolution is a dense layer with the same weights in place`() throws {
    var random = RandomSource(seed: 5)
    let kernel = (0..<4).map { _ in random.uniform() }
    let output = Layer(neurons: [Neuron(weights: (0..<9).map { _ in random.uniform() }, bias: 0.1)])
    let window = Window(Extent(2), stride: Extent(1))
    let filter = Layer(.convolution(window), neurons: [Neuron(weights: kernel, bias: 0.3)])
    let shape = MapShape(rows: 4, columns: 4)
    let convolution = try Network(maps: shape, layers: [filter, output])
    let rows = (0..<9).map { n in
      var row = Array(repeating: 0.0, count: 16)
      for (m, weight) in kernel.enumerated() {
        row[(n / 3 + m / 2) * 4 + n % 3 + m % 2] = weight
      }
      return Neuron(weights: row)
    }
    let dense = try Network(
      maps: shape, layers: [Layer(neurons: rows, sharedBias: 0.3), output])
    let sample = Sample(inputs: (0..<16).map { _ in random.uniform() }, targets: [1])
    let (a, b) = (try convolution.trace(sample), try dense.trace(sample))
    for j in 16..<26 {
      #expect(a[.net(j, .before)] == b[.net(j, .before)] && a[.delta(j)] == b[.delta(j)])
    }
    #expect(a[.loss(.before)] == b[.loss(.before)])
  }

  @Test func `two largest values in one window are a kink`() throws {
    let network = try Network(
      maps: MapShape(rows: nil, columns: 3),
      layers: [
        Layer(
          .convolution(Window(Extent(rows: 1, columns: 2), stride: Extent(1))),
          neurons: [Neuron(weights: [1, 0])], activation: .identity),
        .pooling(.largest, Window(Extent(rows: 1, columns: 2))),
        Layer(neurons: [Neuron(weights: [1])], activation: .identity),
      ])
    // 1·0.5 stands twice; the second weight lies on different numbers.
    let check = try network.checkGradients(on: [Sample(inputs: [0.5, 0.5, 2], targets: [0])])
    #expect(
      check.rows.contains { row in
        if case .kink(let kink) = row.verdict {
          kink.quantity == .output(5, .before)
        } else {
          false
        }
      })
    #expect(check.rows.allSatisfy { $0.verdict != .disagrees })
  }

  @Test(arguments: 0..<40)
  func `every gradient of mixed layers agrees with the central difference`(_ seed: Int) throws {
    let (network, samples) = try mixedLayers(seed)
    let check = try network.checkGradients(on: samples)
    #expect(check.agrees)
    #expect(check.rows.allSatisfy { $0.verdict == .agrees })
    #expect(check.rows.count == network.parameters.count)
  }

  @Test(arguments: 0..<20)
  func `every quantity has a place, and every place its quantity`(_ seed: Int) throws {
    let (network, samples) = try mixedLayers(seed)
    let trace = try network.trace(samples[0], rule: UpdateRule(optimizer: .usual[5]))
    var seen: Set<Quantity> = []
    for block in trace.allBlocks {
      for n in 0..<block.count {
        let quantity = trace.quantity(n, of: block)
        #expect(seen.insert(quantity).inserted)
        #expect(trace.block(of: quantity) == block)
        #expect(trace[quantity] == trace.value(n, of: block))
      }
    }
  }

  @Test(arguments: 0..<10)
  func `a training takes the steps that are traced`(_ seed: Int) throws {
    let (network, samples) = try mixedLayers(seed)
    for optimizer in Optimizer.usual {
      var training = Training()
      training.rule = UpdateRule(learningRate: 0.1, optimizer: optimizer, weightDecay: 0.01)
      training.batchSize = nil
      let trained = try network.train(on: samples, training).network
      let trace = try network.state(beforeStep: 1, of: training, on: samples).trace()
      for (parameter, value) in zip(trained.parameters, trained.parameterValues) {
        #expect(trace[.parameter(.new, parameter)] == value)
      }
    }
  }
}
