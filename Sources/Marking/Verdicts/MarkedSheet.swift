package import Derivations
package import ScalarBackprop
package import Sheets

/// What is said of one answer. Raw values are fixed: they stand in JSON.
package enum Verdict: String, CaseIterable, Hashable, Sendable {
  /// Agrees with the exact value to the digits written.
  case correct
  /// Follows from the person's own rounded values, though it is not the exact one.
  case rounding
  /// Follows rightly from an earlier wrong value.
  case carried
  /// Written with too few digits to be told from a mistake.
  case tooCoarse = "too-coarse"
  /// The mistake was made in this step.
  case wrong
  /// Nothing was filled in.
  case blank
  /// No number.
  case unreadable
}

/// A remark about a whole sheet. Raw values are fixed.
package enum Remark: Hashable, Sendable {
  /// The sheet was marked with the other sign of δ.
  case otherSignConvention
  /// The only value that shows a sign of δ would be right in the other one.
  case otherSignPossible(Place)
  /// One mistake explains these rows.
  case madeEverywhere(Misconception, [Place])
  /// Last digits were cut off in place of being rounded.
  case truncated([Place])
  /// The last digits of these are off by one.
  case lastDigit([Place])
  /// These weights are right, but too little of them is written to see that they have changed.
  case changeNotShown([Place])
  /// A carried value makes these later cells trivial.
  case trivialCarry([Place], because: Place)
  /// More could have been done in these rows than was tried.
  case searchCut([Place])

  /// The word that JSON has for it.
  package var code: String {
    switch self {
    case .otherSignConvention: "other-sign-convention"
    case .otherSignPossible: "other-sign-possible"
    case .madeEverywhere: "made-everywhere"
    case .truncated: "truncated"
    case .lastDigit: "last-digit"
    case .changeNotShown: "change-not-shown"
    case .trivialCarry: "trivial-carry"
    case .searchCut: "search-cut"
    }
  }
}

/// One answer with its verdict.
package struct MarkedAnswer: Sendable {
  /// What the answer is of.
  package var place: Place
  /// The answer as it was written; its number in the sign of the convention it was marked in.
  package var answer: Answer
  /// −1 where its name says the other sign, and its number was turned.
  package var sign = 1.0
  /// The right value: from the person's own values where the answer is wrong, carried or rounded,
  /// else the exact one.
  package var expected: Double
  /// The exact value.
  package var exact: Double
  /// What is said of it.
  package var verdict: Verdict
  /// What was probably done; ties included, empty unless wrong.
  package var diagnoses: [Diagnosis] = []
  /// Whether the cell earns its points where it follows from an earlier mistake.
  package var isTrivial = false
  /// Whether the last digit was cut off.
  package var isTruncated = false
  /// Whether the last digit is off by one.
  package var hasLastDigitSlip = false
  /// Whether a new weight is right as far as it is written, which is not far enough to tell it from
  /// the old one.
  package var hidesChange = false
  /// What the step is worked out from, in the way of its rule.
  package var operands: [Place] = []

  /// What the answer is of, in whatever sample.
  package var quantity: Quantity { place.quantity }
}

extension MarkedAnswer {
  /// Whether a misconception is among what was probably done.
  package func names(_ misconception: Misconception) -> Bool {
    diagnoses.contains { $0.misconception == misconception }
  }
}

/// A sheet that was marked.
package struct MarkedSheet: Sendable {
  /// In the order of calculation.
  package var answers: [MarkedAnswer]
  /// What is said of the sheet as a whole.
  package var remarks: [Remark]
  /// The derivation it was marked by, with the sign of δ that the sheet keeps to.
  package var derivation: Derivation
  /// The step with what the person went on with where anything is wrong: each quantity up to the last answer as it was
  /// written, else as it follows from what was.
  package var own: Trace
  /// How many significant digits the sheet's numbers usually have.
  package var significantDigits: Int

  /// How many answers got a verdict.
  package func count(_ verdict: Verdict) -> Int { answers.count { $0.verdict == verdict } }

  /// The first wrong answer in the order of calculation.
  package var firstMistake: MarkedAnswer? { answers.first { $0.verdict == .wrong } }
}
