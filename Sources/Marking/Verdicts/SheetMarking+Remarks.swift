internal import Derivations
internal import ScalarBackprop

// What is said of a sheet as a whole.

extension SheetMarking {
  func addRemarks(to sheet: inout MarkedSheet) {
    sheet.remarks += sharedMistakes(sheet)
    let cut = sheet.answers.filter(\.isTruncated).map(\.quantity)
    if !cut.isEmpty { sheet.remarks.append(.truncated(cut)) }
    for answer in sheet.answers where isTrivial(answer) {
      let cells = sheet.answers.indices.filter { n in
        sheet.answers[n].verdict == .carried && !sheet.answers[n].isTrivial
          && dependsOn(answer.quantity, sheet.answers[n].quantity)
      }
      guard !cells.isEmpty else { continue }
      for n in cells { sheet.answers[n].isTrivial = true }
      sheet.remarks.append(
        .trivialCarry(cells.map { sheet.answers[$0].quantity }, because: answer.quantity))
    }
  }

  /// Mistakes that were made in every step of a kind that allows them, at least twice.
  private func sharedMistakes(_ sheet: MarkedSheet) -> [Remark] {
    Misconception.allCases.compactMap { misconception in
      let rows = sheet.answers.filter { $0.diagnoses.contains(misconception) }.map(\.quantity)
      guard rows.count > 1 else { return nil }
      let kinds = Set(rows.compactMap { workings.block(of: $0)?.kind })
      let others = sheet.answers.filter { answer in
        guard [.correct, .rounding, .carried, .wrong].contains(answer.verdict),
          !rows.contains(answer.quantity), let block = workings.block(of: answer.quantity)
        else { return false }
        return kinds.contains(block.kind) && shows(misconception, answer)
      }
      return others.isEmpty ? .madeEverywhere(misconception, rows) : nil
    }
  }

  /// Whether a mistake in this step could be told from the right number.
  private func shows(_ misconception: Misconception, _ answer: MarkedAnswer) -> Bool {
    guard let number = answer.answer.number else { return false }
    let written = SheetMarking.interval(of: number, precision)
    return workings.rewrites(of: answer.quantity).contains { rewrite in
      rewrite.misconception == misconception
        && !written.meets(
          estimates.result(of: answer.quantity, with: [answer.quantity: rewrite.calculation]))
    }
  }

  /// Whether a wrong or carried value is one that later steps can do nothing wrong with.
  private func isTrivial(_ answer: MarkedAnswer) -> Bool {
    guard answer.verdict == .wrong || answer.verdict == .carried,
      let value = answer.answer.number?.value
    else { return false }
    if value == 0 { return answer.exact != 0 }
    guard case .output(let j, _) = answer.quantity else { return false }
    let layer = workings.symbols.layer(of: j)
    return layer >= 0 && !workings.network.layers[layer].activation.canPutOut(value)
  }

  private func dependsOn(_ source: Quantity, _ quantity: Quantity) -> Bool {
    var open = [quantity]
    var seen: Set<Quantity> = []
    while let next = open.popLast() {
      for operand in workings.calculations(of: next).flatMap(\.operands)
      where seen.insert(operand).inserted {
        if operand == source { return true }
        open.append(operand)
      }
    }
    return false
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
    case .identity, .leakyReLU, .gelu, .silu: true
    }
  }
}
