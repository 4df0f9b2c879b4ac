internal import Derivations
internal import Documents
internal import NetworkFiles
internal import Phrases
internal import ScalarBackprop
internal import Texts

extension Command {
  static let train = Command(
    name: "train", operands: [Operand(name: "NETWORK")],
    options: [.epochs, .until, .traceStep, .format, .plot, .save, .learningRate],
    summary: Phrase(
      "train on all samples of the file, and see the loss fall", "用文件中的全部样本训练，看误差如何下降"),
    run: { invocation throws(CommandError) in try TrainCommand(invocation).run() })
}

/// `backprop train`: many steps.
struct TrainCommand {
  let invocation: Invocation
  let source: NetworkSource
  var training: Training

  init(_ invocation: Invocation) throws(CommandError) {
    self.invocation = invocation
    source = try NetworkSource(invocation)
    training = source.file.training
    training.epochs = try invocation.wholeNumber(.epochs, in: 1...Int.max) ?? training.epochs
    if let text = invocation.text(.until) {
      guard let number = TypedNumber(text.trimmed), number.value >= 0 else {
        throw .usage(.badUntil)
      }
      training.until = number.value
    }
    if let text = invocation.text(.learningRate) {
      guard let number = TypedNumber(text.trimmed) else {
        throw .usage(.badNumber(text.excerpt, option: Option.learningRate.spelling))
      }
      guard number.value >= 0 else { throw .usage(.negativeRate(number.text)) }
      training.rule.learningRate = number.value
    }
    do throws(SamplesError) {
      try source.file.network.check(source.file.samples)
    } catch {
      throw .file(place: "backprop: \(source.place)", error.phrase)
    }
  }

  func run() throws(CommandError) -> ExitCode {
    if let step = try invocation.wholeNumber(.traceStep, in: 1...Int.max) {
      return try trace(step: step)
    }
    let format = try invocation.choice(.format) ?? "table"
    let plot = try outputFile(.plot)
    let save = try outputFile(.save)
    if let plot, let save, plot.path == save.path { throw .usage(.plotAndSaveAlike) }
    let console = invocation.console
    let data =
      format == "table" ? nil : TrainingData(isJSON: format == "json", to: console.output)
    var history = LossHistory()
    let progress = Progress(console)
    Platform.watchForInterruption()
    let result: TrainingResult
    do throws(SamplesError) {
      result = try source.file.network.train(on: source.file.samples, training) { step in
        history.add(step)
        data?.add(step)
        progress.tell(step)
        return Platform.isInterrupted || console.output.failure != nil ? .stop : .goOn
      }
    } catch {
      throw .file(place: "backprop: \(source.place)", error.phrase)
    }
    progress.end()
    let report = TrainingReport(
      title: source.file.title ?? source.place, samples: source.file.samples, result: result,
      history: history, language: console.language, format: try invocation.numberFormat())
    data?.end(result)
    if data == nil { report.writeText(style: try invocation.style(), to: console.output) }
    if let plot { try plot.write { output in report.writePlot(to: output) } }
    if let save { try save.write { output in file.write(result.network, to: output) } }
    return exitCode(result)
  }

  /// `--trace-step`: one step in full.
  private func trace(step: Int) throws(CommandError) -> ExitCode {
    let file = source.file
    let state: TrainingState
    do throws(TrainingStepError) {
      state = try file.network.state(beforeStep: step, of: training, on: file.samples)
    } catch {
      switch error {
      case .samples(let error):
        throw .file(place: "backprop: \(source.place)", error.phrase)
      case .endsBefore(let steps): throw .usage(.trainingEndsBefore(steps: steps))
      case .diverges(let divergence):
        let symbols = Symbols(of: file.network, in: .documents)
        throw .usage(
          .diverged(step: divergence.step, quantity: symbols.id(of: divergence.quantity)))
      }
    }
    let notation = try Exercise.notation(invocation, source)
    let report = TrainingStepReport(
      on: state.trace(on: file.samples, convention: notation.convention), in: notation,
      title: file.title ?? source.place, language: invocation.console.language,
      format: try invocation.numberFormat())
    let output = invocation.console.output
    switch try invocation.choice(.format) {
    case "json": report.writeJSON(policy: Phrase.fullPrecision.english, to: output)
    case "csv": report.writeCSV(to: output)
    default: report.writeText(style: try invocation.style(), to: output)
    }
    return .success
  }

  /// The file with what the command line changed.
  private var file: NetworkFile {
    var file = source.file
    file.training = training
    return file
  }

  private func outputFile(_ option: Option) throws(CommandError) -> OutputFile? {
    guard let name = invocation.values[option.name]?.last else { return nil }
    return try OutputFile(name, notOver: Array(invocation.operands.prefix(1)))
  }

  private func exitCode(_ result: TrainingResult) -> ExitCode {
    if let divergence = result.divergence {
      let symbols = Symbols(of: result.network, in: .documents)
      invocation.console.note(
        .diverged(step: divergence.step, quantity: symbols.id(of: divergence.quantity)))
      return .no
    }
    return Platform.isInterrupted ? .interrupted : .success
  }
}

/// Tells on the error output how a long training goes, where that is a terminal.
private final class Progress {
  private let console: Console
  private var hasWritten = false

  /// Steps between two looks at the progress.
  private static let interval = 200_000

  init(_ console: Console) { self.console = console }

  func tell(_ step: TrainingStep) {
    guard console.surroundings.isErrorTerminal, step.number % Progress.interval == 0 else {
      return
    }
    let loss = NumberFormat.significant(4).text(step.loss)
    console.error.write("\r\(Phrase.progress(step: step.number, loss: loss)[console.language])  ")
    console.error.flush()
    hasWritten = true
  }

  func end() {
    if hasWritten { console.error.write("\n") }
  }
}

extension SamplesError {
  /// What is wrong, with the sample's number counted from 1.
  var phrase: Phrase {
    switch self {
    case .noSamples: .nothingToTrainOn
    case .unfit(let sample, let error): .sampleNotTrainable(sample + 1, error.phrase)
    case .noTargets(let sample): .sampleNotTrainable(sample + 1, .sampleHasNoTargets)
    }
  }
}
