// What names have in common.

extension Name {
  /// Whether it is d_j or d o1, which may be a δ, a derivative by an output, or a target.
  var isBareD: Bool {
    isDerivative && kind == .error && letter.first == "d" || kind == .target && letter == "d"
  }

  /// Whether it is a net value, output, δ, error or slope.
  var isOfNodes: Bool { [.net, .output, .delta, .error, .slope].contains(kind) }

  /// The one neuron that it is of by a node's name or a letter of its layer, for what stands behind it on
  /// its line: "h1: net 0.38, out 0.59".
  var neuron: [Index]? {
    switch kind {
    case .net, .output, .delta, .slope, .node: break
    case .loss, .error, .weight, .bias, .input, .target, .rate, .anyError: return nil
    }
    return indices.count == 1 && !indices[0].isNumberAlone && !indices[0].text.isEmpty
      ? indices : nil
  }

  /// Whether it is y, or the name of a node that begins so: a target, unless it was worked out.
  var isY: Bool { letter == "y" || letter.isEmpty && indices.first?.text.first == "y" }

  /// Whether it is dw5, without a loss over it.
  var isDifferential: Bool {
    letter.first == "d" && !isDerivative && (kind == .weight || kind == .bias)
  }

  /// The name at a heading's layer or neuron; `nil` where it has enough of its own.
  func placed(_ place: [Index]) -> Name? {
    guard !place.isEmpty, end == nil else { return nil }
    switch kind {
    case .net, .output, .error, .slope, .delta, .bias, .anyError: break
    case .loss, .weight, .input, .target, .rate, .node: return nil
    }
    let isOfNeuron = place.contains { !$0.isAbove && !$0.text.isEmpty }
    guard indices.isEmpty || !isOfNeuron && indices.count == 1 && indices[0].isNumberAlone else {
      return nil
    }
    if indices.isEmpty, letter == "ŷ" { return nil }
    var name = self
    name.indices = place + indices
    return name
  }

  /// What entries must have in common to share a numbering: the letter, without what is said of it.
  var group: String {
    guard end == nil else { return ownLetter }
    return switch kind {
    case .weight, .bias: ownLetter
    case .loss, .net, .output, .error, .slope, .delta, .input, .target, .rate, .node, .anyError:
      letter
    }
  }

  /// The letter of a weight or bias without d, ∂, Δ or "delta" before it.
  private var ownLetter: String {
    let isSpeltOut = letter.lowercased().hasPrefix("delta")
    return String((isSpeltOut ? letter.dropFirst(5) : letter[...]).drop { "∂dδΔ_".contains($0) })
  }

  /// Whether people use the letter for net values and for outputs.
  var isAmbiguousLetter: Bool {
    (kind == .net || kind == .output)
      && ["a", "A", "z", "h", "H", "o", "O", "y", "Y", "s", "S", "in", ""].contains(letter)
  }
}
