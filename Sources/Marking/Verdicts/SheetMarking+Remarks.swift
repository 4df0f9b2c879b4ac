internal import Derivations
internal import ScalarBackprop
internal import Sheets

// What is said of a sheet as a whole.

extension SheetMarking {
  func addRemarks(to sheet: inout MarkedSheet, _ effort: Effort) {
    sheet.remarks += sharedMistakes(sheet, effort)
    func remark(_ isMeant: (MarkedAnswer) -> Bool, _ remark: ([Place]) -> Remark) {
      let rows = sheet.answers.filter(isMeant).map(\.place)
      if !rows.isEmpty { sheet.remarks.append(remark(rows)) }
    }
    remark(\.isTruncated, Remark.truncated)
    remark(\.hasLastDigitSlip, Remark.lastDigit)
    remark(\.hidesChange, Remark.changeNotShown)
    if isOneNumber, let first = sheet.firstMistake?.place {
      addTrivialCarry(to: &sheet, because: first)
      return
    }
    let sources = sheet.answers.filter(isTrivial).map(\.place)
    guard !sources.isEmpty else { return }
    let first = firstSources(sources)
    var cells: [Place: [Place]] = [:]
    for n in sheet.answers.indices where sheet.answers[n].verdict == .carried {
      let quantity = sheet.answers[n].place
      guard let source = first[quantity] else { continue }
      sheet.answers[n].isTrivial = true
      cells[source, default: []].append(quantity)
    }
    for source in sources {
      if let cells = cells[source] {
        sheet.remarks.append(.trivialCarry(cells, because: source))
      }
    }
  }

  /// Where all numbers are the same, none that follows from another earns anything.
  private func addTrivialCarry(to sheet: inout MarkedSheet, because source: Place) {
    var cells: [Place] = []
    for n in sheet.answers.indices where sheet.answers[n].verdict == .carried {
      sheet.answers[n].isTrivial = true
      cells.append(sheet.answers[n].place)
    }
    if !cells.isEmpty { sheet.remarks.append(.trivialCarry(cells, because: source)) }
  }

  /// The first of some quantities, which stand in the order of calculation, that each of the others
  /// comes from, written or not; none for what comes from none of them.
  private func firstSources(_ sources: [Place]) -> [Place: Place] {
    let ranks = Dictionary(zip(sources, sources.indices)) { first, _ in first }
    var firsts: [Place: Int] = [:]
    for quantity in workings.order {
      let operands = workings.calculations(of: quantity).flatMap(\.operands)
      firsts[quantity] = operands.compactMap { operand in
        [ranks[operand], firsts[operand]].compactMap { $0 }.min()
      }.min()
    }
    return firsts.mapValues { sources[$0] }
  }

  /// Mistakes that were made in every step of a kind that allows them, at least twice.
  private func sharedMistakes(_ sheet: MarkedSheet, _ effort: Effort) -> [Remark] {
    Misconception.allCases.compactMap { misconception in
      let rows = sheet.answers.filter { $0.names(misconception) }.map(\.place)
      guard rows.count > 1 else { return nil }
      let mistaken = Set(rows)
      let kinds = Set(rows.compactMap { workings.block(of: $0)?.kind })
      let hasOthers = sheet.answers.contains { answer in
        guard [.correct, .rounding, .carried, .wrong].contains(answer.verdict),
          !mistaken.contains(answer.place), let block = workings.block(of: answer.place)
        else { return false }
        return kinds.contains(block.kind) && shows(misconception, answer, effort)
      }
      return hasOthers || effort.isSpent ? nil : .madeEverywhere(misconception, rows)
    }
  }

  /// Whether a mistake in this step could be told from the right number.
  private func shows(
    _ misconception: Misconception, _ answer: MarkedAnswer, _ effort: Effort
  ) -> Bool {
    guard let number = answer.answer.number, !effort.isSpent else { return false }
    let written = precision.interval(of: number)
    return workings.rewrites(of: answer.place).contains { rewrite in
      rewrite.misconception == misconception
        && !written.meets(estimates.result(as: rewrite.calculation, effort))
    }
  }

  /// Whether a wrong or carried value is one that later steps can do nothing wrong with.
  private func isTrivial(_ answer: MarkedAnswer) -> Bool {
    guard answer.verdict == .wrong || answer.verdict == .carried,
      let value = answer.answer.number?.value
    else { return false }
    if value == 0 { return answer.exact != 0 }
    guard case .output(let j, _) = answer.quantity else { return false }
    let layer = workings.symbols.topology.layer(of: j)
    return layer >= 0 && !workings.network.layers[layer].activation.canPutOut(value)
  }
}

extension Activation {
  /// Whether a value is one that the activation can give, its bounds included.
  fileprivate func canPutOut(_ value: Double) -> Bool {
    switch self {
    case .sigmoid, .softmax, .step: (0...1).contains(value)
    case .tanh, .sign: (-1...1).contains(value)
    case .relu, .softplus: value >= 0
    case .elu: value >= -1
    case .mish: value >= -0.31
    case .identity, .leakyReLU, .gelu, .silu: true
    }
  }
}
