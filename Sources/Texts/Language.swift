/// A language that the tool speaks. Raw values are those of `--lang`.
public enum Language: String, CaseIterable, Hashable, Sendable {
  case english = "en"
  case chinese = "zh"

  /// The language of an environment: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set.
  package init(environment: [String: String]) {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    self = locale.lowercased().hasPrefix("zh") ? .chinese : .english
  }

  /// The language that people mean by a word: its code, alone or with a region or script (zh-CN,
  /// zh_Hans, en_GB), the country's, or its name; `nil` for any other word.
  package init?(spelling word: String) {
    let code = word.lowercased().split { $0 == "-" || $0 == "_" || $0 == "." }.first
    switch code {
    case "en", "english": self = .english
    case "zh", "cn", "chinese", "中文": self = .chinese
    default: return nil
    }
  }
}
