/// The loss of a network over all its samples, as a function of the two parameters that training
/// moves; all others stay as they are.
package final class LossSurface {
  /// The two parameters, in the network's order.
  package let parameters: [Parameter]
  /// Their values in the network as it was given.
  package let start: Separation.Point

  /// All samples, and how paths are gone.
  package let samples: [Sample]
  package let training: Training
  let network: Network
  /// Where the two stand among the network's parameters.
  let places: [Int]
  private let run: TrainingRun

  /// Products of parameters and samples with which a surface can be looked at in a moment.
  package static let mostProducts = 10_000

  /// Takes a network and samples that were checked for it; `nil` where training moves another number
  /// of parameters than two.
  ///
  /// - Parameters:
  ///   - training: says how the losses of samples make one, and how paths are gone.
  package init?(_ network: Network, on samples: [Sample], _ training: Training) {
    let trainable = network.trainableParameters
    let all = network.parameters
    let places = trainable.compactMap(all.firstIndex)
    guard trainable.count == 2, places.count == 2 else { return nil }
    (self.network, self.samples, self.training) = (network, samples, training)
    (parameters, self.places) = (trainable, places)
    let values = network.parameterValues
    start = Separation.Point(x: values[places[0]], y: values[places[1]])
    run = TrainingRun(network, samples, training)
  }

  /// The loss where the two parameters have these values.
  package func loss(at point: Separation.Point) -> Double {
    run.workspace.parameters[places[0]] = point.x
    run.workspace.parameters[places[1]] = point.y
    return run.evaluate().loss
  }
}

/// The way that one optimiser takes two parameters, step by step.
package struct OptimizerPath: Sendable {
  /// What turned gradients into steps.
  package let optimizer: Optimizer
  /// The parameters at the start and after every step.
  package let points: [Separation.Point]
  /// The loss over all samples at the last of them.
  package let loss: Double
  /// The step in which a number went beyond Double, if one did; it has no point.
  package let divergence: Int?
}

extension LossSurface {
  /// The path of an optimizer from the start, trained as the surface says but for the optimizer, and
  /// for so many steps at most.
  ///
  /// - Parameter rounding: as for `train`.
  package func path(
    of optimizer: Optimizer, atMost mostSteps: Int, rounding: Rounding? = nil
  ) -> OptimizerPath {
    var training = training
    training.rule.optimizer = optimizer
    let run = TrainingRun(network, samples, training, rounding)
    var points = [start]
    let end = run.toEnd { step in
      let values = run.workspace.parameters
      points.append(Separation.Point(x: values[self.places[0]], y: values[self.places[1]]))
      return step.number >= mostSteps ? .stop : .goOn
    }
    let divergence: Int? = if case .diverged(let found) = end { found.step } else { nil }
    return OptimizerPath(
      optimizer: optimizer, points: points, loss: run.evaluate().loss, divergence: divergence)
  }
}
