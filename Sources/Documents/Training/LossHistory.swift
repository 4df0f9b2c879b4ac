public import ScalarBackprop

/// The losses of a training in bounded memory: the steps a table shows, and a curve of at most
/// some thousand points whatever the number of steps.
public struct LossHistory: Sendable {
  /// Steps 1, 2, 5, 10, 20, 50 … and the last one.
  private(set) var shown: [TrainingStep] = []
  private(set) var last: TrainingStep?
  /// Means over so many steps each, the last of which may be incomplete.
  private(set) var curve: [Double] = []
  private(set) var stepsAPoint = 1
  private var sum = 0.0
  private var count = 0

  /// Makes a history of nothing.
  public init() {}

  private static let mostPoints = 2048

  /// Takes the next step.
  public mutating func add(_ step: TrainingStep) {
    last = step
    if LossHistory.isShown(step.number) { shown.append(step) }
    sum += step.loss
    count += 1
    guard count == stepsAPoint else { return }
    curve.append(sum / Double(count))
    (sum, count) = (0, 0)
    if curve.count == LossHistory.mostPoints {
      curve = stride(from: 0, to: curve.count, by: 2).map { (curve[$0] + curve[$0 + 1]) / 2 }
      stepsAPoint *= 2
    }
  }

  /// 1, 2 or 5 times a power of ten.
  private static func isShown(_ number: Int) -> Bool {
    var rest = number
    while rest % 10 == 0 { rest /= 10 }
    return rest == 1 || rest == 2 || rest == 5
  }

  /// The rows of a table: the shown steps and the last one.
  var rows: [TrainingStep] {
    guard let last, shown.last?.number != last.number else { return shown }
    return shown + [last]
  }

  /// The curve in so many points, each the mean of those it stands for.
  func points(_ wanted: Int) -> [Double] {
    guard curve.count > wanted else { return curve }
    return (0..<wanted).map { n in
      let range = n * curve.count / wanted..<(n + 1) * curve.count / wanted
      return curve[range].reduce(0, +) / Double(range.count)
    }
  }
}
