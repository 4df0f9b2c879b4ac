internal import Derivations
internal import NetworkFiles
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// The step that a command is about: an online step on a sample of the file, or one of its training.
enum StepExercise {
  case sample(Exercise)
  case training(TrainingExercise, TrainingState)

  /// What is taken where the command line names neither a sample nor a step.
  enum Usual {
    /// Sample 1.
    case sample
    /// The first step of the training where that is on a batch, else sample 1.
    case batch
  }

  /// Reads which step is meant: `--trace-step`, or a sample.
  ///
  /// - Parameters:
  ///   - isByHand: as for an exercise.
  ///   - usual: what is taken where the command line says nothing.
  ///   - tells: whether that is said where it is a batch.
  init(
    _ invocation: Invocation, isByHand: Bool = false, usual: Usual = .sample, tells: Bool = true
  ) throws(CommandError) {
    if let step = try invocation.wholeNumber(.traceStep, in: 1...Int.max) {
      for option in Option.ofOneSample where invocation.has(option) {
        throw .usage(.exclusiveOptions(Option.traceStep.spelling, option.spelling))
      }
      let training = try PretrainedExercise(invocation).asked()
      self = .training(training, try training.state(beforeStep: step, isByHand: isByHand))
      return
    }
    for option in Option.ofTraining where invocation.has(option) {
      // The seed of numbers that are drawn is another one.
      let isDrawn = invocation.has(.random) || invocation.has(.vary)
      guard option.name == Option.weightSeed.name, isDrawn else {
        throw .usage(.optionWithoutStep(option.spelling))
      }
    }
    let source = try NetworkSource(invocation)
    let saysSample = Option.ofOneSample.contains { invocation.has($0) }
    if usual == .batch, !saysSample, source.file.trainsInBatches {
      let training = try TrainingExercise(invocation, source).ofLabelledSamples
      self = .training(training, try training.state(beforeStep: 1, isByHand: isByHand))
      let count = training.file.training.batchSize(of: training.file.samples.count)
      if tells { invocation.console.note(.batchIsMeant(count)) }
    } else {
      self = .sample(try Exercise(invocation, source, isByHand: isByHand))
    }
  }

  var notation: Notation {
    switch self {
    case .sample(let exercise): exercise.notation
    case .training(let exercise, _): exercise.notation
    }
  }

  /// `nil` where the file has none.
  var title: Phrase? {
    switch self {
    case .sample(let exercise): exercise.title
    case .training(let exercise, _): exercise.stepTitle
    }
  }

  /// All samples of the file.
  var samples: [Sample] {
    switch self {
    case .sample(let exercise): exercise.samples
    case .training(let exercise, _): exercise.file.samples
    }
  }

  /// How numbers of the step were typed.
  var typed: TypedNumbers {
    switch self {
    case .sample(let exercise): exercise.typed
    case .training(let exercise, let state): exercise.typed(before: state)
    }
  }

  /// Where the training stands before the step; `nil` for a step that is none of it.
  var state: TrainingState? {
    switch self {
    case .sample: nil
    case .training(_, let state): state
    }
  }

  /// How many samples a step of the file's training takes, where this step takes but one of them.
  var untoldBatch: Int? {
    switch self {
    case .sample(let exercise): exercise.batchSize > 1 ? exercise.batchSize : nil
    case .training: nil
    }
  }

  /// How many numbers the step has.
  var count: Int {
    switch self {
    case .sample(let exercise):
      exercise.network.traceCount(optimizer: exercise.rule.optimizer)
    case .training(let exercise, let state):
      state.network.traceCount(
        samples: state.batch.count, optimizer: exercise.file.training.rule.optimizer)
    }
  }

  /// The step in full precision, with the signs of a convention.
  func trace(_ convention: Convention) throws(CommandError) -> Trace {
    switch self {
    case .sample(let exercise): try exercise.trace(convention)
    case .training(_, let state): state.trace(convention: convention, isExact: true)
    }
  }

  /// The step, worked out under the numeric policy asked for.
  func derivation(_ invocation: Invocation) throws(CommandError) -> Derivation {
    switch self {
    case .sample(let exercise): try exercise.derivation(invocation)
    case .training(let exercise, let state): exercise.derivation(of: state)
    }
  }
}

extension Option {
  /// Those that are about a sample by itself, which no step of a training is.
  static let ofOneSample = [sample, inputs, targets, set]

  /// Those that are about a training, of which a step is to be named.
  static let ofTraining = [epochs, weightSeed, pretrain, stage, freezePretrained]
}

extension NetworkFile {
  /// Whether the steps of its training take several samples each.
  var trainsInBatches: Bool {
    let samples = ofLabelledSamples.samples
    return training.batchSize(of: samples.count) > 1 && samples.allSatisfy { $0.targets != nil }
  }
}
