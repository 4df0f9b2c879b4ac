/// Reads names as people write them: "new w5", "∂E/∂w_{11}", "out h1", "dW1[0][1]", "δ^{(2)}_1".
struct NameParser {
  /// The names of the network's own nodes.
  let labels: Set<String>
  /// The same as they are written with a subscript: s_1 for s1.
  private let subscripted: [String: String]
  /// All these, the longest first.
  let spellings: [(written: String, label: String)]

  init(labels: Set<String>) {
    self.labels = labels
    let pairs = labels.compactMap { label -> (String, String)? in
      let digits = label.reversed().prefix { $0.isASCIIDigit }.count
      guard digits > 0, digits < label.count, !label.contains("_") else { return nil }
      return ("\(label.dropLast(digits))_\(label.suffix(digits))", label)
    }
    subscripted = Dictionary(uniqueKeysWithValues: pairs.filter { !labels.contains($0.0) })
    spellings = (labels.map { ($0, $0) } + subscripted.map { ($0, $1) })
      .sorted { ($1.0.count, $0.0) < ($0.0.count, $1.0) }
  }

  /// The node that is so called.
  func label(_ text: String) -> String? { labels.contains(text) ? text : subscripted[text] }

  /// What a name says; `nil` for what is no name.
  func name(_ text: String) -> Name? {
    guard text.utf8.count <= 120 else { return nil }
    // In "error total" the second word is no index.
    let isInWords = text.contains { $0.isWhitespace }
    guard isInWords else { return symbol(text) ?? phrase(text) }
    return phrase(text) ?? (isSpaced(text) ? symbol(text) : nil)
  }

  /// Whether a text with blanks can be one symbol: no letter of it is that of a word which says nothing.
  private func isSpaced(_ text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).allSatisfy { piece in
      let word = String(piece)
      guard word.utf8.count > 2, word.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) else {
        return true
      }
      return Vocabulary.isKnown(word) || NameParser.layers[word] != nil
        || NameParser.words.contains(word) || label(word) != nil
        || Words.meaning(of: [word.lowercased()]) != nil
    }
  }

  /// What a symbol says: letters with their indices; blanks and braces do not count.
  func symbol(_ text: String) -> Name? {
    if let name = withoutRemark(text) { return name }
    var plain = NameParser.bare(text)
    for step in ["(n)", "(t)", "(k)"] where plain.hasSuffix(step) && plain.count > step.count {
      // at the step n
      plain = String(plain.dropLast(step.count))
    }
    guard plain.contains(where: { $0.isLetter || $0 == "∂" }) else { return nil }
    for mark in ["^+", "^*", "^new", "^neu", "^old", "^alt"] {
      // w^+_6: what is said of it stands above, before its number.
      guard let place = plain.firstPlace(of: mark + "_") else { continue }
      let rest = plain[plain.utf8.index(place, offsetBy: mark.utf8.count)...]
      return withRole(plain[..<place] + rest + mark)
    }
    if plain.hasSuffix(")"), let open = plain.firstIndex(of: "("),
      Vocabulary.heads.contains(where: { $0.kind == .loss && $0.word == plain[..<open] }),
      plain[open...].contains(","), !plain[open...].contains(where: { "*/+-=".contains($0) })
    {
      // L(ŷ, y)
      return base(String(plain[..<open]))
    }
    if let name = kindOfNode(plain) { return name }
    return connection(plain) ?? derivative(plain) ?? moduleParameter(plain) ?? slopeFormula(plain)
      ?? differenceFormula(plain) ?? withRole(plain)
  }

  /// A name with what is said of it behind: w1 (x1→h1), "error (MSE)".
  func withoutRemark(_ text: String) -> Name? {
    guard text.hasSuffix(")"), let open = text.firstPlace(of: " ("),
      let name = self.name(String(text[..<open]))
    else { return nil }
    switch name.kind {
    case .weight, .bias, .loss, .anyError: break
    default: return nil
    }
    let inside = text[open...].dropFirst(2).dropLast()
    if name.kind == .weight, name.indices.isEmpty,
      let ends = connection(NameParser.bare(String(inside)))
    {
      // w_new (x1→h2)
      var own = ends
      own.role = name.role
      return own
    }
    guard name.kind != .weight && name.kind != .bias || !name.indices.isEmpty else { return nil }
    if name.kind == .anyError, !Vocabulary.isLoss(String(inside)) { return nil }
    switch Words.meaning(of: inside.lowercased().split(separator: " ").map(String.init)[...]) {
    case nil: return name
    case .kind(.loss): return name.kind == .loss ? name : nil
    default: return nil
    }
  }

  /// x1→h1, or a bias b→h1: a weight by the nodes that it connects.
  func connection(_ text: String) -> Name? {
    if text.hasPrefix("Δ") {
      var name = connection(String(text.dropFirst()))
      name?.role = .change
      return name
    }
    let sign: Character = text.contains("→") ? "→" : "-"
    let ends = text.split(separator: sign, omittingEmptySubsequences: false).map(String.init)
    guard ends.count == 2, let to = label(ends[1]) else { return nil }
    if NameParser.constants.contains(ends[0].lowercased()), label(ends[0]) == nil {
      return Name(kind: .bias, role: .plain, letter: "→", indices: [Name.Index(text: to)])
    }
    guard let from = label(ends[0]), from != to else { return nil }
    return Name(
      kind: .weight, role: .plain, letter: "→",
      indices: [Name.Index(text: from), Name.Index(text: to)])
  }

  /// What a bias is said to come from.
  private static let constants: Set<String> = [
    "bias", "b", "1", "+1", "const", "biais", "sesgo", "viés", "bias unit", "偏置", "阈值", "смещение",
  ]

  /// Net(A1), Çıktı(C): a word for a kind of quantity, and a neuron in brackets.
  private func kindOfNode(_ text: String) -> Name? {
    guard text.hasSuffix(")"), let open = text.firstIndex(of: "("),
      case let node = String(text[open...].dropFirst().dropLast()), labels.contains(node),
      case let word = text[..<open], word.count > 1, word.allSatisfy(\.isLetter),
      Words.meaning(of: [word.lowercased()]) != nil
    else { return nil }
    return phrase("\(word) \(node)")
  }

  /// layer2.weight, 0.bias.grad: what programs call the parameters of a layer.
  func moduleParameter(_ text: String) -> Name? {
    let bare = text.hasSuffix(":0") ? String(text.dropLast(2)) : text
    var parts = bare.split { ".:/".contains($0) }.map(String.init)
    let isGradient = parts.last == "grad"
    if isGradient { parts.removeLast() }
    guard let word = parts.popLast(), let layer = parts.last,
      let kind = ["weight": Name.Kind.weight, "kernel": .weight, "bias": .bias][word]
    else { return nil }
    let number = String(layer.reversed().prefix { $0.isASCIIDigit }.reversed())
    // The first of such layers has no number.
    guard !number.isEmpty || layer.hasPrefix("dense") else { return nil }
    return Name(
      kind: kind, role: isGradient ? .gradient : .plain, letter: "layer." + word,
      indices: [Name.Index(text: number.isEmpty ? "0" : number)])
  }

  /// A name without blanks and braces.
  static func bare(_ text: String) -> String {
    String(text.filter { !$0.isWhitespace && !"{}\\".contains($0) })
  }

  // MARK: Letters and indices

  /// A letter or word with its indices, or a node's own name.
  func base(_ text: String) -> Name? {
    if let label = label(text) {
      return Name(kind: .node, role: .plain, letter: "", indices: [Name.Index(text: label)])
    }
    if let (index, kind) = calledBehind(text) {
      return Name(kind: kind, role: .plain, letter: "", indices: [index])
    }
    if let name = applied(text) { return name }
    for (word, kind) in Vocabulary.heads where text.hasPrefix(word) {
      var rest = text.dropFirst(word.count)
      if kind == .loss, rest == "_t" || rest == "_T" { rest = "" }
      guard let indices = indices(rest, of: kind) else { continue }
      // The letter behind a word is no layer: 损失L.
      if word.count > 1, rest.count == 1, indices.first?.text.isEmpty ?? false { continue }
      return Name(kind: kind, role: .plain, letter: word, indices: indices)
    }
    return wordWithIndex(text)
  }

  /// çıkış_h1, netto_4: a word of any language in the place of a letter.
  private func wordWithIndex(_ text: String) -> Name? {
    guard let mark = text.lastIndex(of: "_"), case let word = text[..<mark].lowercased(),
      case .kind(let kind) = Words.meaning(of: [word.split(separator: "_").joined(separator: " ")]),
      let indices = indices(text[mark...], of: kind), !indices.isEmpty
    else { return nil }
    return Name(kind: kind, role: .plain, letter: "in words: \(kind)", indices: indices)
  }

  /// h1_out, h1_in, o1_delta.
  func calledBehind(_ text: String) -> (Name.Index, Name.Kind)? {
    for (ending, kind) in [
      ("_out", Name.Kind.output), ("_output", .output), ("_net", .net), ("_in", .net),
      ("_delta", .delta), ("_error", .error), ("_slope", .slope), (".out", .output), (".net", .net),
      (".delta", .delta), ("output", .output), ("input", .net), ("out", .output), ("net", .net),
      ("in", .net),
    ] where text.hasSuffix(ending) {
      let label = String(text.dropLast(ending.count))
      if let label = self.label(label) { return (Name.Index(text: label), kind) }
      if ending.first == "_" || ending.first == ".", let (index, width) = token(label[...]),
        width == label.count, index.layer != nil
      {
        return (index, kind)
      }
    }
    return nil
  }

  /// σ(z_1), f(net_4) are outputs, σ′(z_1), f′(net_4) slopes.
  func applied(_ text: String) -> Name? {
    guard text.hasSuffix(")"), let open = text.firstIndex(of: "(") else { return nil }
    let function = String(text[..<open])
    let kind: Name.Kind
    switch function {
    case "σ", "f", "g", "sigmoid", "tanh", "relu", "ReLU", "softmax": kind = .output
    case "σ'", "f'", "g'", "sigmoid'", "tanh'", "relu'", "ReLU'": kind = .slope
    default: return nil
    }
    let inside = String(text[text.index(after: open)...].dropLast())
    guard var name = base(inside), name.kind == .net || name.kind == .node || name.kind == .output
    else { return nil }
    name.wasApplied = true
    name.kind = kind
    return name
  }
}
