internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

// What each entry is of: by its name, by its working, and by what else stands on the sheet.

extension SheetReader {
  /// Finds out what all entries of one person are of, and takes them into a reading.
  func read(_ entries: inout [Entry], into reading: inout SheetReading) {
    entries = entries.flatMap(singled)
    let facts = SheetFacts(entries)
    for n in entries.indices { settleKind(of: &entries[n], facts) }
    let ways = numberings(for: entries, into: &reading)
    for n in entries.indices where entries[n].targets == nil {
      entries[n].targets = targets(of: entries[n], ways)
    }
    take(entries, into: &reading)
  }

  // MARK: Kinds

  /// Decides what a letter is of where it may be several things.
  private func settleKind(of entry: inout Entry, _ facts: SheetFacts) {
    if entry.names.count == 1, let own = entry.own?.quantity, case .number = entry.value {
      entry.targets = [Target(quantity: own)]
      return
    }
    guard var name = entry.name else { return }
    if let role = entry.role, name.role == .plain, name.kind == .weight || name.kind == .bias {
      name.role = role
    }
    switch name.kind {
    case .anyError: name.kind = kindOfError(entry, facts)
    case .node: name.kind = facts.applied.contains(name.indices[0].text) ? .net : .output
    case .error where entry.working.contains { $0.isSlope }: name.kind = .slope
    default: break
    }
    if name.isAmbiguousLetter, let kind = entry.kindOfWorking { name.kind = kind }
    if name.letter == "y", facts.hasOtherOutputLetter { name.kind = .target }
    entry.name = name
  }

  /// An error is the loss where it is a square or the only total; a difference is that of an output.
  private func kindOfError(_ entry: Entry, _ facts: SheetFacts) -> Name.Kind {
    let value = entry.numbers.first.flatMap { try? WrittenNumber($0) }?.value ?? 0
    let isSquare = entry.working.contains { $0.contains("^2") || $0.contains("²") }
    if isSquare { return .loss }
    let isDifference = entry.working.contains { $0.contains("-") && !$0.contains("*") }
    if value < 0 || isDifference { return .error }
    return !facts.hasLoss && entry.name?.indices.isEmpty ?? false ? .loss : .error
  }

  // MARK: Targets

  /// What the numbers of an entry are of; `nil` where that cannot be told.
  func targets(of entry: Entry, _ ways: [String: Numbering]) -> [Target]? {
    guard let name = entry.name else { return nil }
    let way = ways[name.group] ?? usual
    return targets(name, entry.shape, way)
  }

  /// The same under one way of numbering.
  func targets(_ name: Name, _ shape: NetworkPlan.Shape, _ way: Numbering) -> [Target]? {
    switch name.kind {
    case .weight: return parameters(plan.weights(name, shape, way), name)
    case .bias: return parameters(plan.biases(name, shape, way), name)
    case .loss: return loss(name, shape, way)
    case .net, .output, .error, .slope, .delta: return nodes(name, shape, way)
    case .input, .target, .rate, .node, .anyError: return nil
    }
  }

  private func parameters(_ parameters: [Parameter]?, _ name: Name) -> [Target]? {
    let role: ParameterRole =
      switch name.role {
      case .plain, .old, .after: .value
      case .new: .new
      case .gradient: .gradient
      case .change: .change
      }
    let targets = parameters?.map { parameter in
      Target(
        quantity: .parameter(role, parameter),
        // A change of θ has the other sign than that of a bias only where thresholds are given as b.
        isTurned: false)
    }
    return targets?.allSatisfy { trace.block(of: $0.quantity) != nil } ?? false ? targets : nil
  }

  private func loss(_ name: Name, _ shape: NetworkPlan.Shape, _ way: Numbering) -> [Target]? {
    guard shape == .one else { return nil }
    let pass: Pass = name.role == .after ? .after : .before
    guard !name.indices.isEmpty else { return [Target(quantity: .loss(pass))] }
    guard let node = plan.nodes(name, count: nil, way)?.first, plan.outputs.contains(node) else {
      return nil
    }
    return [Target(quantity: .outputLoss(node, .before))]
  }

  private func nodes(_ name: Name, _ shape: NetworkPlan.Shape, _ way: Numbering) -> [Target]? {
    let count: Int?
    switch shape {
    case .one: count = nil
    case .list(let items): count = items
    case .matrix(let rows, let columns):
      guard rows == 1 || columns == 1 else { return nil }
      count = rows * columns
    }
    let pass: Pass = name.role == .after ? .after : .before
    let isDescent = derivation.notation.convention.deltaSign == .descent
    let targets = plan.nodes(name, count: count, way)?.map { node -> Target in
      switch name.kind {
      case .net: Target(quantity: .net(node, pass))
      case .slope: Target(quantity: .slope(node))
      case .error:
        Target(quantity: .error(node), isTurned: name.isDerivative && isDescent)
      case .delta:
        Target(quantity: .delta(node), isTurned: name.isDerivative && isDescent)
      default: Target(quantity: .output(node, pass))
      }
    }
    return targets?.allSatisfy { trace.block(of: $0.quantity) != nil } ?? false ? targets : nil
  }

  /// The way of numbering that the notation itself has.
  var usual: Numbering {
    let notation = derivation.notation
    return Numbering(
      order: notation.weightLabels == .fromTo ? .fromInto : .intoFrom,
      inputLayer: notation.showsLayers ? 1 : 0)
  }
}

extension Name {
  /// What entries must have in common to share a numbering: the letter, without what is said of it.
  var group: String {
    switch kind {
    case .weight, .bias: String(letter.drop { "∂dδΔ_".contains($0) })
    case .loss, .net, .output, .error, .slope, .delta, .input, .target, .rate, .node, .anyError:
      letter
    }
  }

  /// Whether people use the letter for net values and for outputs.
  fileprivate var isAmbiguousLetter: Bool {
    (kind == .net || kind == .output)
      && ["a", "A", "z", "h", "H", "o", "O", "y", "Y", "s", "S", "in", ""].contains(letter)
  }
}

extension SheetReader {
  /// Entries of one name each: a list for several names is one number for each.
  private func singled(_ entry: Entry) -> [Entry] {
    guard entry.names.count > 1 else { return [entry] }
    var own = entry
    let texts = entry.numbers
    guard texts.count == entry.names.count else {
      // Words before the name are no names.
      own.names = [entry.names[entry.names.count - 1]]
      return [own]
    }
    return zip(entry.names, texts).enumerated().map { n, pair in
      let (name, text) = pair
      own.names = [name]
      own.texts = [entry.texts[n]]
      (own.name, own.own) = (parser.name(name), self.own(name))
      own.value = .number(text)
      return own
    }
  }
}

extension Entry {
  /// What the working says that the value is: a weighted sum, or what an activation makes of one.
  fileprivate var kindOfWorking: Name.Kind? {
    if working.contains(where: \.appliesActivation) { return .output }
    return working.contains { $0.isWeightedSum } ? .net : nil
  }
}

extension String {
  var appliesActivation: Bool {
    ["σ(", "sigmoid(", "exp(", "e^", "tanh(", "relu(", "ReLU(", "max(0", "softmax("]
      .contains { contains($0) }
  }
  var isWeightedSum: Bool { contains("*") && !appliesActivation && !isSlope && !contains("^2") }
  /// y·(1 − y).
  var isSlope: Bool {
    let text = filter { !$0.isWhitespace }
    return text.contains("*(1-") || text.contains(")*(1-")
  }
}

/// What a sheet shows as a whole.
struct SheetFacts {
  /// The names that an activation is applied to.
  var applied: Set<String> = []
  var hasLoss = false
  /// Whether outputs have a letter other than y.
  var hasOtherOutputLetter = false

  init(_ entries: [Entry]) {
    for entry in entries {
      for text in entry.working {
        var rest = text[...]
        while let open = rest.firstIndex(of: "(") {
          let before = rest[..<open].last
          rest = rest[rest.index(after: open)...]
          guard let close = rest.firstIndex(of: ")") else { break }
          if before.map({ $0.isLetter }) ?? false { applied.insert(String(rest[..<close])) }
        }
      }
      guard let name = entry.name else { continue }
      if name.kind == .loss { hasLoss = true }
      if ["ŷ", "yhat", "y_hat", "y_pred", "ypred", "a_out"].contains(name.letter) {
        hasOtherOutputLetter = true
      }
    }
  }
}
