package import ScalarBackprop

/// What a training went through, in bounded memory: the steps a table shows, and two curves.
package struct TrainingHistory: Sendable {
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
  /// How many steps an epoch takes.
  let stepsPerEpoch: Int
  /// The loss of each step's batch, and the accuracy after each epoch: the share of all samples that
  /// are classified correctly.
  private(set) var loss = Curve()
  private(set) var accuracy = Curve()
  /// The loss of the held-out samples before each epoch, and behind the last one.
  private(set) var validation = Curve()
  /// How many steps the epochs took that are through.
  private(set) var stepsInEpochs = 0

  /// An empty history of a training on so many samples, in so many steps an epoch.
  package init(samples: Int, stepsPerEpoch: Int) {
    sampleCount = samples
    self.stepsPerEpoch = stepsPerEpoch
  }

  /// Takes the next step.
  package mutating func add(_ step: TrainingStep) {
    if let now = step.evaluation?.correct {
      correct = now
      accuracy.add(Double(now) / Double(sampleCount))
      stepsInEpochs = step.number
    }
    let row = Row(step: step, correct: correct)
    last = row
    if TrainingHistory.isShown(step.number) { shown.append(row) }
    loss.add(step.loss)
    if (step.number - 1) % stepsPerEpoch == 0 { addValidation(step.validationLoss) }
  }

  /// Takes what the training came to.
  package mutating func end(_ result: TrainingResult) {
    guard result.divergence == nil, result.steps % stepsPerEpoch == 0 else { return }
    addValidation(result.validation?.evaluation.loss)
  }

  /// What is beyond Double has its place all the same.
  private mutating func addValidation(_ loss: Double?) {
    guard let loss else { return }
    validation.add(loss.isFinite ? loss : .greatestFiniteMagnitude)
  }

  /// How many steps there were.
  var steps: Int { last?.step.number ?? 0 }

  /// Whether a table shows the step of this number: 1, 2 or 5 times a power of ten.
  package static func isShown(_ number: Int) -> Bool {
    var rest = number
    while rest % 10 == 0 { rest /= 10 }
    return rest == 1 || rest == 2 || rest == 5
  }

  /// The rows of a table: the shown steps and the last one.
  var rows: [Row] {
    guard let last, shown.last?.step.number != last.step.number else { return shown }
    return shown + [last]
  }
}
