// Derivatives, formulas and roles.

extension NameParser {
  // MARK: Derivatives

  /// ∂E/∂w5, dL/dz2, dE/dy; of the output by the net value a slope.
  func derivative(_ text: String) -> Name? {
    if text.hasPrefix("∇_"), let loss = text.last, Vocabulary.isLoss(String(loss)) {
      // ∇_W E
      return derivative("∂\(loss)/∂" + text.dropFirst(2).dropLast())
    }
    guard let slash = text.firstIndex(of: "/"), let first = text.first, "d∂".contains(first)
    else { return nil }
    let top = NameParser.unwrapped(text[..<slash].dropFirst())
    let below = text[text.index(after: slash)...]
    guard let sign = below.first, "d∂".contains(sign) else { return nil }
    guard var name = base(NameParser.unwrapped(below.dropFirst())) else { return nil }
    if Vocabulary.isLoss(top) {
      name.ofOutput = base(top)?.indices.first { $0.number != 0 }
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
    guard let above = base(top) else { return nil }
    switch (above.kind, name.kind) {
    case (.output, .net), (.node, .net): name.kind = .slope
    case (.net, .weight): (name.kind, name.end) = (.output, .sender)
    case (.net, .output), (.net, .node):
      // What a net value changes by with an output is the weight between them.
      guard above.indices.count == 1, name.indices.count == 1 else { return nil }
      (name.kind, name.role, name.letter) = (.weight, .old, "∂net/∂out")
      name.indices.insert(above.indices[0], at: 0)
    default: return nil
    }
    return name
  }

  static func unwrapped(_ text: Substring) -> String {
    text.hasPrefix("(") && text.hasSuffix(")") ? String(text.dropFirst().dropLast()) : String(text)
  }

  // MARK: Formulas as names

  /// out_o1·(1 − out_o1) is the sigmoid's slope there.
  func slopeFormula(_ text: String) -> Name? {
    guard let open = text.firstIndex(of: "("), text.hasSuffix(")"), open != text.startIndex
    else { return nil }
    var first = text[..<open]
    if first.last == "*" { first.removeLast() }
    guard text[open...] == "(1-\(first))", var name = base(String(first)),
      name.kind == .output || name.kind == .node
    else { return nil }
    name.kind = .slope
    return name
  }

  /// target − output, or output − target: an output's error, with the sign that it says.
  func differenceFormula(_ text: String) -> Name? {
    let text = NameParser.unwrapped(text[...])
    let sides = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard sides.count == 2, let a = base(sides[0]), let b = base(sides[1]) else { return nil }
    // Beside ŷ y is the target.
    let isHat = [a, b].map { $0.letter == "ŷ" || $0.letter.hasSuffix("hat") }
    let kinds = zip([a, b], [isHat[1], isHat[0]]).map { side, isBesideHat in
      isBesideHat && side.letter == "y" ? .target : side.kind == .node ? .output : side.kind
    }
    guard kinds == [.target, .output] || kinds == [.output, .target] else { return nil }
    var name = kinds[0] == .output ? a : b
    name.kind = .error
    name.difference = kinds[0] == .target ? .targetMinusOutput : .outputMinusTarget
    return name
  }

  // MARK: Roles

  func withRole(_ text: String) -> Name? {
    if label(text) != nil { return base(text) }
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
    return base(text) ?? differential(text) ?? withRoleWord(text)
  }

  /// w5(nuevo), w_5^{neu}: a word of any language behind a name.
  func withRoleWord(_ text: String) -> Name? {
    guard let mark = text.lastIndex(where: { "(^_".contains($0) }), mark != text.startIndex else {
      return nil
    }
    let word = text[text.index(after: mark)...].filter { $0 != ")" }.lowercased()
    guard case .role(let role) = Words.meaning(of: [word]), role != .after,
      var name = base(String(text[..<mark])), name.kind == .weight || name.kind == .bias
    else { return nil }
    name.role = role
    return name
  }

  /// d_w5, dw5, ∂w5 are gradients, δw5 and delta w5 changes; dz a δ, da an error, before what is none
  /// of these.
  func differential(_ text: String) -> Name? {
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
}
