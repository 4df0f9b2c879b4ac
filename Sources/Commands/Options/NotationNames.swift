internal import Derivations

/// The names that `--notation` and network files may use.
enum NotationNames {
  static let all = Notation.names
}
