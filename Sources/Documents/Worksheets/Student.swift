internal import Texts

/// Whose worksheet it is, as a roster says.
public struct Student: Sendable {
  /// What the student is called.
  public var name: String
  /// What else the roster says: id, email, group, each under the roster's own word for it.
  public var details: [(key: String, value: String)]

  /// Takes a row of a roster.
  public init(name: String, details: [(key: String, value: String)] = []) {
    self.name = name
    self.details = details
  }

  /// All of it on one line, which `check` reads again: "Anna; id: 17; group: B".
  var line: String {
    ([name.visible] + details.map { "\($0.key.visible): \($0.value.visible)" })
      .joined(separator: "; ")
  }
}
