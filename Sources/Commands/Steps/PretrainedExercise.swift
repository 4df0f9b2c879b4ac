internal import Derivations
internal import NetworkFiles
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// A network to be trained stage by stage, and then as a whole.
struct PretrainedExercise {
  let invocation: Invocation
  /// The training of the whole network, with the layers that the stages so far have made.
  private(set) var whole: TrainingExercise
  /// How many stages stand before it, where `--pretrain` or `--stage` asks for them.
  let stageCount: Int

  /// Reads the network, with `--pretrain`, `--stage` and `--freeze-pretrained`.
  init(_ invocation: Invocation) throws(CommandError) {
    self.invocation = invocation
    whole = try TrainingExercise(invocation)
    let isAsked = invocation.has(.pretrain) || invocation.has(.stage)
    if invocation.has(.freezePretrained), !invocation.has(.pretrain) {
      throw .usage(.optionNeeds(Option.freezePretrained.spelling, Option.pretrain.spelling))
    }
    guard !isAsked || whole.file.pretraining != nil else {
      throw whole.source.error(.noPretraining)
    }
    stageCount = isAsked ? whole.file.stageCount : 0
  }

  /// A stage, of which those before it are done.
  func stage(_ number: Int) throws(CommandError) -> TrainingExercise {
    let rounding = try invocation.rounding(whole.notation.convention)
    var stage = whole
    stage.stage = number
    do throws(NetworkError) {
      stage.file = try whole.file.stage(number, rounding: rounding)
    } catch {
      throw whole.source.error(error.phrase)
    }
    // Decoders that were drawn are rounded as they are written down.
    stage.file.network = try invocation.roundedParameters(
      stage.file.network, typed: stage.file.typedParameters)
    return stage
  }

  /// Takes over what a stage made of its layer.
  mutating func adopt(_ trained: Network, fromStage number: Int) throws(CommandError) {
    do throws(NetworkError) {
      try whole.file.adopt(trained, fromStage: number)
      if number == stageCount, invocation.has(.freezePretrained) {
        try whole.file.freezeHiddenLayers()
      }
    } catch {
      throw whole.source.error(error.phrase)
    }
  }

  /// How many samples have no targets, and so have no part in the training of the whole network.
  var unlabelledCount: Int { whole.file.samples.count - last.file.samples.count }

  /// A trained network, of which those parameters are frozen that the file names.
  func asTheFileFreezes(_ trained: Network) -> Network {
    var network = trained
    for (l, own) in whole.source.file.network.layers.enumerated() {
      var layer = network.layers[l]
      layer.frozen = own.frozen
      network = (try? network.replacing(layer, at: l)) ?? network
    }
    return network
  }

  /// The training of the whole network, on the samples that have targets.
  var last: TrainingExercise { whole.ofLabelledSamples }

  /// The training that `--stage` asks for, or the one behind all stages; those before it are gone
  /// through.
  func asked() throws(CommandError) -> TrainingExercise {
    var exercise = self
    let asked = try askedStage()
    for number in 1..<(asked ?? stageCount + 1) {
      let stage = try exercise.stage(number)
      var progress = Progress(invocation.console)
      Platform.watchForInterruption()
      let result = try stage.train(
        stage.observer(ofSteps: stage.stepCount) { progress.tell($0) })
      Platform.endWatch()
      progress.end()
      if let divergence = result.divergence {
        let quantity = QuantityIDs(of: stage.file.network).id(of: divergence.quantity)
        throw .usage(.stageDiverged(number, step: divergence.step, quantity: quantity))
      }
      if Platform.isInterrupted { throw .interrupted(.interrupted(steps: result.steps)) }
      try exercise.adopt(result.network, fromStage: number)
    }
    return try asked.map { number throws(CommandError) in try exercise.stage(number) }
      ?? exercise.last
  }

  /// The number of `--stage`, which settles by itself how the stage is trained.
  private func askedStage() throws(CommandError) -> Int? {
    guard let number = try invocation.wholeNumber(.stage, in: 1...Int.max) else { return nil }
    guard number <= stageCount else { throw .usage(.noSuchStage(number, count: stageCount)) }
    for option in [Option.epochs, .learningRate] where invocation.has(option) {
      throw .usage(.exclusiveOptions(Option.stage.spelling, option.spelling))
    }
    return number
  }
}
