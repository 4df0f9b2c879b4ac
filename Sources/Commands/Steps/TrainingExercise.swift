internal import Derivations
internal import Documents
internal import NetworkFiles
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// A network to be trained, with the changes the command line asks for.
struct TrainingExercise {
  let invocation: Invocation
  let source: NetworkSource
  let notation: Notation
  /// The file with those changes.
  var file: NetworkFile
  /// The stage of a pre-training that it is, counted from 1; `nil` for the training of the whole
  /// network.
  var stage: Int?

  /// Reads the network and applies `--seed`, `--epochs`, `--until`, `--learning-rate` and
  /// `--notation`.
  init(_ invocation: Invocation) throws(CommandError) {
    try self.init(invocation, NetworkSource(invocation))
  }

  /// The same of a network that was read.
  init(_ invocation: Invocation, _ source: NetworkSource) throws(CommandError) {
    self.invocation = invocation
    self.source = source
    file = source.file
    notation = try Exercise.notation(invocation, source)
    file.training.epochs =
      try invocation.wholeNumber(.epochs, in: 1...Int.max) ?? file.training.epochs
    if invocation.has(.until), !invocation.has(.epochs), file.training.epochs == 1 {
      file.training.epochs = TrainingExercise.mostEpochs
    }
    if let text = invocation.text(.until) {
      let number = try Exercise.number(text, .until)
      guard number.value >= 0 else { throw .usage(.badUntil) }
      file.training.until = number.value
    }
    if let rate = try invocation.learningRate() {
      file.training.rule.learningRate = rate.value
      file.typedLearningRate = rate.text
    }
    do throws(SamplesError) {
      try file.network.check(file.ofLabelledSamples.samples)
    } catch {
      throw source.error(error)
    }
    file.network = try invocation.roundedParameters(file.network, typed: file.typedParameters)
  }

  /// The training on those samples only that have targets, where the file allows others.
  var ofLabelledSamples: TrainingExercise {
    var exercise = self
    exercise.file = file.ofLabelledSamples
    return exercise
  }

  /// How long a training goes on for a loss where nothing else says how long.
  private static let mostEpochs = 100_000

  /// How many steps the training takes at most.
  var stepCount: Int {
    let (steps, isOver) = file.training.epochs.multipliedReportingOverflow(by: stepsPerEpoch)
    return isOver ? .max : steps
  }

  /// How many steps go through all samples once.
  var stepsPerEpoch: Int {
    let count = file.samples.count
    let batch = file.training.batchSize(of: count)
    return (count + batch - 1) / batch
  }

  /// The samples that are held out, looked at wherever a table shows their loss, too.
  private var validation: Validation {
    let last = stepCount
    return Validation(file.validation) { TrainingHistory.isShown($0) || $0 == last }
  }

  var title: Phrase { stepTitle ?? Phrase(verbatim: source.place) }

  /// What documents about its steps are called; `nil` where the file has no title.
  var stepTitle: Phrase? {
    guard let stage else { return source.title }
    return source.title.map { .titleOfStage($0, stage) } ?? .stage(stage)
  }

  /// Trains the network to the end.
  func train(
    _ observer: @escaping (TrainingStep) -> Continuation
  ) throws(CommandError) -> TrainingResult {
    let rounding = try invocation.rounding(notation.convention)
    do throws(SamplesError) {
      return try file.network.train(
        on: file.samples, file.training, validation: validation, rounding: rounding,
        evaluatesEpochs: true, observer: observer)
    } catch {
      throw source.error(error)
    }
  }

  /// Makes an observer of a training of so many steps: it tells how that goes, and stops it where it
  /// is interrupted, or where something else says so.
  func observer(
    ofSteps count: Int, _ progress: @escaping (() -> Phrase) -> Void,
    isOver: @escaping () -> Bool = { false }
  ) -> (TrainingStep) -> Continuation {
    { step in
      progress {
        let progress = Phrase.progress(
          step: step.number, of: count, share: Progress.share(step.number, of: count),
          loss: NumberFormat.significant(4).text(step.loss))
        return stage.map { .ofStage($0, progress) } ?? progress
      }
      return Platform.isInterrupted || isOver() ? .stop : .goOn
    }
  }

  /// Where the training stands before one of its steps.
  ///
  /// - Parameter isByHand: whether someone is to work the step out.
  func state(
    beforeStep step: Int, isByHand: Bool = false
  ) throws(CommandError) -> TrainingState {
    try checkSize(ofStep: step, isByHand)
    let rounding = try invocation.rounding(notation.convention)
    var progress = Progress(invocation.console)
    defer { progress.end() }
    Platform.watchForInterruption()
    defer { Platform.endWatch() }
    do throws(TrainingStepError) {
      return try file.network.state(
        beforeStep: step, of: file.training, on: file.samples, rounding: rounding,
        observer: observer(ofSteps: step - 1, { progress.tell($0) }))
    } catch {
      switch error {
      case .stopped(let steps): throw .interrupted(.stoppedBefore(step: step, steps: steps))
      case .samples(let error):
        throw source.error(error)
      case .endsBefore(let steps):
        throw .usage(
          stage == nil ? .trainingEndsBefore(steps: steps) : .stageEndsBefore(steps: steps))
      case .diverges(let divergence):
        let quantity = QuantityIDs(of: file.network).id(of: divergence.quantity)
        throw .usage(.noStepAfterDivergence(step: divergence.step, quantity: quantity))
      }
    }
  }

  /// The step that comes next, in full.
  func derivation(of state: TrainingState) -> Derivation {
    Derivation(
      of: state.trace(convention: notation.convention), in: notation,
      typed: typed(before: state), state: state)
  }

  /// Refuses a step that could not be shown, before a training on the way to it.
  private func checkSize(ofStep step: Int, _ isByHand: Bool) throws(CommandError) {
    let count = file.samples.count
    let size = file.training.batchSize(of: count)
    // The last step of an epoch takes what is left.
    let first = (step - 1) % ((count + size - 1) / size) * size
    let samples = min(size, count - first)
    let numbers = file.network.traceCount(
      samples: samples, optimizer: file.training.rule.optimizer)
    if isByHand, numbers > Limits.handNumbers {
      throw source.error(
        samples == 1
          ? .tooLargeByHand(numbers, Limits.handNumbers)
          : .batchTooLargeByHand(numbers, samples: samples, Limits.handNumbers))
    }
    guard numbers <= Limits.traceNumbers else {
      throw source.error(
        samples == 1
          ? .tooLargeToShow(numbers, Limits.traceNumbers)
          : .batchTooLargeToShow(numbers, samples: samples, Limits.traceNumbers))
    }
  }

  /// A step of a network like this one, on all samples as one batch; `nil` where that would be too large
  /// to be looked at, or beyond Double.
  func look(at network: Network) throws(CommandError) -> Derivation? {
    let size = network.parameterValues.count * file.samples.count
    let numbers = network.traceCount(
      samples: file.samples.count, optimizer: file.training.rule.optimizer)
    guard size <= TrainingExercise.largestEnd, numbers <= Limits.endNumbers else { return nil }
    var training = file.training
    (training.batchSize, training.epochs) = (nil, 1)
    let rounding = try invocation.rounding(notation.convention)
    let state = try? network.state(
      beforeStep: 1, of: training, on: file.samples, rounding: rounding)
    guard let state else { return nil }
    let trace = state.trace(convention: notation.convention)
    guard trace.firstNotFinite == nil else { return nil }
    return Derivation(of: trace, in: notation, state: state)
  }

  /// Parameters times samples.
  private static let largestEnd = 1_000_000

  /// What was typed still stands where nothing has moved it.
  func typed(before state: TrainingState) -> TypedNumbers {
    var typed = TypedNumbers()
    typed.samples = file.typedSamples.isEmpty ? [] : state.batch.map { file.typedSamples[$0] }
    typed.learningRate = file.typedLearningRate
    typed.hasThresholds = file.hasThresholds
    let symbols = Symbols(of: file.network, in: notation)
    typed.parameters = file.typedParameters.filter { parameter, _ in
      let layer = file.network.layers[symbols.topology.layer(of: parameter)]
      return state.step == 1 || layer.frozen.contains(parameter.part)
    }
    return typed
  }
}
