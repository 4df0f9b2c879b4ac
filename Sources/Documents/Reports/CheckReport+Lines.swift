internal import Derivations
internal import Marking
internal import Phrases
internal import ScalarBackprop
internal import Texts

// The right lines in place of wrong ones, with the numbers that the person went on with.

extension CheckReport {
  /// The whole calculation of a step: its own line, and before it those of the parts that it only
  /// names and that are not on the sheet.
  func rightLines(of answer: MarkedAnswer) -> [Equation] {
    guard let line = rightLine(of: answer) else { return [] }
    switch answer.quantity {
    case .loss(let pass):
      // That of a batch is made of its samples' losses, which are no parts of this line.
      guard !isOfBatch || answer.place.sample != nil else { return [line] }
      let parts = symbols.topology.outputs.map {
        Place(.outputLoss($0, pass), sample: answer.place.sample)
      }
      let missing = parts.filter { !lines.answered.contains($0) }
      if parts.count == 1, let only = missing.first {
        return [self.line(of: only, as: answer.place) ?? line]
      }
      let told = missing.filter { sheet.own[$0] != 0 }.prefix(CheckReport.mostParts)
      return told.compactMap { self.line(of: $0) } + [line]
    case .parameter(.new, let parameter):
      let change = Place(.parameter(.change, parameter))
      guard !lines.answered.contains(change) else { return [line] }
      // The change goes on with the gradient where that stands on the sheet.
      let gradient = Place(.parameter(.gradient, parameter))
      let text = lines.answered.contains(gradient) ? lines.stepwise : lines.spelt
      return gradientLine(of: parameter) + [self.line(of: change, text)].compactMap(\.self) + [line]
    case .parameter(.change, let parameter): return gradientLine(of: parameter) + [line]
    case .input, .target, .parameter, .product, .sum, .scaledSum, .net, .output, .outputLoss, .back,
      .error,
      .slope, .jacobian, .delta:
      return [line]
    }
  }

  /// Of a loss of so many outputs each is worked out; those that add nothing are left out.
  private static let mostParts = 8

  /// The line of a gradient that is not on the sheet.
  private func gradientLine(of parameter: Parameter) -> [Equation] {
    let gradient = Place(.parameter(.gradient, parameter))
    guard !lines.answered.contains(gradient) else { return [] }
    return [line(of: gradient)].compactMap(\.self)
  }

  /// The right line of a step: symbol, formula, numbers, value. It names the results before it that
  /// stand on the sheet, or spells them out; where only one of these comes to the value, as parts of
  /// it were written otherwise, that one.
  private func rightLine(of answer: MarkedAnswer) -> Equation? {
    let isNamed = answer.operands.contains { lines.answered.contains($0) }
    let isBest = isNamed && !isSpelt(answer)
    for isStepwise in [isBest, !isBest] {
      let text = isStepwise ? lines.stepwise : lines.spelt
      let value = answer.expected
      guard let line = line(of: answer.place, text, value, as: answer.place) else { continue }
      return answer.sign < 0 ? negative(line, value, symbol(answer)) : line
    }
    return nil
  }

  /// A line with the other sign on both sides.
  private func negative(_ line: Equation, _ value: Double, _ symbol: String) -> Equation {
    let parts = line.parts.dropLast().map { $0.isEmpty ? "" : "−(\($0))" }
    return Equation(symbol, parts + [format.text(value == 0 ? 0 : -value)])
  }

  /// The line of a step that is not on the sheet, or of another one that is the same.
  private func line(
    of place: Place, _ text: FormulaText? = nil, as name: Place? = nil
  ) -> Equation? {
    guard let value = sheet.own[place] else { return nil }
    return line(of: place, text ?? lines.spelt, value, as: name ?? place)
  }

  /// A step's line, if it comes to a value.
  private func line(
    of place: Place, _ text: FormulaText, _ value: Double, as name: Place
  ) -> Equation? {
    let own = text.derivation
    guard let rule = rule(of: place, in: own), let formula = rule.formula else { return nil }
    var indices = Indices(of: place.quantity)
    indices.sample = place.sample
    let gap = (own.value(of: formula, at: indices) - value).magnitude
    guard gap <= 1e-9 * max(value.magnitude, 1e-6) else { return nil }
    return Equation(
      symbol(name),
      [
        rule.isOwnName ? "" : text.text(formula, .symbols, at: indices),
        text.text(formula, .numbers, at: indices), format.text(value),
      ])
  }

  /// Whether the parts of a step are none of the sheet's answers: the products of a net value, the
  /// error and slope of a δ.
  private func isSpelt(_ answer: MarkedAnswer) -> Bool {
    let parts = answer.operands.filter { place in
      switch place.quantity {
      case .product, .sum, .scaledSum, .back, .error, .slope, .outputLoss, .parameter(.gradient, _):
        true
      case .input, .target, .parameter, .net, .output, .loss, .jacobian, .delta: false
      }
    }
    return !parts.contains { lines.answered.contains($0) }
  }

  func rule(of place: Place, in derivation: Derivation) -> Rule? {
    derivation.trace.block(of: place).map { derivation.rule(of: $0) }
  }
}
