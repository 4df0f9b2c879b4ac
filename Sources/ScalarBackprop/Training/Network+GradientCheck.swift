extension Network {
  /// Holds every gradient against central differences; the network stays as it is.
  ///
  /// - Parameters:
  ///   - samples: at least one, each with targets; all of them are one batch.
  ///   - batchLoss: whether E is their mean or their sum.
  ///   - observer: is told of each parameter that is through, counted from 1.
  /// - Throws: `GradientCheckError` where there is nothing to check.
  public func checkGradients(
    on samples: [Sample], batchLoss: BatchLoss = .mean,
    observer: ((Int) -> Void)? = nil
  ) throws(GradientCheckError) -> GradientCheck {
    do { try check(samples) } catch { throw .samples(error) }
    guard loss.hasGradient else { throw .perceptron }
    let count = NetworkPlan(self).parameterCount
    guard count * count <= GradientCheck.mostWork / samples.count else {
      throw .tooLong(parameters: count, samples: samples.count)
    }
    var training = Training()
    training.batchSize = nil
    training.batchLoss = batchLoss
    let run = TrainingRun(self, samples, training)
    var recorder = NoRecorder()
    let loss = run.differentiate(run.order.nextBatch(), &recorder)
    let gradients = Array(run.workspace.gradients)
    let largest = gradients.lazy.filter(\.isFinite).map(\.magnitude).max() ?? 0
    let tolerance = 1e-5 * max(1, loss.isFinite ? loss.magnitude : 0, largest)
    let prober = Prober(run)
    let rows = parameters.enumerated().map { p, parameter in
      let differences = GradientCheck.epsilons.map { prober.difference(at: p, $0) }
      let row = GradientCheck.Row(parameter, gradients[p], differences, tolerance) {
        let noise = loss.magnitude * .ulpOfOne
        return GradientCheck.furtherEpsilons(at: run.workspace.parameters[p])
          .filter { noise / $0 < 0.1 * tolerance }.map { prober.difference(at: p, $0) }
      }
      observer?(p + 1)
      return row
    }
    return GradientCheck(loss: loss, tolerance: tolerance, rows: rows)
  }
}

extension GradientCheck.Row {
  fileprivate init(
    _ parameter: Parameter, _ analytic: Double, _ differences: [GradientCheck.Difference],
    _ tolerance: Double, further: () -> [GradientCheck.Difference]
  ) {
    func gap(_ difference: GradientCheck.Difference) -> Double {
      (difference.value - analytic).magnitude
    }
    self.parameter = parameter
    self.analytic = analytic
    self.differences = differences
    func best(of differences: [GradientCheck.Difference]) -> GradientCheck.Difference? {
      analytic.isFinite ? differences.filter(\.isUsable).min { gap($0) < gap($1) } : nil
    }
    let usual = best(of: differences)
    let isSettled = usual.map { gap($0) <= tolerance } ?? differences.contains { $0.kink != nil }
    self.best = isSettled ? usual : best(of: differences + further())
    if let best = self.best {
      verdict = gap(best) <= tolerance ? .agrees : .disagrees
    } else if analytic.isFinite, let kink = differences.last(where: { $0.value.isFinite })?.kink {
      verdict = .kink(kink)
    } else {
      verdict = .notFinite
    }
  }
}

/// Moves one parameter at a time and looks at the loss, and at which sides of the kinks it passes.
private struct Prober {
  let run: TrainingRun
  /// The nodes whose net value has a kink at 0, and the outputs whose error has one.
  let nets: [Int]
  let errors: [Int]
  /// The nodes that put out the largest value of a window: where another takes its place is a kink.
  let pools: [Int]
  /// On which side of each kink the samples lie where nothing is moved.
  private var resting: [Int] = []

  init(_ run: TrainingRun) {
    self.run = run
    let (network, topology) = (run.network, run.network.topology)
    nets = zip(network.layers, topology.layers).flatMap { layer, nodes in
      layer.activation.hasKink ? Array(nodes) : []
    }
    errors = network.loss.kink(output: 0, target: 0) == nil ? [] : Array(topology.outputs)
    pools = zip(network.layers, topology.layers).flatMap { layer, nodes -> [Int] in
      if case .pooling(.largest, _) = layer.form { return Array(nodes) }
      return []
    }
    resting = probe().sides
  }

  /// E over all samples, and in each the sign of every kink's argument, and which node of every window is
  /// the largest.
  private func probe() -> (loss: Double, sides: [Int]) {
    var sum = 0.0
    var sides: [Int] = []
    sides.reserveCapacity(resting.count)
    let workspace = run.workspace
    var recorder = NoRecorder()
    for row in 0..<run.samples.count {
      workspace.load(row, of: run.samples)
      sum += workspace.forwardLoss(&recorder)
      for j in nets { sides.append(side(workspace.nets[j])) }
      for (k, j) in errors.enumerated() {
        let kink = run.network.loss.kink(output: workspace.outputs[j], target: workspace.targets[k])
        sides.append(side(kink ?? 1))
      }
      for j in pools { sides.append(workspace.largest(inWindowOf: j)) }
    }
    return (run.training.batchLoss.of(sum, count: run.samples.count), sides)
  }

  private func side(_ value: Double) -> Int { value == 0 ? 0 : value < 0 ? -1 : 1 }

  func difference(at p: Int, _ epsilon: Double) -> GradientCheck.Difference {
    let parameters = run.workspace.parameters
    let value = parameters[p]
    parameters[p] = value + epsilon
    let up = probe()
    parameters[p] = value - epsilon
    let down = probe()
    parameters[p] = value
    let crossed = resting.indices.first {
      up.sides[$0] != resting[$0] || down.sides[$0] != resting[$0]
    }
    return GradientCheck.Difference(
      epsilon: epsilon,
      value: (up.loss - down.loss) / ((value + epsilon) - (value - epsilon)),
      kink: crossed.map(kink))
  }

  private func kink(_ place: Int) -> GradientCheck.Kink {
    let all =
      nets.map { Quantity.net($0, .before) } + errors.map { .error($0) }
      + pools.map { .output($0, .before) }
    let (sample, n) = place.quotientAndRemainder(dividingBy: all.count)
    return GradientCheck.Kink(sample: sample, quantity: all[n])
  }
}
