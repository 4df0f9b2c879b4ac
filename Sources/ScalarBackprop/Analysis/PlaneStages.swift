/// How the first hidden layer of a network with two inputs moves their plane, stage by stage: what the
/// weights make of it, then the biases, then the activation function.
package struct PlaneStages {
  /// A stage of the plane.
  package enum Stage: CaseIterable, Hashable, Sendable {
    /// The inputs x.
    case inputs
    /// W·x.
    case weighted
    /// W·x + b, the net values.
    case shifted
    /// f(W·x + b), what the layer puts out.
    case bent
  }

  /// What the weights do to areas.
  package enum Orientation: Hashable, Sendable {
    /// W has a positive determinant.
    case kept
    /// Left and right change places.
    case mirrored
    /// The rows of W are almost multiples of each other: the plane becomes almost a line.
    case pressed
    /// W is singular: the plane becomes a line or a point.
    case flattened
  }

  /// The classes that the samples' targets tell, if they tell any.
  package let classes: Classes?
  /// What f is.
  package let activation: Activation
  /// The lines on which net values of the next layer are 0, in the plane of the last stage.
  package let cuts: [DecisionPlane.Line]

  private let samples: [Sample]
  private let weights: [[Double]]
  private let biases: [Double]

  /// `nil` where there are not two inputs and behind them a hidden layer of two neurons.
  package init?(_ network: Network, on samples: [Sample]) {
    guard let plane = DecisionPlane(hiddenLayerOf: network, on: samples) else { return nil }
    let layer = network.layers[0]
    classes = plane.classes
    cuts = plane.lines
    activation = layer.activation
    self.samples = samples
    weights = layer.neurons.map(\.weights)
    biases = layer.neurons.indices.map(layer.bias)
  }

  /// Whether there is something to be shifted by.
  package var hasShift: Bool { biases != [0, 0] }

  /// A plane that becomes about so many times as long as it is wide looks like a line.
  private static let pressed = 1.0 / 40

  /// What the weights do to areas.
  package var orientation: Orientation {
    let (a, b) = (weights[0][0] * weights[1][1], weights[0][1] * weights[1][0])
    // What rounding leaves over of two products that are the same is 0.
    if (a - b).magnitude <= 1e-12 * max(a.magnitude, b.magnitude) { return .flattened }
    let size = weights.joined().reduce(0) { $0 + $1 * $1 }
    if (a - b).magnitude < PlaneStages.pressed * size { return .pressed }
    return a > b ? .kept : .mirrored
  }

  /// Where inputs lie at a stage.
  package func place(of input: Separation.Point, at stage: Stage) -> Separation.Point {
    guard stage != .inputs else { return input }
    func sum(_ j: Int) -> Double { weights[j][0] * input.x + weights[j][1] * input.y }
    let weighted = Separation.Point(x: sum(0), y: sum(1))
    return move(weighted, from: .weighted, to: stage)
  }

  /// Where a place of the second stage or the third lies at a later one.
  private func move(
    _ point: Separation.Point, from stage: Stage, to end: Stage
  ) -> Separation.Point {
    var point = point
    if stage == .weighted, end != .weighted {
      point = Separation.Point(x: point.x + biases[0], y: point.y + biases[1])
    }
    guard stage != .bent, end == .bent else { return point }
    return Separation.Point(x: activation.value(at: point.x), y: activation.value(at: point.y))
  }

  /// Where the samples lie at a stage, and the classes of their targets.
  package func samples(at stage: Stage) -> [(point: Separation.Point, class: Int)] {
    samples.map { sample in
      let input = Separation.Point(x: sample.inputs[0], y: sample.inputs[1])
      return (place(of: input, at: stage), classes?.number(of: sample.targets ?? []) ?? 0)
    }
  }

  /// Lines of equal inputs, as they lie at a stage.
  package func grid(at stage: Stage) -> [[Separation.Point]] {
    let (x, y) = (range { $0[0] }, range { $0[1] })
    let upright = x.steps(PlaneStages.gridLines).map { x in
      y.steps(PlaneStages.gridPoints).map { Separation.Point(x: x, y: $0) }
    }
    let level = y.steps(PlaneStages.gridLines).map { y in
      x.steps(PlaneStages.gridPoints).map { Separation.Point(x: $0, y: y) }
    }
    return (upright + level).map { line in line.map { place(of: $0, at: stage) } }
  }

  private func range(_ value: ([Double]) -> Double) -> ClosedRange<Double> {
    .around(samples.map { value($0.inputs) }, margin: 0.15)
  }

  private static let (gridLines, gridPoints, cells) = (8, 48, 60)

  /// Where a stage's places lie that come to a cut at the end.
  ///
  /// - Parameters:
  ///   - cut: one of `cuts`.
  ///   - x: the part of the stage's plane that is looked at, as `y`.
  package func line(
    of cut: DecisionPlane.Line, at stage: Stage, x: ClosedRange<Double>, y: ClosedRange<Double>
  ) -> [[Separation.Point]] {
    let levels = LevelLines(x: x, y: y, columns: PlaneStages.cells, rows: PlaneStages.cells) {
      let point = Separation.Point(x: $0, y: $1)
      let end =
        stage == .inputs
        ? place(of: point, at: .bent) : move(point, from: stage, to: .bent)
      return cut.a * end.x + cut.b * end.y + cut.c
    }
    return levels.lines(at: 0)
  }

  /// A square of a stage's plane that holds the samples and the grid; the second stage and the third
  /// have one and the same, in which the shift shows.
  package func window(of stage: Stage) -> (x: ClosedRange<Double>, y: ClosedRange<Double>) {
    let isBetween = stage == .weighted || stage == .shifted
    let points = (isBetween ? [Stage.weighted, .shifted] : [stage]).flatMap { stage in
      grid(at: stage).joined() + samples(at: stage).map(\.point)
    }
    let (x, y) = (
      ClosedRange.around(points.map(\.x), margin: 0.06),
      ClosedRange.around(points.map(\.y), margin: 0.06)
    )
    let side = max(x.upperBound - x.lowerBound, y.upperBound - y.lowerBound)
    return (x.widened(to: side), y.widened(to: side))
  }
}
