internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

// What a letter is of where it may be several things: by its working, and by what else stands on the
// sheet.

extension SheetReader {
  /// Decides what a letter is of where it may be several things.
  func settleKind(of entry: inout Entry, _ facts: SheetFacts) {
    if entry.names.count == 1, let own = entry.own?.quantity, case .number = entry.value,
      !isTarget(entry, own), !isOtherNode(entry, own)
    {
      let quantity = own.with(entry.role ?? entry.heading.role)
      entry.targets = [Target(quantity: quantity)]
      entry.takesRoleOfHeading = entry.role == nil && quantity != own
      return
    }
    guard var name = entry.name else { return }
    if let role = entry.role ?? entry.heading.role, name.role == .plain,
      name.kind == .weight || name.kind == .bias
    {
      // Below a heading for given or old values stand those of the network.
      name.role = role
      entry.takesRoleOfHeading = entry.role == nil
    }
    if name.kind == .anyError {
      // "Error o1" may be E of it, or its difference from the target.
      guard let kind = kindOfError(entry, facts) else { return }
      name.kind = kind
    }
    settleNode(of: &name, entry, facts)
    settleLetter(of: &name, entry, facts)
    settleDelta(of: &name, entry, facts)
    if name.isDifferential, name.role == .gradient, entry.working.contains(where: mentionsRate) {
      name.role = .change
    }
    if name.letter == "y" && facts.hasOtherOutputLetter || name.isY && isTarget(entry, name) {
      name.kind = .target
    }
    entry.name = name
  }

  /// Whether a symbol of the network's notation is another node's name: y1 of a hidden neuron.
  private func isOtherNode(_ entry: Entry, _ own: Quantity) -> Bool {
    guard let name = entry.name, name.kind == .node, case .output(let j, _) = own else {
      return false
    }
    return plan.labels[j] != name.indices[0].text
  }

  /// A node's own name is its output, or what an activation is applied to; an input has no other number.
  private func settleNode(of name: inout Name, _ entry: Entry, _ facts: SheetFacts) {
    switch name.kind {
    case .input where name.indices.count == 1 && entry.working.contains { $0.isWeightedSum }:
      // Negnevitsky's X_3
      name.kind = .net
    case .input where name.indices.count == 1 && isNeuron(name.indices[0]):
      // What goes into a neuron is its net value.
      name.kind = .net
    case .node where plan.position(of: name.indices[0].text).map(plan.inputs.contains) ?? false:
      name.kind = .input
    case .node:
      let label = name.indices[0].text
      let isNet = facts.appliesTo(label) || facts.hasOtherOutput(label, than: entry.numbers)
      name.kind = isNet ? isTarget(entry, name) ? .target : .net : .output
    default: break
    }
  }

  /// Letters that people use for net values and for outputs are what their working says, or what an
  /// activation is applied to.
  private func settleLetter(of name: inout Name, _ entry: Entry, _ facts: SheetFacts) {
    if name.kind == .error, entry.working.contains(where: \.isSlope) { name.kind = .slope }
    if facts.zIsOutput {
      swapLetters(of: &name)
      if "aAzZ".contains(name.letter) { return }
    }
    if name.kind == .weight, name.letter.lowercased() == "v", name.role == .plain,
      facts.letters.contains("w"), !facts.vIsWeight, name.indices.count == 1,
      entry.working.contains(where: { $0.isWeightedSum }), !entry.working.contains(where: \.isDelta)
    {
      // The induced local field, where w stands for weights.
      name.kind = .net
    }
    guard name.isAmbiguousLetter else { return }
    if let kind = entry.kindOfWorking {
      // Without an activation the sum is the output.
      if kind != .net || name.kind != .output || !isLinear(name) { name.kind = kind }
    } else if name.kind == .output, ["h", "H", "o", "O"].contains(name.letter),
      !name.wasApplied, facts.appliedLetters.contains(name.letter)
    {
      name.kind = .net
    }
  }

  private func settleDelta(of name: inout Name, _ entry: Entry, _ facts: SheetFacts) {
    if name.isBareD, !facts.zIsOutput,
      entry.working.contains(where: \.isDelta) || facts.dIsDelta
        || facts.dOfHidden && name.letter == "d"
    {
      // "d o1", worked out as δ
      (name.kind, name.isDerivative) = (.delta, false)
    }
    if name.kind == .delta, name.indices.isEmpty, facts.bareDeltas == 1,
      entry.heading.place.isEmpty, plan.outputs.count == 1
    {
      // Of hidden neurons each has its number.
      name.indices = [Name.Index(text: "", layer: .output)]
    }
  }

  /// Whether the neuron that a name is of puts out its net value.
  private func isLinear(_ name: Name) -> Bool {
    guard let node = plan.nodes(name, count: nil, usual)?.first else { return false }
    let l = plan.layer(of: node)
    return l >= 0 && trace.network.layers[l].activation.isLinear
  }

  private func isNeuron(_ index: Name.Index) -> Bool {
    index.number == nil && plan.position(of: index.text).map { !plan.inputs.contains($0) } ?? false
  }

  /// Where a stands for net values and z for outputs, dA is a δ and dZ is not.
  private func swapLetters(of name: inout Name) {
    guard let letter = name.letter.last, name.letter.drop(while: { "d∂_".contains($0) }).count == 1
    else { return }
    switch (letter.lowercased(), name.kind) {
    case ("a", .output): name.kind = .net
    case ("a", .error) where name.isDerivative: name.kind = .delta
    case ("z", .net): name.kind = .output
    case ("z", .delta) where name.isDerivative: name.kind = .error
    default: break
    }
  }

  /// An error is the loss where it is a square or the only total; a difference is that of an output.
  func kindOfError(_ entry: Entry, _ facts: SheetFacts) -> Name.Kind? {
    let value = entry.numbers.first.flatMap { try? WrittenNumber($0) }?.value ?? 0
    let isSquare = entry.working.contains { $0.contains("^2") || $0.contains("²") }
    if isSquare { return .loss }
    let isDifference = entry.working.contains { $0.contains("-") && !$0.contains("*") }
    if value < 0 || isDifference { return .error }
    if let name = entry.name, !name.indices.isEmpty, !(entry.names.last ?? "").contains("_"),
      let node = plan.nodes(name, count: nil, usual)?.first, plan.outputs.contains(node)
    {
      return entry.isOfTable ? kindOfError(entry, at: node) : nil
    }
    return !facts.hasLoss && entry.name?.indices.isEmpty ?? false ? .loss : .error
  }

  /// What an output's error in a table is, where there is no working and only its number tells: E of it, or its difference from the target.
  private func kindOfError(_ entry: Entry, at node: Int) -> Name.Kind? {
    guard let text = entry.numbers.first, let number = try? WrittenNumber(text) else { return nil }
    let isLoss = agrees(number, trace[.outputLoss(node, .before)] ?? .nan)
    let error = trace[.output(node, .before)].flatMap { y in trace[.target(node)].map { y - $0 } }
    let isError = error.map { agrees(number, $0) || agrees(number, -$0) } ?? false
    return isLoss == isError ? nil : isLoss ? .loss : .error
  }

  /// Whether y, or y_1, is the target as it is given, and was not worked out.
  func isTarget(_ entry: Entry, _ name: Name) -> Bool {
    guard name.kind == .output || name.kind == .node, entry.working.isEmpty, !entry.numbers.isEmpty
    else { return false }
    let targets = given(plan.outputs, name, entry.shape)
    return targets.count == entry.numbers.count
      && zip(entry.numbers, targets).allSatisfy { text, node in
        guard let number = try? WrittenNumber(text), let target = trace[.target(node)] else {
          return false
        }
        // An output has zeros behind its point.
        return target == number.value
          && text.count <= NumberFormat.significant(6).text(target).count
      }
  }

  private func isTarget(_ entry: Entry, _ own: Quantity) -> Bool {
    guard case .output = own, let name = entry.name, name.isY,
      name.indices.isEmpty || name.kind == .node
    else { return false }
    return isTarget(entry, name)
  }

  /// Whether the learning rate is among the factors.
  func mentionsRate(_ working: String) -> Bool {
    let words = working.split { !$0.isLetter && $0 != "_" }.map(String.init)
    return words.contains { rates.contains(QuantityNames.plain($0)) || $0 == "eta" }
  }

  /// dw5 is a gradient; where all that are so called agree with changes, and none with gradients, they are
  /// changes.
  func settleDifferentials(
    _ entries: inout [Entry], _ ways: [String: Numbering], into reading: inout SheetReading
  ) {
    let own = entries.indices.filter {
      entries[$0].name?.isDifferential ?? false && entries[$0].name?.role == .gradient
    }
    var (asChanges, asGradients, numbers) = (0, 0, 0)
    for n in own {
      for (text, target) in zip(entries[n].numbers, entries[n].targets ?? []) {
        guard let number = try? WrittenNumber(text), number.value != 0 else { continue }
        numbers += 1
        if trace[target.quantity].map({ agrees(number, $0) }) ?? false { asGradients += 1 }
        let change = target.quantity.asChange
        if trace[change].map({ agrees(number, $0) }) ?? false { asChanges += 1 }
      }
    }
    guard numbers > 0, asChanges == numbers, asGradients == 0 else { return }
    for n in own {
      entries[n].targets = entries[n].targets?.map {
        Target(quantity: $0.quantity.asChange, says: $0.says)
      }
    }
    reading.remarks.append(
      ReadingRemark(.readAsChange, .readAsChange(entries[own[0]].names.last?.excerpt ?? "")))
  }
}
