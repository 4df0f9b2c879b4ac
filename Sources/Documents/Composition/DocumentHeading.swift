package import Phrases

/// What a document says above its numbers.
package struct DocumentHeading: Sendable {
  /// The network's title, any text; `nil` where it has none.
  package var title: String?
  /// The numeric policy in words.
  package var policy: String
  /// What else there is to know before reading; `nil` for nothing.
  package var note: Phrase?

  /// Makes the heading of a step.
  package init(title: String?, policy: String, note: Phrase? = nil) {
    self.title = title
    self.policy = policy
    self.note = note
  }
}
