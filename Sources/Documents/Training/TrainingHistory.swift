public import ScalarBackprop

/// What a training went through, in bounded memory: the steps a table shows, and curves of at most
/// some thousand points whatever the number of steps.
public struct TrainingHistory: Sendable {
  /// A step that a table shows, and how many samples were classified correctly at the end of the
  /// last epoch before it or with it.
  struct Row {
    var step: TrainingStep
    var correct: Int?
  }

  /// Steps 1, 2, 5, 10, 20, 50 …
  private var shown: [Row] = []
  private var last: Row?
  private var correct: Int?
  private let sampleCount: Int
  /// The loss of each step's batch, and the accuracy after each epoch: the share of all samples that
  /// are classified correctly.
  private(set) var loss = Curve()
  private(set) var accuracy = Curve()
  /// How many steps the epochs took that are through.
  private(set) var stepsInEpochs = 0

  /// Makes a history of nothing, of a training on so many samples.
  public init(samples: Int) { sampleCount = samples }

  /// Takes the next step.
  public mutating func add(_ step: TrainingStep) {
    if let now = step.evaluation?.correct {
      correct = now
      accuracy.add(Double(now) / Double(sampleCount))
      stepsInEpochs = step.number
    }
    let row = Row(step: step, correct: correct)
    last = row
    if TrainingHistory.isShown(step.number) { shown.append(row) }
    loss.add(step.loss)
  }

  /// How many steps there were.
  var steps: Int { last?.step.number ?? 0 }

  /// 1, 2 or 5 times a power of ten.
  private static func isShown(_ number: Int) -> Bool {
    var rest = number
    while rest % 10 == 0 { rest /= 10 }
    return rest == 1 || rest == 2 || rest == 5
  }

  /// The rows of a table: the shown steps and the last one.
  var rows: [Row] {
    guard let last, shown.last?.step.number != last.step.number else { return shown }
    return shown + [last]
  }

  /// Numbers in the order in which they come, each point the mean of as many of them.
  struct Curve: Sendable {
    private var means: [Double] = []
    private var numbersAPoint = 1
    private var sum = 0.0
    private var count = 0

    private static let mostPoints = 2048

    mutating func add(_ value: Double) {
      sum += value
      count += 1
      guard count == numbersAPoint else { return }
      // Where the sum goes beyond Double, the mean does not.
      means.append(min(sum / Double(count), .greatestFiniteMagnitude))
      (sum, count) = (0, 0)
      guard means.count == Curve.mostPoints else { return }
      means = stride(from: 0, to: means.count, by: 2).map { means[$0] / 2 + means[$0 + 1] / 2 }
      numbersAPoint *= 2
    }

    /// At most so many points, each the mean of those it stands for; what does not fill a point yet
    /// is left out.
    func points(_ wanted: Int) -> [Double] {
      guard means.count > wanted else { return means }
      return (0..<wanted).map { n in
        let range = n * means.count / wanted..<(n + 1) * means.count / wanted
        return means[range].reduce(0) { $0 + $1 / Double(range.count) }
      }
    }
  }
}
