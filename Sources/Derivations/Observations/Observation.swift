package import ScalarBackprop

/// Something about a step or its network that a teacher would point at, with the numbers that show
/// it.
package enum Observation: Hashable, Sendable {
  // MARK: The step

  /// η is 0: nothing moves.
  case idleLearningRate
  /// Downhill, and yet the loss grew, from one to the other: the step was longer than the slope holds.
  case overshoot(from: Double, to: Double)
  /// A sigmoid or tanh neuron works where it is flat: its net value, and the slope there; of several
  /// samples, where it is steepest.
  case saturated(node: Int, net: Double, slope: Double)
  /// A ReLU neuron puts out 0 and learns nothing: its net value; of several samples, the largest.
  case silent(node: Int, net: Double)
  /// The largest |δ| of each layer, last one first.
  case course([Double], Course)
  /// The gradients of all samples all but cancel: the largest of them together, and of one of them.
  case cancelling(batch: Double, sample: Double)

  /// Of the windows of a max-pooling layer, counted from 0, these nodes are the largest.
  case winners(layer: Int, nodes: [Int])
  /// In the window of a node the largest value occurs so many times; these nodes have it.
  case tie(window: Int, nodes: [Int])

  // MARK: The network

  /// A layer, counted from 0, uses so many parameters at so many positions each; a dense layer between
  /// the same nodes would need so many.
  case shared(layer: Int, parameters: Int, positions: Int, dense: Int)
  /// A layer uses so many weights of an earlier one again.
  case tied(layer: Int, to: Int, weights: Int)
  /// No window of a layer sees so many nodes before it: what remains at the end, or lies between them.
  case unseen(layer: Int, nodes: Int, isBetween: Bool)
  /// An autoencoder whose narrowest hidden layer is as wide as its inputs, or wider.
  case noCompression(neurons: Int, inputs: Int)
  /// Neurons of a layer with the same weights, in and out, have the same δ, and stay alike.
  case alike(nodes: [Int])
  /// Linear layers behind each other, counted from 0, are one linear layer; `nil` for one too large
  /// to be multiplied out.
  case linearLayers(ClosedRange<Int>, AffineMap?)
  /// The only layer has no bias: at inputs of 0 every net value is 0, whatever the weights.
  case throughOrigin

  // MARK: The network on all its samples

  /// A ReLU neuron that is silent for every sample, so many of them.
  case dead(node: Int, samples: Int)
  /// The best weights are known without any descent.
  case leastSquares(LeastSquares)
  /// Where the class changes on the line of the only input.
  case decisionPoints(DecisionPoints)
  /// No single neuron can tell the classes of so many inputs apart.
  case notSeparable(inputs: Int)
  /// What each neuron of the first layer makes of the only input, and where: where its net value is 0.
  case turns(Turn, [Place])
  /// The sizes of the hidden layers that put regions of two inputs together from straight lines.
  case lines([Int])
  /// How many of the samples are classified correctly.
  case classified(Int, of: Int)

  /// What a neuron's output does over the only input where its net value is 0.
  package enum Turn: Hashable, Sendable {
    /// It is steepest.
    case step
    /// It is straight on both sides.
    case kink
    /// It bends somewhere near.
    case bend
  }

  /// A hidden neuron, and the value of the only input at which its net value is 0.
  package struct Place: Hashable, Sendable {
    /// The neuron's position in the network.
    package let node: Int
    /// In the input's own unit.
    package let place: Double

    /// Names a neuron by its position, and the place in the input's own unit.
    package init(node: Int, place: Double) {
      self.node = node
      self.place = place
    }
  }

  /// What becomes of δ on its way back through the layers.
  package enum Course: Hashable, Sendable {
    /// From layer to layer it is smaller, and at last less than a tenth.
    case shrinks
    /// It arrives about as large as it left.
    case arrives
    /// At last it is more than ten times as large.
    case grows
  }
}

extension Derivation {
  /// What is worth noticing about the step and its network.
  ///
  /// - Parameter samples: all that the network is trained on; those with targets say more.
  package func observations(on samples: [Sample] = []) -> [Observation] {
    let dead = deadNeurons(on: samples)
    // Where the lowest point is known there is no plateau.
    let closedForm = closedForm(on: samples)
    let isWhole = trace.samples.count == samples.count
    return idleness + dead.map { .dead(node: $0, samples: samples.count) }
      + flatNeurons(except: dead) + overshoot + courseOfDelta
      + (isWhole && closedForm.isEmpty ? cancelling : []) + alikeNeurons + linearLayers
      + winners + sharing + noCompression(on: samples)
      + throughOrigin(on: samples) + closedForm + classObservations(on: samples)
  }
}
