package import ScalarBackprop

// Letters that formulas have in every notation: functions within rules, constants, what optimisers
// keep. A notation that has given such a letter to something of its own gets the next one.

extension Notation {
  /// The letters that the notation itself has given to something, by what that is.
  package var ownLetters: [(meaning: String, letter: String)] {
    func both(_ meaning: String, _ letter: Letter?) -> [(String, String)] {
      guard let letter else { return [] }
      return Set([letter.hidden, letter.output]).sorted().map { (meaning, $0) }
    }
    let hasSums = convention.subtractsThresholds
    return [("input", input), ("target", target), ("loss", loss), ("learning rate", learningRate)]
      + both("output", output) + both("net value", net) + both("weight", weight)
      + both("bias", bias) + both("error term", delta) + both("sum", hasSums ? sum : nil)
      + [("error", error), ("function", function)].compactMap { meaning, letter in
        letter.map { (meaning, $0) }
      }
  }

  /// The first of some letters that means nothing else here; the last where all do.
  func free(_ letters: String...) -> String {
    letters.first { letter in !ownLetters.contains { $0.letter == letter } }
      ?? letters[letters.count - 1]
  }

  /// The density of the normal distribution Φ.
  package var densityLetter: String { free("φ", "Φ′") }

  /// What an activation, an optimiser or a rule needs letters for, whatever the network.
  package var fixedLetters: [(meaning: String, letter: String)] {
    [("normal density", densityLetter), ("normal distribution", "Φ")]
      + Optimizer.State.allCases.map { ("\($0)", $0.letter(in: self)) }
      + Formula.Constant.ofEveryNotation.map { ("\($0)", $0.letter(in: self)) }
  }
}

extension Formula.Constant {
  /// The constants but η, which is a notation's own.
  fileprivate static let ofEveryNotation: [Formula.Constant] = [
    .weightDecay, .momentum, .decay, .beta1, .beta2, .epsilon, .outputCount, .sampleCount,
    .largestNet(.before),
  ]
}

extension Optimizer.State {
  /// The letter of the original papers, or the next where that is something else.
  package func letter(in notation: Notation) -> String {
    switch self {
    case .velocity: notation.free("v", "u")
    case .moment: "m"
    case .square: "s"
    case .correctedMoment: "m̂"
    case .correctedSquare: "ŝ"
    }
  }
}
