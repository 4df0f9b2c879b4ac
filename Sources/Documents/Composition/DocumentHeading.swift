/// What a document says above its numbers.
public struct DocumentHeading: Sendable {
  /// The network's title, any text; `nil` where it has none.
  public var title: String?
  /// The numeric policy in words.
  public var policy: String

  /// Makes the heading of a step.
  public init(title: String?, policy: String) {
    self.title = title
    self.policy = policy
  }
}
