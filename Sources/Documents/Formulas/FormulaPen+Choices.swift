internal import Derivations
internal import ScalarBackprop
internal import Texts

// Choices, and the conditions by which they are made.

extension FormulaPen {
  mutating func write(
    choice condition: Formula.Condition, _ then: Formula, _ otherwise: Formula,
    _ indices: Indices, _ place: Binding, after failed: [Formula.Condition] = []
  ) {
    guard case .general = form else {
      let holds = derivation.holds(condition, at: indices)
      return write(holds ? then : otherwise, indices, place)
    }
    bracket(nil, .sum, in: place) {
      $0.write(then, indices, .sum)
      $0.write([condition], hold: true, indices)
      $0.mark(.otherwise)
      let failed = failed + [condition]
      if case .choice(let next, let then, let otherwise) = otherwise {
        return $0.write(choice: next, then, otherwise, indices, .sum, after: failed)
      }
      $0.write(otherwise, indices, .sum)
      $0.write(failed, hold: false, indices)
    }
  }

  /// The conditions behind a choice, as they hold: [net_4 > 0]. Where one of several choices holds,
  /// nothing is said of those before it.
  mutating func write(conditionsOf formula: Formula, _ indices: Indices) {
    var failed: [Formula.Condition] = []
    var formula = formula
    while case .choice(let condition, _, let otherwise) = formula {
      if derivation.holds(condition, at: indices) {
        return write([condition], hold: true, indices)
      }
      failed.append(condition)
      formula = otherwise
    }
    write(failed, hold: false, indices)
  }

  /// Conditions that hold together, or fail together, in one pair of brackets.
  private mutating func write(
    _ conditions: [Formula.Condition], hold: Bool, _ indices: Indices
  ) {
    switch conditions.first {
    case .sameNode?, .isLargest?:
      // Which nodes are meant shows in their numbers.
      guard case .general = form else { return }
    case .positive?, .notNegative?, .atMostOne?, .equals?, nil: break
    }
    guard !conditions.isEmpty else { return }
    mark(.beginCondition)
    for (n, condition) in conditions.enumerated() {
      if n > 0 { mark(.comma) }
      write(condition, holds: hold, indices)
    }
    mark(.endCondition)
  }

  private mutating func write(
    _ condition: Formula.Condition, holds: Bool, _ indices: Indices
  ) {
    switch condition {
    case .positive(let formula):
      compare(formula, holds ? .greater : .notGreater, "0", indices)
    case .notNegative(let formula): compare(formula, holds ? .notLess : .less, "0", indices)
    case .atMostOne(let formula): compare(formula, holds ? .notGreater : .greater, "1", indices)
    case .equals(let formula, let number):
      let text = NumberFormat.significant(6).text(number)
      compare(formula, holds ? .equals : .notEqual, text, indices)
    case .isLargest:
      guard case .general(let layer, _) = form else { return }
      write(.output(.j, .before), indices, .sum)
      mark(holds ? .equals : .notEqual)
      Glyphs.symbol(
        derivation.symbols.symbol(for: .output(.k, .before), layer: layer), into: &buffer)
    case .sameNode:
      guard case .general(let layer, _) = form else { return }
      let letters = [IndexVariable.k, .j].map { derivation.symbols.letter(of: $0, layer: layer) }
      Glyphs.letter(letters[0], into: &buffer)
      mark(holds ? .equals : .notEqual)
      Glyphs.letter(letters[1], into: &buffer)
    }
  }

  private mutating func compare(
    _ formula: Formula, _ relation: MathMark, _ limit: String, _ indices: Indices
  ) {
    write(formula, indices, .sum)
    mark(relation)
    Glyphs.number(limit, into: &buffer)
  }
}
