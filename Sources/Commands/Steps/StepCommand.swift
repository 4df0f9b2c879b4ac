internal import Derivations
internal import Documents
internal import NetworkFiles
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// What trace, export and explain work on: one training step, worked out.
struct StepCommand {
  let invocation: Invocation
  let derivation: Derivation
  /// What the step's documents are called; `nil` where the file has no title.
  let title: Phrase?
  /// All that the network is trained on.
  let samples: [Sample]

  /// How many samples a step of the file's training takes, where this step takes but one of them.
  let untoldBatch: Int?

  /// Takes the step that the command line names.
  init(
    _ invocation: Invocation, isByHand: Bool = false, usual: StepExercise.Usual = .sample,
    tells: Bool = true
  ) throws(CommandError) {
    self.invocation = invocation
    let exercise = try StepExercise(
      invocation, isByHand: isByHand, usual: usual, tells: tells)
    derivation = try exercise.derivation(invocation)
    title = exercise.title
    samples = exercise.samples
    untoldBatch = exercise.untoldBatch
  }

  /// Takes a step of a training, counted from 1.
  init(_ exercise: TrainingExercise, step: Int) throws(CommandError) {
    invocation = exercise.invocation
    derivation = exercise.derivation(of: try exercise.state(beforeStep: step))
    title = exercise.title
    samples = exercise.file.samples
    untoldBatch = nil
  }

  /// How a command ends that told the step: with a note and the answer no, where a number went
  /// beyond Double.
  var exitCode: ExitCode {
    guard let quantity = derivation.trace.firstNotFinite else { return .success }
    invocation.console.note(.overflow(derivation.symbols.id(of: quantity)))
    return .no
  }

  /// What a document about the step says above its numbers.
  var heading: DocumentHeading {
    get throws(CommandError) {
      DocumentHeading(
        title: title?[invocation.console.language], policy: try invocation.policyLine(),
        note: untoldBatch.map { .oneOfBatch($0) })
    }
  }

  /// The step as a document, with what else the command line asks for in it.
  var document: DerivationDocument {
    get throws(CommandError) {
      var document = DerivationDocument(
        derivation, language: invocation.console.language, format: try invocation.numberFormat())
      document.gradientCheck = try gradientCheck()
      document.samples = samples
      document.showsMatrices = invocation.has(.matrix)
      return document
    }
  }

  /// What `--with-gradcheck` asks for: differences of the loss of the step's samples.
  private func gradientCheck() throws(CommandError) -> GradientCheck? {
    guard invocation.has(.withGradcheck) else { return nil }
    do throws(GradientCheckError) {
      return try invocation.console.checkGradients(
        of: derivation.trace.network, on: derivation.trace.samples, derivation.trace.batchLoss)
    } catch {
      switch error {
      case .perceptron: throw .usage(.perceptronHasNoGradient)
      case .samples(let error): throw .usage(error.phrase)
      case .tooLong(let parameters, let samples):
        throw .usage(
          .gradcheckTooLong(parameters: parameters, samples: samples, GradientCheck.mostWork))
      }
    }
  }
}
