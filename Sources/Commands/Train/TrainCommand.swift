internal import Derivations
internal import Documents
internal import NetworkFiles
internal import Phrases
internal import ScalarBackprop
internal import Texts

extension Command {
  static let train = Command(
    name: "train", operands: [Operand(name: "NETWORK", kind: .network)],
    options: [
      .epochs, .until, .learningRate, .weightSeed, .pretrain, .freezePretrained, .traceStep, .stage,
      .detail, .format, .plot, .logScale, .plotPaths, .plotLayers, .save,
    ],
    summary: Phrase(
      "train on all samples of the file and show the loss", "用文件中的全部样本训练，展示损失的变化"),
    examples: ["train xor --plot xor.svg", "train mazur --epochs 100 --until 0.01"],
    run: { invocation throws(CommandError) in
      var command = try TrainCommand(invocation)
      return try command.run()
    })
}

/// `backprop train`: many steps, perhaps in stages.
struct TrainCommand {
  let invocation: Invocation
  private var stages: PretrainedExercise
  /// The training of the whole network; before its stages are done, as the file has it.
  private var exercise: TrainingExercise { stages.last }

  init(_ invocation: Invocation) throws(CommandError) {
    self.invocation = invocation
    stages = try PretrainedExercise(invocation)
  }

  mutating func run() throws(CommandError) -> ExitCode {
    if invocation.has(.logScale), !invocation.has(.plot) {
      throw .usage(.optionNeeds(Option.logScale.spelling, Option.plot.spelling))
    }
    if let step = try invocation.wholeNumber(.traceStep, in: 1...Int.max) {
      for option in [Option.plot, .plotPaths, .plotLayers, .save] where invocation.has(option) {
        throw .usage(.exclusiveOptions(Option.traceStep.spelling, option.spelling))
      }
      return try StepCommand(try stages.asked(), step: step).trace()
    }
    for option in [Option.detail, .stage] where invocation.has(option) {
      throw .usage(.optionWithoutStep(option.spelling))
    }
    let format = try invocation.choice(.format, as: ReportFormat.self) ?? .table
    let files = try TrainingFiles(invocation, exercise)
    let data =
      format == .table
      ? nil
      : TrainingData(
        isJSON: format == .json, hasStages: stages.stageCount > 0,
        validates: !exercise.file.validation.isEmpty,
        to: invocation.console.output)
    let reports = try trainAll(data)
    invocation.console.output.flush()
    // A training that was cut short because nobody takes its numbers is nothing to be kept.
    guard invocation.console.output.failure == nil, var report = reports.last else {
      return .failure
    }
    let isWhole = reports.count > stages.stageCount
    // Files first: what cannot be written leaves nothing on standard output.
    if isWhole {
      // What is kept has all samples again, and layers that may be trained on.
      let network = stages.asTheFileFreezes(report.result.network)
      try files.write(
        report, network, of: stages.whole.file,
        rounding: try invocation.rounding(exercise.notation.convention))
    }
    if data == nil {
      if isWhole {
        report.end = try exercise.look(at: report.result.network)
        report.fading = try fading()
      }
      report.stages = reports.dropLast()
      report.writeText(style: try invocation.style(), to: invocation.console.output)
    }
    return exitCode(report)
  }

  /// How error terms fade on their way back at the beginning of the last part, and would have without
  /// the stages.
  private func fading() throws(CommandError) -> TrainingReport.Fading? {
    guard stages.stageCount > 1,
      let own = try exercise.look(at: stages.whole.source.file.network),
      let pretrained = try exercise.look(at: exercise.file.network)
    else { return nil }
    return TrainingReport.Fading(
      without: own.largestDeltas, with: pretrained.largestDeltas)
  }

  /// The stages one after the other, and then the whole network; one that does not come to its end is
  /// the last.
  private mutating func trainAll(_ data: TrainingData?) throws(CommandError) -> [TrainingReport] {
    var reports: [TrainingReport] = []
    for number in 1..<(stages.stageCount + 1) {
      let stage = try stages.stage(number)
      data?.begin(stage: number, layer: number)
      let report = try train(stage, data)
      data?.end(report.result)
      reports.append(report)
      guard report.result.end == .epochs else {
        data?.endWithoutWhole()
        return reports
      }
      try stages.adopt(report.result.network, fromStage: number)
    }
    data?.begin(stage: stages.stageCount + 1)
    let report = try train(exercise, data)
    data?.end(report.result)
    return reports + [report]
  }

  /// One training, told step by step.
  private func train(
    _ exercise: TrainingExercise, _ data: TrainingData?
  ) throws(CommandError) -> TrainingReport {
    let console = invocation.console
    var history = TrainingHistory(
      samples: exercise.file.samples.count, stepsPerEpoch: exercise.stepsPerEpoch)
    var progress = Progress(console)
    let count = exercise.stepCount
    Platform.watchForInterruption()
    let watch = exercise.observer(
      ofSteps: count, { progress.tell($0) }, isOver: { console.output.failure != nil })
    let result = try exercise.train { step in
      history.add(step)
      data?.add(step)
      return watch(step)
    }
    progress.end()
    history.end(result)
    return try report(on: exercise, result, history)
  }

  private func report(
    on exercise: TrainingExercise, _ result: TrainingResult, _ history: TrainingHistory
  ) throws(CommandError) -> TrainingReport {
    var report = TrainingReport(
      title: stages.whole.title[invocation.console.language], first: exercise.file.network,
      samples: exercise.file.samples,
      training: exercise.file.training, result: result, history: history,
      notation: exercise.notation, language: invocation.console.language,
      format: try invocation.numberFormat())
    report.policy =
      invocation.has(.roundAsYouGo) ? try invocation.policy(invocation.console.language) : nil
    report.typedLearningRate = exercise.file.typedLearningRate
    report.stage = exercise.stage
    report.areHiddenLayersFrozen =
      exercise.stage == nil && invocation.has(.freezePretrained)
    report.unlabelled = exercise.stage == nil ? stages.unlabelledCount : 0
    report.heldOut = exercise.file.validation
    report.isShort =
      exercise.stage == nil && exercise.file.training.epochs == 1 && !invocation.has(.epochs)
    return report
  }

  private func exitCode(_ report: TrainingReport) -> ExitCode {
    let result = report.result
    if let divergence = result.divergence {
      let ids = QuantityIDs(of: result.network)
      invocation.console.note(
        .diverged(step: divergence.step, quantity: ids.id(of: divergence.quantity)))
      return .no
    }
    guard result.loss.isFinite else {
      invocation.console.note(.overflow("E"))
      return .no
    }
    guard Platform.isInterrupted else { return .success }
    invocation.console.note(.interrupted(steps: result.steps))
    return .interrupted
  }
}
