internal import Derivations
internal import Documents
internal import Phrases
internal import Texts

extension Invocation {
  /// Refuses to step where that cannot be, before anything is worked out.
  func checkStepping() throws(CommandError) {
    guard has(.step) else { return }
    for option in [Option.format, .detail, .matrix, .withGradcheck] where has(option) {
      throw .usage(.withoutEffect(option.spelling, in: Option.step.spelling))
    }
    let surroundings = console.surroundings
    guard surroundings.isTerminal, surroundings.isInputTerminal,
      surroundings.environment["TERM"] != "dumb"
    else {
      throw .usage(
        .stepNeedsTerminal(Option.step.spelling, network: operands[0].text.excerpt))
    }
  }
}

extension StepCommand {
  /// `backprop trace --step`: one step after the other, as keys say.
  func goThrough() throws(CommandError) -> ExitCode {
    let style = try invocation.style()
    let width = try invocation.wholeNumber(.width, in: 20...10_000)
    let name = title?[invocation.console.language] ?? invocation.operands[0].text
    let screen = StepScreen(derivation, title: name, selection: try selection(.only))
    var stepping = Stepping(screen, style: style, width: width)
    let failure: String?
    do throws(Platform.Failure) {
      let terminal = try RawTerminal()
      failure = stepping.run(in: terminal)
      terminal.leave()
    } catch {
      failure = error.reason
    }
    if let failure { throw .usage(.cannotWrite(failure)) }
    return exitCode
  }
}
