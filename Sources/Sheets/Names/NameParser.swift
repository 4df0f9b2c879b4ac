/// Reads names as people write them: "new w5", "∂E/∂w_{11}", "out h1", "dW1[0][1]", "δ^{(2)}_1".
struct NameParser {
  /// The names of the network's own nodes.
  let labels: Set<String>

  /// What a name says; `nil` for what is no name.
  func name(_ text: String) -> Name? {
    guard text.utf8.count <= 80 else { return nil }
    let plain = NameParser.bare(text)
    guard plain.contains(where: { $0.isLetter || $0 == "∂" }) else { return nil }
    return derivative(plain) ?? moduleParameter(plain) ?? withRole(plain)
  }

  /// layer2.weight, 0.bias.grad: what programs call the parameters of a layer.
  private func moduleParameter(_ text: String) -> Name? {
    var parts = text.split(separator: ".").map(String.init)
    let isGradient = parts.last == "grad"
    if isGradient { parts.removeLast() }
    guard let word = parts.popLast(), word == "weight" || word == "bias",
      let layer = parts.last,
      let number = Int(String(layer.reversed().prefix { $0.isNumber }.reversed()))
    else { return nil }
    return Name(
      kind: word == "weight" ? .weight : .bias, role: isGradient ? .gradient : .plain,
      letter: "layer." + word, indices: [Name.Index(text: String(number))])
  }

  /// A name without blanks and braces.
  private static func bare(_ text: String) -> String {
    String(text.filter { !$0.isWhitespace && !"{}\\".contains($0) })
  }

  // MARK: Derivatives

  /// ∂E/∂w5, dL/dz2, dE/dy; of the output by the net value a slope.
  private func derivative(_ text: String) -> Name? {
    guard let slash = text.firstIndex(of: "/"), let first = text.first, "d∂".contains(first)
    else { return nil }
    let top = NameParser.unwrapped(text[..<slash].dropFirst())
    let below = text[text.index(after: slash)...]
    guard let sign = below.first, "d∂".contains(sign) else { return nil }
    guard var name = base(NameParser.unwrapped(below.dropFirst())) else { return nil }
    if Vocabulary.isLoss(top) {
      name.isDerivative = true
      switch name.kind {
      case .weight, .bias: name.role = .gradient
      case .net: name.kind = .delta
      case .output, .node: name.kind = .error
      case .loss, .error, .slope, .delta, .input, .target, .rate, .anyError: return nil
      }
      name.letter = "∂" + name.letter
      return name
    }
    guard base(top)?.kind == .output, name.kind == .net else { return nil }
    name.kind = .slope
    return name
  }

  private static func unwrapped(_ text: Substring) -> String {
    text.hasPrefix("(") && text.hasSuffix(")") ? String(text.dropFirst().dropLast()) : String(text)
  }

  // MARK: Roles

  private func withRole(_ text: String) -> Name? {
    if labels.contains(text) { return base(text) }
    for (word, role, isBefore) in Vocabulary.roles {
      guard isBefore ? text.hasPrefix(word) : text.hasSuffix(word), text.count > word.count else {
        continue
      }
      let rest = String(isBefore ? text.dropFirst(word.count) : text.dropLast(word.count))
      guard var name = base(rest), name.role == .plain else { continue }
      switch (role, name.kind) {
      case (.new, .weight), (.new, .bias), (.old, .weight), (.old, .bias), (.gradient, .weight),
        (.gradient, .bias), (.change, .weight), (.change, .bias):
        name.role = role
      case (.new, .loss), (.after, _): name.role = .after
      default: continue
      }
      return name
    }
    return base(text) ?? differential(text)
  }

  /// d_w5, dw5, ∂w5 are gradients, δw5 and delta w5 changes; dz a δ, da an error, before what is none
  /// of these.
  private func differential(_ text: String) -> Name? {
    for (word, role) in [
      ("delta_", Name.Role.change), ("delta", .change), ("Delta_", .change), ("Delta", .change),
      ("δ_", .change), ("δ", .change),
      ("d_", .gradient), ("d", .gradient), ("∂", .gradient),
    ] where text.hasPrefix(word) {
      guard var name = base(String(text.dropFirst(word.count))) else { continue }
      switch name.kind {
      case .weight, .bias: name.role = role
      case .net where role == .gradient: (name.kind, name.isDerivative) = (.delta, true)
      case .output where role == .gradient, .node where role == .gradient:
        (name.kind, name.isDerivative) = (.error, true)
      default: continue
      }
      name.letter = word + name.letter
      return name
    }
    return nil
  }

  // MARK: Letters and indices

  /// A letter or word with its indices, or a node's own name.
  private func base(_ text: String) -> Name? {
    if labels.contains(text) {
      return Name(kind: .node, role: .plain, letter: "", indices: [Name.Index(text: text)])
    }
    if let (text, kind) = calledBehind(text) {
      return Name(kind: kind, role: .plain, letter: "", indices: [Name.Index(text: text)])
    }
    if let name = applied(text) { return name }
    for (word, kind) in Vocabulary.heads where text.hasPrefix(word) {
      guard let indices = indices(text.dropFirst(word.count), of: kind) else { continue }
      return Name(kind: kind, role: .plain, letter: word, indices: indices)
    }
    return nil
  }

  /// h1_out, h1_in, o1_delta.
  private func calledBehind(_ text: String) -> (String, Name.Kind)? {
    for (ending, kind) in [
      ("_out", Name.Kind.output), ("_output", .output), ("_net", .net), ("_in", .net),
      ("_delta", .delta), ("_error", .error),
    ] where text.hasSuffix(ending) {
      let label = String(text.dropLast(ending.count))
      if labels.contains(label) { return (label, kind) }
    }
    return nil
  }

  /// σ(z_1), f(net_4) are outputs, σ′(z_1), f′(net_4) slopes.
  private func applied(_ text: String) -> Name? {
    guard text.hasSuffix(")"), let open = text.firstIndex(of: "(") else { return nil }
    let function = String(text[..<open])
    let kind: Name.Kind
    switch function {
    case "σ", "f", "g", "sigmoid", "tanh", "relu", "ReLU", "softmax": kind = .output
    case "σ'", "f'", "g'", "sigmoid'": kind = .slope
    default: return nil
    }
    let inside = String(text[text.index(after: open)...].dropLast())
    guard var name = base(inside), name.kind == .net || name.kind == .node else { return nil }
    name.kind = kind
    return name
  }

  /// The indices behind a letter: _h1, ^(2)_1, [0][1], 35, _1→2; `nil` where there is anything else.
  private func indices(_ text: Substring, of kind: Name.Kind) -> [Name.Index]? {
    var indices: [Name.Index] = []
    var rest = text
    var isAbove = false
    while let first = rest.first {
      switch first {
      case "_", ",", ".", "(", ")", "-", "→", "]", ">":
        if first == "_" { isAbove = false }
        rest.removeFirst()
      case "^":
        isAbove = true
        rest.removeFirst()
      case "[":
        isAbove = false
        rest.removeFirst()
      default:
        guard let (index, width) = token(rest) else { return nil }
        let isBracket = text[..<rest.startIndex].hasSuffix("[")
        indices.append(Name.Index(text: index, isAbove: isAbove, isBracket: isBracket))
        rest = rest.dropFirst(width)
      }
      if indices.count > 4 { return nil }
    }
    if kind == .loss, indices.allSatisfy({ $0.number == nil && !labels.contains($0.text) }) {
      return []
    }
    return indices
  }

  /// A node's name, the longest that fits, a run of digits, or a word that names a layer.
  private func token(_ text: Substring) -> (String, Int)? {
    let run = text.prefix { $0.isLetter || $0.isNumber }
    var best: String?
    for label in labels where text.hasPrefix(label) && label.count > best?.count ?? 0 {
      best = label
    }
    let digits = run.prefix { $0.isASCIIDigit }
    if let best, best.count >= digits.count { return (best, best.count) }
    if !digits.isEmpty { return (String(digits), digits.count) }
    let word = run.prefix { $0.isLetter }
    return NameParser.words.contains(String(word)) ? (String(word), word.count) : nil
  }

  /// Words below the loss, and others that name no node.
  private static let words: Set<String> = [
    "total", "tot", "BCE", "CE", "MSE", "mse", "pred", "out", "hidden", "output",
  ]
}
