internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

// Losses by their own names, and the learning rate: what the network has otherwise is said, and is no
// mistake.

extension SheetReader {
  /// Remarks on the number of a loss that the network does not have, where it is that loss: MSE of a
  /// network with half the squared error.
  func remarkOnOtherLoss(
    _ entry: Entry, _ target: Target, into reading: inout SheetReading
  ) -> Bool {
    guard case .loss(.before) = target.quantity, let letter = entry.name?.letter,
      let text = entry.numbers.first, let number = try? WrittenNumber(text),
      let values = otherLosses(letter), !agrees(number, trace[target.quantity] ?? .nan),
      values.contains(where: { agrees(number, $0) })
    else { return false }
    reading.add(.otherLoss, .otherLoss(entry.names.last?.excerpt ?? "", text.excerpt))
    return true
  }

  /// What a loss of that name comes to, summed over the outputs or averaged; `nil` for no such name.
  private func otherLosses(_ letter: String) -> [Double]? {
    let term: (Double, Double) -> Double
    switch letter {
    case "MSE", "mse", "均方误差": term = { ($1 - $0) * ($1 - $0) }
    case "BCE", "CE":
      term = { y, t in
        (t == 0 ? 0 : -t * naturalLogarithm(y))
          + (t == 1 || letter == "CE" ? 0 : -(1 - t) * naturalLogarithm(1 - y))
      }
    default: return nil
    }
    let sum = plan.outputs.reduce(0) { sum, k in
      sum + term(trace[.output(k, .before)] ?? .nan, trace[.target(k)] ?? .nan)
    }
    let mean = sum / Double(plan.outputs.count)
    return letter == "BCE" || letter == "CE" ? [mean, sum] : [mean]
  }

  /// Remarks on a learning rate that is another one in the network.
  func compareRate(_ entry: Entry, into reading: inout SheetReading) {
    let own = trace.rule.learningRate
    let name = QuantityNames.plain(entry.names.last ?? "")
    guard case .number(let text) = entry.value, let number = try? WrittenNumber(text),
      [derivation.notation.learningRate, "η", "lr", "eta"].map(QuantityNames.plain).contains(name)
        || entry.name?.kind == .rate,
      !agrees(number, own), reading.answers.isEmpty
    else { return }
    reading.add(
      .givenDiffers,
      .givenDiffers(
        derivation.symbols.learningRate, written: text.excerpt,
        own: NumberFormat.significant(6).text(own)))
  }
}
