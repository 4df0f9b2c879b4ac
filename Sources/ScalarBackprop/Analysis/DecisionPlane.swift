/// What a network makes of a plane: the plane of its two inputs, or the same plane as a first hidden
/// layer of two neurons sees it.
public struct DecisionPlane: Sendable {
  /// The line a·x + b·y + c = 0 on which the net value of a neuron is 0.
  public struct Line: Hashable, Sendable {
    /// The neuron's position in the network.
    public let node: Int
    /// The line's coefficients: the neuron's two weights and its bias.
    public let a, b, c: Double
  }

  /// The plane's part that is looked at, in its two values' own units.
  public let x, y: ClosedRange<Double>
  /// The classes that the samples' targets tell, if they tell any.
  public let classes: Classes?
  /// Where each sample lies, and the class of its targets, counted from 0.
  public let samples: [(point: Separation.Point, class: Int)]
  /// The class of each place; `nil` where there are none.
  public let regions: DecisionRegions?
  /// The lines of the next layer's neurons; none of softmax neurons, whose net values decide only
  /// against each other.
  public let lines: [Line]
  /// Lines of equal inputs as they lie in the plane; none in the plane of the inputs.
  public let grid: [[Separation.Point]]
  /// Whether a straight line keeps two classes apart; `nil` where there are more, where a sample lies
  /// beyond Double, or where that cannot be found out in a moment.
  public let isSeparable: Bool?

  /// Parameters of a network that can be asked in a moment for each place of a plane.
  public static let mostParameters = 100_000

  private static func isAskable(_ network: Network) -> Bool {
    network.inputs.count == 2 && network.isDense
      && NetworkPlan(network).parameterCount <= mostParameters
  }

  /// The plane of the inputs; `nil` where they are not two, or where the network is too large.
  public init?(inputsOf network: Network, on samples: [Sample]) {
    guard DecisionPlane.isAskable(network) else { return nil }
    let points = samples.map { Separation.Point(x: $0.inputs[0], y: $0.inputs[1]) }
    self.init(
      network, Classes(of: samples), samples, points, grid: [], margin: 0.15,
      firstNode: network.topology.neurons.lowerBound)
  }

  /// The plane as the first hidden layer sees it; `nil` where that has not two neurons, where there is
  /// none, or where the network is too large.
  public init?(hiddenLayerOf network: Network, on samples: [Sample]) {
    guard DecisionPlane.isAskable(network), network.layers[0].neurons.count == 2,
      let rest = try? network.part(behind: 0)
    else { return nil }
    let evaluator = Evaluator(network)
    func seen(_ x: Double, _ y: Double) -> Separation.Point {
      let outputs = evaluator.outputs(for: [x, y], ofLayer: 0)
      return Separation.Point(x: outputs[0], y: outputs[1])
    }
    let points = samples.map { seen($0.inputs[0], $0.inputs[1]) }
    let (x, y) = (
      ClosedRange.around(samples.map { $0.inputs[0] }, margin: 0.15),
      ClosedRange.around(samples.map { $0.inputs[1] }, margin: 0.15)
    )
    let upright = x.steps(DecisionPlane.gridLines).map { x in
      y.steps(DecisionPlane.gridPoints).map { seen(x, $0) }
    }
    let level = y.steps(DecisionPlane.gridLines).map { y in
      x.steps(DecisionPlane.gridPoints).map { seen($0, y) }
    }
    self.init(
      rest, Classes(of: samples), samples, points,
      grid: (upright + level).filter { $0.allSatisfy(\.isFinite) },
      margin: 0.05, firstNode: network.topology.layers[1].lowerBound)
  }

  private static let (gridLines, gridPoints, cells) = (12, 48, 90)

  private init(
    _ network: Network, _ classes: Classes?, _ samples: [Sample], _ points: [Separation.Point],
    grid: [[Separation.Point]], margin: Double, firstNode: Int
  ) {
    self.classes = classes
    self.grid = grid
    let placed = zip(points, samples).map {
      (point: $0, class: classes?.number(of: $1.targets ?? []) ?? 0)
    }
    self.samples = placed
    let all = points + grid.joined()
    (x, y) = (
      ClosedRange.around(all.map(\.x), margin: margin),
      ClosedRange.around(all.map(\.y), margin: margin)
    )
    let (x, y) = (x, y)
    regions = classes.map { DecisionRegions(network, $0, x: x, y: y, cells: DecisionPlane.cells) }
    lines = DecisionPlane.lines(of: network.layers[0], firstNode: firstNode)
    let isFinite = points.allSatisfy(\.isFinite)
    let sets = (0..<2).map { number in placed.filter { $0.class == number }.map(\.point) }
    isSeparable =
      classes?.count == 2 && isFinite ? Separation.isPossible(sets[0], sets[1]) : nil
  }

  /// The lines of the first layer's neurons in the plane of a network's two inputs.
  package static func lines(ofInputsOf network: Network) -> [Line] {
    lines(of: network.layers[0], firstNode: network.topology.neurons.lowerBound)
  }

  private static func lines(of layer: Layer, firstNode: Int) -> [Line] {
    guard !layer.activation.mixesNeurons else { return [] }
    return layer.neurons.enumerated().map { n, neuron in
      Line(
        node: firstNode + n, a: neuron.weights[0], b: neuron.weights[1], c: layer.bias(of: n))
    }
  }
}

extension Separation.Point {
  /// Whether it lies somewhere.
  fileprivate var isFinite: Bool { x.isFinite && y.isFinite }
}
