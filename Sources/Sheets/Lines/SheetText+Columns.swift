internal import Phrases
internal import Texts

// The columns of a table of answers, by their headings.

extension SheetText {
  /// Which column holds what.
  struct Columns {
    var id: Int?
    var symbol: Int?
    var answers: [Int]
    /// What the columns of answers are headed, and their students' places on the sheet.
    var students: [PlacedText]
    var seats: [Int] = []
    /// What the headings of the columns of answers say of their values.
    var roles: [Name.Role?] = []
    /// Columns of which nobody knows what they hold, beside others that are known.
    var unknown: [Int] = []

    /// Whether each column of answers is a student's.
    var isClass: Bool { roles.isEmpty && answers.count > 1 }

    /// The columns of a Chinese worksheet by their English names.
    static func plain(_ name: String) -> String {
      let others = [
        "序号": "no", "标识": "id", "符号": "symbol", "公式": "formula", "答案": "answer", "样本": "sample",
      ]
      return others[name] ?? name
    }

    init?(_ header: [PlacedText]) {
      let names = header.map { Columns.plain($0.text.lowercased()) }
      id = names.firstIndex(of: "id")
      symbol = Columns.names.lazy.compactMap { names.firstIndex(of: $0) }.first
      if id == nil, symbol == nil {
        // A column of values beside one without a known heading.
        guard names.count > 1, names.dropFirst().contains(where: { Columns.role(of: $0) != nil })
        else { return nil }
        symbol = 0
      }
      // Columns of net values, outputs and errors are no students'.
      if id == nil, names.dropFirst().contains(where: Columns.isKind) { return nil }
      let taken = [id, symbol]
      let own = names.indices.filter { !taken.contains($0) }
      let found = own.filter { Columns.role(of: names[$0]) != nil }
      if !found.isEmpty {
        answers = found
        roles = found.map { Columns.role(of: names[$0]) ?? nil }
        students = found.map { _ in PlacedText("", at: header[found[0]].offset) }
        unknown = own.filter { !found.contains($0) && !Columns.known.contains(names[$0]) }
        // Beside columns of other kinds each cell is for itself.
        if id == nil, unknown.contains(where: { Columns.isDerivative(header[$0].text) }) {
          return nil
        }
        return
      }
      let known = Columns.known
      answers = names.indices.filter { !known.contains(names[$0]) }
      students = answers.map { header[$0] }
      if answers.isEmpty { return nil }
    }

    /// Headings of columns that hold no answers.
    private static let known = [
      "id", "symbol", "formula", "phase", "no", "cell", "sample", "", "formule", "formel",
      "fórmula",
      "formuła", "формула", "formül", "式", "수식", "计算", "calculation", "working", "rechnung",
      "cálculo",
      "calcolo", "calcul", "berekening", "obliczenie",
    ]

    /// Whether a heading names a kind of quantity: net, output, δ.
    static func isKind(_ heading: String) -> Bool {
      let words = NameParser.words(of: String(heading.map { $0.isLetter ? $0 : " " }))
      guard let first = words.first else { return false }
      if heading == "δ" || ["net", "err", "errj"].contains(first) { return true }
      switch Words.meaning(of: words.prefix(2)) ?? Words.meaning(of: [first]) {
      case .kind(let kind):
        return [.net, .output, .delta, .slope, .loss, .anyError].contains(kind)
      case .role, .layer, .node, .layerNumber, .derivative, .filler, nil: return false
      }
    }

    /// Whether a heading is a derivative: dE/dout.
    private static func isDerivative(_ heading: String) -> Bool {
      let text = Spelling.plain(heading)
      return text.contains("/") && text.first.map { "d∂".contains($0) } ?? false
    }

    /// Headings of the column that names quantities, the surest first.
    private static let names = [
      "symbol", "quantity", "name", "no", "量", "符号", "名称", "weight", "parameter", "connection",
      "variable", "参数", "权重", "grootheid", "größe", "magnitud", "grandeur", "grandezza", "grandeza",
      "величина", "wielkość", "nicelik", "양", "記号", "기호",
    ]

    /// What a heading says of the values below it: nothing but that they are values, or old, new, a
    /// gradient, a change; `nil` for a heading of another kind.
    static func role(of heading: String) -> Name.Role?? {
      for (role, words) in roles where words.contains(heading) { return .some(role) }
      // "change = −η·gradient", "new (3 digits)", "gradient ∂E/∂w"
      var start = String(heading.prefix { !"=([∂,".contains($0) }).trimmed
      for ending in ["_ij", "_ji", "_{ij}", "_{ji}"] where start.hasSuffix(ending) {
        start = String(start.dropLast(ending.count))
      }
      if start.utf8.count < heading.utf8.count, !start.isEmpty { return role(of: start) }
      guard let role = Words.role(of: NameParser.words(of: heading)), role != .after else {
        return nil
      }
      return .some(role)
    }

    private static let roles: [(Name.Role?, [String])] = [
      (
        nil,
        [
          "ergebnis", "resultado", "risultato", "résultat", "valeur", "valore", "число", "значение",
          "ответ", "値", "結果", "答え", "数值", "计算结果", "my answer", "your answer", "number", "giá trị",
          "değer", "результат", "waarde", "wartość", "answers", "values", "results",
        ]
      ), (nil, ["answer", "value", "result", "答案", "值", "结果", "wert", "valor"]),
      (
        .old,
        [
          "old", "old value", "before", "initial", "alt", "antiguo", "vecchio", "旧值", "更新前",
          "antes",
          "avant", "vorher", "prima", "przed", "до", "前",
        ]
      ),
      (
        .new,
        [
          "new", "new value", "after", "updated", "neu", "nuevo", "nuovo", "新值", "更新后", "depois",
          "después",
          "après", "nachher", "dopo", "po", "после", "后",
          "updated value",
        ]
      ),
      (.gradient, ["gradient", "grad", "梯度"]),
      (.change, ["change", "改变量", "delta", "Δ", "Δw", "δw", "änderung"]),
    ]
  }
}
