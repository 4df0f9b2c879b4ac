internal import ScalarBackprop

/// Weights and biases of which nothing is said, one behind the other: w5 = 0.36, w6 = 0.41.
struct BareRun {
  /// What one of them is.
  enum Meaning {
    case given, new
    /// It has the new value to its digits.
    case likeNew
    case unclear
  }

  struct Number {
    var entry: Entry
    /// Its place in the entry's value.
    var place: Int
    var parameter: Parameter
    var says: Answer.Sign
    var text: String
    var number: WrittenNumber?
    var meaning = Meaning.unclear
  }

  var numbers: [Number] = []
  /// Those whose old value stood above.
  var restated: Set<Parameter> = []

  mutating func add(_ entry: Entry, _ targets: [Target]) {
    for (place, (text, target)) in zip(entry.numbers, targets).enumerated() {
      guard case .parameter(_, let parameter) = target.quantity else { continue }
      numbers.append(
        Number(
          entry: entry, place: place, parameter: parameter, says: target.says, text: text,
          number: try? WrittenNumber(text)))
    }
  }

  /// Whether a parameter stands there but once.
  func isOnce(_ parameter: Parameter) -> Bool {
    numbers.count { $0.parameter == parameter } == 1
  }
}
