public import Texts

/// Something the tool says, in every language it speaks.
///
/// All of its wording stands in this module, one file a subject: what is wrong with a file or a
/// command (`Phrase+Files.swift`, `Phrase+Usage.swift`), the names of rules and the reasons behind
/// them (`Phrase+ForwardRules.swift`), the headings of a document, the help.
public struct Phrase: Hashable, Sendable {
  /// As it is said in English.
  public let english: String
  /// As it is said in Chinese.
  public let chinese: String

  /// Makes a phrase of what is said in each language.
  public init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// The wording in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  /// Sentences behind each other.
  public static func sentences(_ sentences: [Phrase]) -> Phrase {
    guard let first = sentences.first else { return Phrase("", "") }
    return sentences.dropFirst().reduce(first) { $0.followed(by: $1) }
  }

  /// The phrase with another one behind it; `between` joins them.
  public func followed(by other: Phrase, between: Phrase = Phrase(" ", "")) -> Phrase {
    Phrase(
      english + between.english + other.english, chinese + between.chinese + other.chinese)
  }
}

extension Phrase {
  /// "; did you mean 'X'?", or what else to write where nothing is near.
  static func remedy(_ suggestion: String?, else other: Phrase) -> Phrase {
    guard let suggestion else { return Phrase("; \(other.english)", "；\(other.chinese)") }
    return Phrase("; did you mean '\(suggestion)'?", "；是不是想写 '\(suggestion)'？")
  }

  /// A list of words to choose from, of very many the first ones.
  static func choice(_ words: [String]) -> Phrase {
    let list = (words.prefix(100) + (words.count > 100 ? ["…"] : [])).joined(separator: ", ")
    return Phrase("write one of \(list)", "可写：\(list)")
  }

  func and(_ other: Phrase) -> Phrase { followed(by: other, between: Phrase("", "")) }
}
