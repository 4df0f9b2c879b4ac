public import Phrases

/// What a document says above its numbers.
public struct DocumentHeading: Sendable {
  /// The network's title, any text; `nil` where it has none.
  public var title: String?
  /// The numeric policy in words.
  public var policy: String
  /// What else there is to know before reading; `nil` for nothing.
  public var note: Phrase?

  /// Makes the heading of a step.
  public init(title: String?, policy: String, note: Phrase? = nil) {
    self.title = title
    self.policy = policy
    self.note = note
  }
}
