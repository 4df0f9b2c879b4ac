/// What people say in words, in several languages: "net input of neuron 4", "输出层的误差项",
/// "neue Gewichte".
enum Words {
  /// What a word, or several together, say.
  enum Meaning: Hashable {
    case kind(Name.Kind)
    case role(Name.Role)
    /// A layer.
    case layer(Name.Index.Layer)
    /// A word before a neuron's number or name, or before a layer's number.
    case node, layerNumber
    /// The activation's derivative.
    case derivative
    /// A word that says nothing of which quantity is meant.
    case filler
  }

  /// What a run of words says; `nil` where it says nothing.
  static func meaning(of words: ArraySlice<String>) -> Meaning? {
    table[words.joined(separator: " ")]
  }

  /// What words say of parameters, beside others that say nothing: "neuer Wert", "valor inicial".
  static func role(of words: [String]) -> Name.Role? {
    var role: Name.Role?
    var rest = words[...]
    while !rest.isEmpty {
      let width = (1...min(longest, rest.count)).reversed().first {
        meaning(of: rest.prefix($0)) != nil
      }
      switch width.flatMap({ meaning(of: rest.prefix($0)) }) {
      case .role(let own) where role == nil || role == own: role = own
      case .filler, .kind(.weight), .kind(.bias): break
      case nil where rest.first == "δ" && role ?? .change == .change: role = .change
      default: return nil
      }
      rest = rest.dropFirst(width ?? 1)
    }
    return role
  }

  /// So many words at most make one.
  static let longest = 4

  /// The longest word at the beginning of a text of a language that puts no blanks between words.
  static func unspaced(at text: Substring) -> String? {
    for width in (1...longestUnspaced).reversed() {
      let word = String(text.prefix(width))
      if word.count == width, table[word] != nil { return word }
    }
    return nil
  }

  private static let longestUnspaced =
    table.keys.filter { $0.unicodeScalars.first.map { $0.value > 0x2E80 } ?? false }
    .map(\.count).max() ?? 1

  private static let table: [String: Meaning] = {
    var table: [String: Meaning] = [:]
    for (meaning, words) in entries {
      for word in words { table[word] = meaning }
    }
    return table
  }()

  /// Words for any sum.
  static let sums: Set<String> = ["sum", "summe", "suma", "somma", "somme", "soma", "和", "求和"]

  /// What the sum of the outputs' errors may be called below them.
  static let totals: Set<String> = [
    "total", "sum", "in total", "total sum", "summe", "gesamt", "suma", "totale", "somme", "итого",
    "合计", "总和", "总计", "合計", "합계", "toplam", "razem", "soma",
  ]

  private static let entries: [(Meaning, [String])] = kinds + roles + places + fillers
}
