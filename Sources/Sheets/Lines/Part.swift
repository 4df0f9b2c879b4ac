internal import Texts

/// One answer of a line, as it stands there: a name, what was worked out on the way, and the end.
struct Part: Hashable {
  /// The names that the value belongs to, in order; most parts have one.
  var names: [String]
  /// What stands between the name and the value, piece by piece.
  var working: [String] = []
  /// What stands last.
  var value: String
  /// What stood before an arrow between two plain numbers.
  var old: String?
  /// Whether an arrow to the left stands before the value: w ← 0.36.
  var isAssigned = false

  /// The part with the weight or bias that its line is about, where its name says but a role: "grad".
  func of(_ parameter: String?) -> Part {
    guard let parameter, let name = names.last,
      Words.role(of: NameParser.words(of: name.lowercased())) != nil
    else { return self }
    var part = self
    part.names[part.names.count - 1] = name + " " + parameter
    return part
  }
}
