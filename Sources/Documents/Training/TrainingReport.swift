package import Derivations
internal import Phrases
package import ScalarBackprop
package import Texts

/// What a training came to: the loss at sensible steps, its curve, the outputs and parameters at the
/// end, and what is worth noticing about them.
package struct TrainingReport {
  let title: String
  let samples: [Sample]
  let training: Training
  /// The network before the training, and its names in a notation.
  let first: Network
  let symbols: Symbols
  /// What the training came to.
  package let result: TrainingResult
  let history: TrainingHistory
  let language: Language
  let format: NumberFormat
  /// The numeric policy in words, where it is one by hand.
  package var policy: String?
  /// How the learning rate was typed, to be echoed so.
  package var typedLearningRate: String?
  /// Whether the file by itself asks for no more than one epoch.
  package var isShort = false
  /// The stage of a pre-training that it is, counted from 1; `nil` for the training of the whole network.
  package var stage: Int?
  /// The stages that went before.
  package var stages: [TrainingReport] = []
  /// Whether the layers that the stages trained stay as they are.
  package var areHiddenLayersFrozen = false
  /// How many samples have no targets, and are left to the stages.
  package var unlabelled = 0
  /// The samples that are held out.
  package var heldOut: [Sample] = []
  /// One more step from where the training ended, on all samples, to be looked at; `nil` where that
  /// would be too large.
  package var end: Derivation?

  /// How error terms fade on their way back, where stages went before.
  package var fading: Fading?

  /// The largest |δ| of each layer, the last one first, before a training and, had there been no stages,
  /// without them.
  package struct Fading: Sendable {
    let without: [Double]
    let with: [Double]

    /// Compares two networks of as many layers.
    package init(without: [Double], with: [Double]) {
      self.without = without
      self.with = with
    }
  }

  /// Makes the report on a training that has ended.
  ///
  /// - Parameters:
  ///   - first: the network before it.
  ///   - notation: the letters, labels and signs of parameters.
  package init(
    title: String, first: Network, samples: [Sample], training: Training, result: TrainingResult,
    history: TrainingHistory, notation: Notation, language: Language, format: NumberFormat
  ) {
    self.title = title
    self.first = first
    symbols = Symbols(of: first, in: notation)
    self.samples = samples
    self.training = training
    self.result = result
    self.history = history
    self.language = language
    self.format = format
  }

  /// The training as a picture.
  ///
  /// - Parameter isLogarithmic: whether losses stand on a logarithmic scale.
  package func writePlot(isLogarithmic: Bool, to output: TextOutput) {
    TrainingPlot(
      title: title, history: history, first: first, network: result.network, symbols: symbols,
      samples: samples, heldOut: heldOut, language: language, isLogarithmic: isLogarithmic
    ).write(to: output)
  }

  /// What is trained, on what, and how.
  var setup: String {
    let shape = [first.inputs.count] + first.topology.layers.map(\.count)
    let phrase = Phrase.trainingSetup(
      shape: shape.map(String.init).joined(separator: "-"),
      parameters: first.parameters.count, samples: samples.count,
      batch: training.batchSize(of: samples.count),
      rule: !first.loss.hasGradient ? .perceptronRule : training.rule.optimizer.title,
      letter: symbols.learningRate,
      rate: typedLearningRate
        ?? NumberFormat.significant(17).text(training.rule.learningRate))
    let held = heldOut.count > 0 ? [Phrase.heldOut(heldOut.count)[language]] : []
    let left = unlabelled > 0 ? [Phrase.unlabelled(unlabelled)[language]] : []
    let frozen = areHiddenLayersFrozen ? [Phrase.hiddenLayersFrozen[language]] : []
    return ([phrase[language]] + held + frozen + left + (policy.map { [$0] } ?? []))
      .joined(separator: Phrase.semicolon[language])
  }

  var ending: Phrase {
    let loss = Phrase.TotalLoss(
      result.loss.isFinite ? format.text(result.loss) : Phrase.tooLarge[language],
      isMean: samples.count > 1 ? training.batchLoss == .mean : nil)
    let end: Phrase =
      switch result.end {
      case .epochs: .trainingEnded(steps: result.steps, loss: loss)
      case .goodEnough: .trainingGoodEnough(steps: result.steps, loss: loss)
      case .stopped: .trainingStopped(steps: result.steps, loss: loss)
      case .diverged(let divergence):
        .trainingDiverged(
          step: divergence.step,
          quantity: QuantityIDs(of: first).id(of: divergence.quantity))
      }
    let isUnreached = result.end == .epochs && training.until != nil
    let remarks: [Phrase?] = [
      result.evaluation.correct.map {
        samples.countRestored
          ? .restoredCorrectly($0, of: samples.count) : .classifiedCorrectly($0, of: samples.count)
      },
      validationEnd, validationCorrect,
      isUnreached ? training.until.map { .untilNotReached(format.text($0)) } : nil,
      isShort && result.end == .epochs && !isUnreached ? .onlyOneEpoch : nil,
    ]
    return remarks.compactMap { $0 }.reduce(end) { $0.followed(by: $1) }
  }
}
