internal import Derivations
internal import Documents
internal import NetworkFiles
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// What trace, export and explain work on: one training step of an exercise, worked out.
struct StepCommand {
  let invocation: Invocation
  let exercise: Exercise
  let derivation: Derivation

  init(_ invocation: Invocation) throws(CommandError) {
    self.invocation = invocation
    exercise = try Exercise(invocation)
    derivation = try exercise.derivation(invocation)
  }

  /// How a command ends that told the step: with a note and the answer no, where a number went
  /// beyond Double.
  var exitCode: ExitCode {
    guard let quantity = derivation.trace.firstNotFinite else { return .success }
    invocation.console.note(.overflow(derivation.symbols.id(of: quantity)))
    return .no
  }
}

extension Exercise {
  /// What a document about the step says above its numbers.
  func heading(_ invocation: Invocation) throws(CommandError) -> DocumentHeading {
    DocumentHeading(
      title: title, sample: sampleNumber, sampleName: sample.name,
      policy: try invocation.policyLine())
  }

  /// The step in full precision, with the signs of a convention.
  func trace(_ convention: Convention) throws(CommandError) -> Trace {
    do throws(SampleError) {
      return try network.trace(sample, rule: rule, convention: convention)
    } catch {
      throw .usage(error.phrase)
    }
  }

  /// The step, worked out under the numeric policy asked for.
  func derivation(_ invocation: Invocation) throws(CommandError) -> Derivation {
    let format = try invocation.numberFormat()
    let rounding: ((Double) -> Double)? =
      invocation.has(.roundAsYouGo) ? { format.rounded($0) } : nil
    do throws(SampleError) {
      let trace = try network.trace(
        sample, rule: rule, convention: notation.convention, rounding: rounding)
      return Derivation(of: trace, in: notation, typed: typed)
    } catch {
      throw .usage(error.phrase)
    }
  }
}
