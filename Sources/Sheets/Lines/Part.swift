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
}
