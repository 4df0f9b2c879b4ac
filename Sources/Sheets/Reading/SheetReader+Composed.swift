internal import Texts

// A kind of quantity in a heading, a neuron in the other, and what both say together.

extension SheetReader {
  func isKind(_ text: String) -> Bool { composable(text) != nil }

  /// A name of a kind of quantity, of no neuron yet.
  func composable(_ text: String) -> Name? {
    // In "输出 O" the letter is no index of the word.
    guard
      let name = [parser.symbol(text), parser.phrase(text)].compactMap(\.self)
        .first(where: { $0.indices.isEmpty && $0.role == .plain })
    else { return nil }
    switch name.kind {
    case .net, .output, .delta, .error, .anyError, .slope, .input, .target, .bias: return name
    case .loss: return name
    case .weight, .rate, .node: return nil
    }
  }

  func isNode(_ text: String) -> Bool { node(text) != nil }

  /// A neuron by its name, or in words: "unit 4", "hidden 1", "h1".
  func node(_ text: String) -> String? {
    if plan.position(of: text) != nil || Int(text) != nil { return text }
    let heading = Heading(text, parser)
    if heading.place.count == 1, !heading.place[0].isAbove { return text }
    guard let name = parser.symbol(text), name.role == .plain else { return nil }
    return name.kind == .node || name.kind == .output && name.indices.count == 1 ? text : nil
  }

  func composed(_ kind: String, at node: String) -> String? {
    guard let name = composable(kind), let node = self.node(node) else { return nil }
    if name.kind == .loss { return isName("E_\(node)") ? "E_\(node)" : nil }
    let word = "\(name.kind)"
    let own =
      switch name.kind {
      case .net: "net"
      case .output: "output"
      case .delta: "error term"
      case .anyError, .error: "error"
      case .slope: "slope"
      default: word
      }
    let text = Int(node) == nil ? "\(own) of \(node)" : "\(own) of neuron \(node)"
    return isName(text) ? text : nil
  }
}
