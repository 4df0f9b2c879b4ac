internal import Phrases
internal import ScalarBackprop
internal import Texts

/// Tells on the error output how a long training goes, where that is a terminal.
struct Progress {
  private let console: Console
  private let steps: Int
  private let clock = ContinuousClock()
  private var next: ContinuousClock.Instant
  private var lastLook: ContinuousClock.Instant
  /// Steps between two looks at the clock: as many as keep the looks about `glance` apart, so
  /// that a step of nanoseconds is not slowed and one of seconds is told.
  private var interval = 1
  private var stepsToLook = 1
  private var hasWritten = false

  /// How long a training goes on in silence, and then from one word to the next.
  private static let (patience, pace) = (Duration.seconds(1), Duration.milliseconds(200))
  private static let glance = Duration.milliseconds(10)

  /// Makes the progress of a training of so many steps, of which none was taken yet.
  init(_ console: Console, steps: Int) {
    self.console = console
    self.steps = steps
    lastLook = clock.now
    next = lastLook.advanced(by: Progress.patience)
  }

  mutating func tell(_ step: TrainingStep) {
    guard console.surroundings.isErrorTerminal else { return }
    stepsToLook -= 1
    guard stepsToLook == 0 else { return }
    let now = look()
    guard now >= next else { return }
    next = now.advanced(by: Progress.pace)
    let loss = NumberFormat.significant(4).text(step.loss)
    let share = Int(100 * Double(step.number) / Double(max(steps, 1)))
    let text = Phrase.progress(step: step.number, of: steps, share: share, loss: loss)
    console.error.write("\r\(text[console.language])  ")
    console.error.flush()
    hasWritten = true
  }

  /// Looks at the clock, and sets the next look.
  private mutating func look() -> ContinuousClock.Instant {
    let now = clock.now
    let isEarly = lastLook.duration(to: now) < Progress.glance
    interval = isEarly ? min(2 * interval, 1 << 20) : max(interval / 2, 1)
    stepsToLook = interval
    lastLook = now
    return now
  }

  func end() {
    if hasWritten { console.error.write("\n") }
  }
}
