internal import Phrases
internal import ScalarBackprop
internal import Texts

/// Tells on the error output how a long calculation goes, where that is a terminal.
struct Progress {
  private let console: Console
  private let clock = ContinuousClock()
  private var next: ContinuousClock.Instant
  private var lastLook: ContinuousClock.Instant
  /// Steps between two looks at the clock: as many as keep the looks about `glance` apart, so
  /// that a step of nanoseconds is not slowed and one of seconds is told.
  private var interval = 1
  private var stepsToLook = 1
  private var hasWritten = false

  /// The time from one word to the next, and from one look to the next.
  private static let (pace, glance) = (Duration.milliseconds(200), Duration.milliseconds(10))

  /// Makes the progress of what begins now.
  init(_ console: Console) {
    self.console = console
    lastLook = clock.now
    next = lastLook.advanced(by: console.surroundings.patience)
  }

  /// Takes note of a step, which is put into words only where they are shown.
  mutating func tell(_ words: () -> Phrase) {
    guard console.surroundings.isErrorTerminal else { return }
    stepsToLook -= 1
    guard stepsToLook == 0 else { return }
    let now = look()
    guard now >= next else { return }
    next = now.advanced(by: Progress.pace)
    console.error.write("\r\(words()[console.language])  ")
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

  /// How much of a whole that is, in per cent.
  static func share(_ part: Int, of whole: Int) -> Int {
    Int(100 * Double(part) / Double(max(whole, 1)))
  }
}

extension Console {
  /// Compares gradients with differences, and tells how that goes where it takes long.
  func checkGradients(
    of network: Network, on samples: [Sample], _ batchLoss: BatchLoss
  ) throws(GradientCheckError) -> GradientCheck {
    let all = network.parameters.count
    var progress = Progress(self)
    defer { progress.end() }
    return try network.checkGradients(on: samples, batchLoss: batchLoss) { count in
      progress.tell {
        .gradcheckProgress(count, of: all, share: Progress.share(count, of: all))
      }
    }
  }
}
