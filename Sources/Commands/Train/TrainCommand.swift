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
      .epochs, .until, .learningRate, .weightSeed, .traceStep, .detail, .format, .plot, .save,
    ],
    summary: Phrase(
      "train on all samples of the file and show the loss", "用文件中的全部样本训练，展示损失的变化"),
    examples: ["train xor --plot xor.svg", "train mazur --epochs 100 --until 0.01"],
    run: { invocation throws(CommandError) in try TrainCommand(invocation).run() })
}

/// `backprop train`: many steps.
struct TrainCommand {
  let invocation: Invocation
  let exercise: TrainingExercise

  init(_ invocation: Invocation) throws(CommandError) {
    self.invocation = invocation
    exercise = try TrainingExercise(invocation)
  }

  func run() throws(CommandError) -> ExitCode {
    if let step = try invocation.wholeNumber(.traceStep, in: 1...Int.max) {
      for option in [Option.plot, .save] where invocation.has(option) {
        throw .usage(.exclusiveOptions(Option.traceStep.spelling, option.spelling))
      }
      return try StepCommand(exercise, step: step).trace()
    }
    if invocation.has(.detail) { throw .usage(.optionWithoutStep(Option.detail.spelling)) }
    let format = try invocation.choice(.format, as: ReportFormat.self) ?? .table
    let (plot, save) = try outputFiles()
    let data =
      format == .table
      ? nil : TrainingData(isJSON: format == .json, to: invocation.console.output)
    let (result, history) = try train(data)
    data?.end(result)
    invocation.console.output.flush()
    // A training that was cut short because nobody takes its numbers is nothing to be kept.
    guard invocation.console.output.failure == nil else { return .failure }
    // Files first: what cannot be written leaves nothing on standard output.
    var report = try report(result, history)
    try OutputFile.write(
      [
        plot.map { [report] in ($0, report.writePlot) },
        save.map { ($0, { output in exercise.file.write(result.network, to: output) }) },
      ].compactMap { $0 })
    if data == nil {
      report.end = try exercise.end(of: result)
      report.writeText(style: try invocation.style(), to: invocation.console.output)
    }
    return exitCode(result)
  }

  /// The training itself, told step by step.
  private func train(
    _ data: TrainingData?
  ) throws(CommandError) -> (TrainingResult, TrainingHistory) {
    let console = invocation.console
    var history = TrainingHistory(samples: exercise.file.samples.count)
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
    return (result, history)
  }

  private func report(
    _ result: TrainingResult, _ history: TrainingHistory
  ) throws(CommandError) -> TrainingReport {
    var report = TrainingReport(
      title: exercise.title[invocation.console.language], first: exercise.file.network,
      samples: exercise.file.samples,
      training: exercise.file.training, result: result, history: history,
      notation: exercise.notation, language: invocation.console.language,
      format: try invocation.numberFormat())
    report.policy =
      invocation.has(.roundAsYouGo) ? try invocation.policy(invocation.console.language) : nil
    report.typedLearningRate = exercise.file.typedLearningRate
    report.isShort = exercise.file.training.epochs == 1 && !invocation.has(.epochs)
    return report
  }

  /// The files of `--plot` and `--save`, which can be written as far as can be known.
  private func outputFiles() throws(CommandError) -> (plot: OutputFile?, save: OutputFile?) {
    let plot = try outputFile(.plot)
    let save = try outputFile(.save)
    if let plot, !plot.isDevice, plot.ending != "svg" { throw .usage(.plotIsSVG) }
    let parameters = exercise.file.network.parameterValues.count
    if plot != nil, exercise.file.network.inputs.count == 2,
      parameters > DecisionPlane.mostParameters
    {
      invocation.console.note(.plotWithoutPlane(parameters, DecisionPlane.mostParameters))
    }
    try OutputFile.check([plot, save].compactMap { $0 })
    return (plot, save)
  }

  private func outputFile(_ option: Option) throws(CommandError) -> OutputFile? {
    guard let name = invocation.argument(option) else { return nil }
    return try OutputFile(name, invocation, option: option)
  }

  private func exitCode(_ result: TrainingResult) -> ExitCode {
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
