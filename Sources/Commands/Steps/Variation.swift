internal import Derivations
internal import Marking
internal import NetworkFiles
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// The search for seeds of `--vary` whose numbers let every usual mistake show.
struct Variation {
  private let invocation: Invocation
  private var next: Int
  /// How many mistakes may stay hidden: none, until it is known that some always do.
  private var most = 0

  /// Begins at a seed.
  init(_ invocation: Invocation, from seed: Int) {
    self.invocation = invocation
    next = seed
  }

  /// The command line with the next seed that is good enough; each is given out once.
  mutating func found() throws(CommandError) -> Invocation {
    var best: (hidden: Int, seed: Int)?
    var attempt = 0
    var mostAttempts = 1
    repeat {
      let (hidden, count) = try hidden(at: next, atMost: best.map { $0.hidden - 1 } ?? .max - 1)
      if hidden < best?.hidden ?? .max { best = (hidden, next) }
      mostAttempts = min(40, max(2, 20_000 / max(1, count)))
      next += 1
      attempt += 1
    } while best?.hidden ?? 0 > most && attempt < mostAttempts
    let (hidden, seed) = best ?? (0, next)
    if hidden > most {
      most = hidden
      invocation.console.note(.someMistakesHidden)
    }
    return invocation.with(.seed, String(seed))
  }

  /// Says where the numbers of a seed that was asked for hide mistakes.
  static func tell(of invocation: Invocation, _ seed: Int) throws(CommandError) {
    let variation = Variation(invocation, from: seed)
    if try variation.hidden(at: seed, atMost: 0).hidden > 0 {
      invocation.console.note(.someMistakesHidden)
    }
  }

  /// How many usual mistakes do not show with a seed's numbers; and how many numbers the step has.
  private func hidden(
    at seed: Int, atMost most: Int
  ) throws(CommandError) -> (hidden: Int, count: Int) {
    let exercise = try StepExercise(
      invocation.with(.seed, String(seed)), isByHand: true, usual: .batch, tells: false)
    let trace = try exercise.trace(exercise.notation.convention)
    let derivation = Derivation(
      of: trace, in: exercise.notation, isStepwise: true, state: exercise.state)
    let format = try invocation.numberFormat()
    return (derivation.hiddenMisconceptions(in: format, atMost: most), exercise.count)
  }
}
