internal import Phrases
internal import ScalarBackprop
internal import Texts

/// Tells on the error output how a long training goes, where that is a terminal.
struct Progress {
  private let console: Console
  private let steps: Int
  private let clock = ContinuousClock()
  private var next: ContinuousClock.Instant
  private var stepsToLook = 1
  private var hasWritten = false

  /// How long a training goes on in silence, and then from one word to the next.
  private static let (patience, pace) = (Duration.seconds(1), Duration.milliseconds(200))
  /// Steps between two looks at the clock, which is read in less time than they take.
  private static let interval = 64

  /// Makes the progress of a training of so many steps, of which none was taken yet.
  init(_ console: Console, steps: Int) {
    self.console = console
    self.steps = steps
    next = clock.now.advanced(by: Progress.patience)
  }

  mutating func tell(_ step: TrainingStep) {
    guard console.surroundings.isErrorTerminal else { return }
    stepsToLook -= 1
    guard stepsToLook == 0 else { return }
    stepsToLook = Progress.interval
    let now = clock.now
    guard now >= next else { return }
    next = now.advanced(by: Progress.pace)
    let loss = NumberFormat.significant(4).text(step.loss)
    let share = Int(100 * Double(step.number) / Double(max(steps, 1)))
    let text = Phrase.progress(step: step.number, of: steps, share: share, loss: loss)
    console.error.write("\r\(text[console.language])  ")
    console.error.flush()
    hasWritten = true
  }

  func end() {
    if hasWritten { console.error.write("\n") }
  }
}
