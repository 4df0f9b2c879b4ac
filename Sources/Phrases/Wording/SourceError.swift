public import Texts

/// What is wrong with a text someone wrote, and where.
public struct SourceError: Error, Hashable, Sendable {
  /// Where it is wrong; `nil` where the whole file is meant.
  public var position: SourcePosition?
  /// What is wrong, and what to write instead.
  public var phrase: Phrase
  /// The file, where it is not the one that was being read.
  public var file: String?

  /// Makes an error at a place of a file; without a file it is in the one that was being read.
  package init(position: SourcePosition?, phrase: Phrase, file: String? = nil) {
    self.position = position
    self.phrase = phrase
    self.file = file
  }
}
