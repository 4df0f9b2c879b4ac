internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

// Words that stand in no table: what a sheet calls by one word at several neurons or weights is what
// its numbers agree with, where that is one kind of quantity and no other.

extension SheetReader {
  /// Finds out what unknown words mean, each from all of its numbers.
  func learn(_ entries: inout [Entry]) {
    var groups: [String: [Int]] = [:]
    for (n, entry) in entries.enumerated()
    where entry.targets?.isEmpty ?? true {
      if case .number = entry.value {
        guard entry.name == nil, entry.own == nil else { continue }
        entries[n].unknown = entry.unknown ?? unknown(entry.names.last ?? "")
        if let word = entries[n].unknown?.word { groups[word, default: []].append(n) }
      } else if let targets = learnt(entry) {
        entries[n].targets = targets
      }
    }
    for group in groups.values where group.count > 1 {
      guard let kind = learnt(group.map { entries[$0] }) else { continue }
      for n in group {
        entries[n].targets = entries[n].unknown.flatMap { kind.quantity(at: $0.at) }.map {
          [Target(quantity: $0)]
        }
      }
    }
  }

  /// A word before a node's name or a weight's: "sal_h1", "çıkış o1".
  private func unknown(_ text: String) -> UnknownName? {
    let text = Spelling.plain(text).trimmed.filter { !"{}".contains($0) }
    guard text.count < 40, !text.contains(where: { "=/*+∂".contains($0) }) else { return nil }
    let starts = text.indices.dropFirst().filter {
      text[$0].isLetter && !text[text.index(before: $0)].isNumber
    }
    for start in starts {
      let (word, rest) = (String(text[..<start]), String(text[start...]))
      guard let place = place(rest), word.contains(where: \.isLetter),
        !word.contains(where: \.isASCIIDigit)
      else { continue }
      let isApart = !(word.last?.isLetter ?? false) || rest.contains(where: \.isASCIIDigit)
      if isApart { return UnknownName(word: word.lowercased().filter(\.isLetter), at: place) }
    }
    return nil
  }

  /// The node or weight that a text names by itself.
  func place(_ text: String) -> UnknownName.Place? {
    if let label = parser.label(text), let node = plan.position(of: label) {
      return plan.inputs.contains(node) ? nil : .node(node)
    }
    guard let name = parser.symbol(text), name.kind == .weight, name.role == .plain,
      !name.indices.isEmpty,
      case .parameter(_, let parameter)? = targets(name, .one, usual)?.first?.quantity
    else { return nil }
    return .weight(parameter)
  }

  // MARK: What numbers agree with

  /// The one kind that two or more numbers of a word agree with, and at least two of three.
  private func learnt(_ entries: [Entry]) -> UnknownName.Kind? {
    let scores = UnknownName.Kind.allCases.map { kind in
      (kind, entries.count { isAgreeing($0, with: kind) })
    }
    guard let best = scores.max(by: { $0.1 < $1.1 }), best.1 > 1, 3 * best.1 >= 2 * entries.count,
      scores.count(where: { $0.1 == best.1 }) == 1
    else { return nil }
    return best.0
  }

  private func isAgreeing(_ entry: Entry, with kind: UnknownName.Kind) -> Bool {
    guard let text = entry.numbers.first, let number = try? WrittenNumber(text),
      let quantity = entry.unknown.flatMap({ kind.quantity(at: $0.at) }),
      let value = trace[quantity]
    else { return false }
    return text.isTelling && agrees(number, kind.isTurned ? -value : value)
  }

  /// The neurons of a layer that the numbers of a list agree with, all of them and as one kind.
  private func learnt(_ entry: Entry) -> [Target]? {
    let texts = entry.numbers
    guard texts.count > 1, texts.contains(where: \.isTelling), entry.names.count == 1 else {
      return nil
    }
    var found: [[Target]] = []
    for layer in plan.layers where layer.count == texts.count {
      for kind in UnknownName.Kind.allCases {
        let targets = layer.compactMap { node in
          kind.quantity(at: .node(node)).map { Target(quantity: $0) }
        }
        let isAgreeing = agree(texts, targets, isTurned: kind.isTurned)
        if isAgreeing { found.append(targets) }
      }
      found += biases(layer, texts)
    }
    return found.count == 1 ? found[0] : nil
  }
}

extension SheetReader {
  /// Whether numbers are those of the quantities, each to its own digits.
  private func agree(_ texts: [String], _ targets: [Target], isTurned: Bool = false) -> Bool {
    texts.count == targets.count
      && zip(texts, targets).allSatisfy { text, target in
        guard let number = try? WrittenNumber(text), trace.block(of: target.quantity) != nil,
          let value = trace[target.quantity]
        else { return false }
        return agrees(number, isTurned ? -value : value)
      }
  }

  /// The gradients, changes or new values of a layer's biases that numbers agree with.
  private func biases(_ layer: Range<Int>, _ texts: [String]) -> [[Target]] {
    [ParameterRole.gradient, .change, .new].compactMap { role in
      let targets = layer.map { Target(quantity: .parameter(role, .bias($0))) }
      return agree(texts, targets) ? targets : nil
    }
  }
}

/// A word that is not known, at a place that is.
struct UnknownName {
  var word: String
  var at: Place

  enum Place {
    case node(Int)
    case weight(Parameter)
  }

  /// What a word may mean at a neuron or a weight.
  enum Kind: CaseIterable {
    case net, output, slope, delta, turnedDelta, error, turnedError, loss
    case gradient, change, new

    /// Whether it is the opposite of the network's own sign.
    var isTurned: Bool { self == .turnedDelta || self == .turnedError }

    func quantity(at place: Place) -> Quantity? {
      switch (self, place) {
      case (.net, .node(let j)): .net(j, .before)
      case (.output, .node(let j)): .output(j, .before)
      case (.slope, .node(let j)): .slope(j)
      case (.delta, .node(let j)), (.turnedDelta, .node(let j)): .delta(j)
      case (.error, .node(let j)), (.turnedError, .node(let j)): .error(j)
      case (.loss, .node(let j)): .outputLoss(j, .before)
      case (.gradient, .weight(let parameter)): .parameter(.gradient, parameter)
      case (.change, .weight(let parameter)): .parameter(.change, parameter)
      case (.new, .weight(let parameter)): .parameter(.new, parameter)
      default: nil
      }
    }
  }
}

extension String {
  /// Whether so many digits stand here that they tell one number from another.
  fileprivate var isTelling: Bool {
    prefix { !"eE".contains($0) }.drop { "+-0.,".contains($0) }.count(where: \.isASCIIDigit) > 2
  }
}
