public import Texts

/// Something the tool says, in every language it speaks.
///
/// The wording of rules, documents, reports and errors stands in this module, one file a subject;
/// what options, commands and examples say of themselves stands beside them.
public struct Phrase: Hashable, Sendable {
  /// As it is said in English.
  package let english: Wording
  /// As it is said in Chinese.
  package let chinese: Wording

  /// Makes a phrase of what is said in each language.
  package init(_ english: Wording, _ chinese: Wording) {
    self.english = english
    self.chinese = chinese
  }

  /// Makes a phrase that is the same in every language: a name, a number.
  package init(verbatim text: String) { self.init(Wording(words: text), Wording(words: text)) }

  /// The wording in one language, as plain text.
  public subscript(language: Language) -> String { wording(in: language).text }

  /// The wording in one language, for a format that writes mathematics in its own way.
  package func wording(in language: Language) -> Wording {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  /// Sentences behind each other.
  package static func sentences(_ sentences: [Phrase]) -> Phrase {
    guard let first = sentences.first else { return Phrase("", "") }
    return sentences.dropFirst().reduce(first) { $0.followed(by: $1) }
  }

  /// The phrase with another one behind it; `between` joins them.
  package func followed(by other: Phrase, between: Phrase = Phrase(" ", "")) -> Phrase {
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
    let (english, chinese) = lists(words.prefix(100) + (words.count > 100 ? ["…"] : []))
    return Phrase("use one of \(english)", "可写：\(chinese)")
  }

  /// Words behind each other, as each language lists them.
  static func lists(_ words: [String]) -> (english: String, chinese: String) {
    (words.joined(separator: ", "), words.joined(separator: "、"))
  }

  func and(_ other: Phrase) -> Phrase { followed(by: other, between: Phrase("", "")) }
}
