internal import ScalarBackprop

/// A mistake that people make, as a rewrite of one step. Raw values are fixed: they stand in JSON.
package enum Misconception: String, CaseIterable, Hashable, Sendable {
  /// A weight taken after its update where the old one belongs, or, after the update, before it.
  case updatedWeight = "updated-weight"
  /// The right number with the wrong sign.
  case sign
  /// Twice or half: the ½ or the 2 of a square forgotten or doubled.
  case factorTwo = "factor-two"
  /// Not divided by the number of outputs.
  case sumForMean = "sum-for-mean"
  /// δ without f′.
  case slopeForgotten = "slope-forgotten"
  /// f′ formed of the wrong number.
  case slopeArgument = "slope-argument"
  /// f′ where the loss has cancelled it.
  case slopeExtra = "slope-extra"
  /// The net value in place of f(net).
  case activationNotApplied = "activation-not-applied"
  /// e^net in place of e^−net.
  case exponentSign = "exponent-sign"
  /// e^net without the division by the sum.
  case softmaxNotNormalised = "softmax-not-normalised"
  /// The bias left out.
  case biasOmitted = "bias-omitted"
  /// The bias added twice.
  case biasTwice = "bias-twice"
  /// The bias subtracted, or the threshold added.
  case biasSign = "bias-sign"
  /// The bias kept as it was.
  case biasNotUpdated = "bias-not-updated"
  /// w_ij for w_ji.
  case transposed
  /// One term of a sum left out.
  case pathOmitted = "path-omitted"
  /// The same kind of quantity, of another node.
  case wrongOperand = "wrong-operand"
  /// net where out belongs.
  case netForOutput = "net-for-output"
  /// Without η.
  case learningRateForgotten = "learning-rate-forgotten"
  /// With η².
  case learningRateTwice = "learning-rate-twice"
  /// y − t for t − y, or the reverse.
  case targetOutputExchanged = "target-output-exchanged"
  /// Two neighbouring digits of the written number exchanged.
  case digitsExchanged = "digits-exchanged"
  /// The decimal point of the written number moved, or of the change inside a new parameter.
  case decimalPoint = "decimal-point"
  /// δ times an output where δ times a weight goes back.
  case outputForWeight = "output-for-weight"
  /// The error squared where its derivative belongs.
  case lossForDerivative = "loss-for-derivative"
  /// The difference itself where its square belongs.
  case notSquared = "not-squared"
  /// The net value divided by the sum of net values.
  case softmaxWithoutExp = "softmax-without-exp"
  /// The logarithm to base 10.
  case logTen = "log-ten"
  /// The formula of another activation, or of its slope.
  case otherActivation = "other-activation"
  /// 1 − a for 1 − a².
  case slopeNotSquared = "slope-not-squared"
  /// Gradients of outgoing weights added up for an error.
  case gradientsSummed = "gradients-summed"
  /// The old weight in place of the new one.
  case notUpdated = "not-updated"
  /// Two digits of a given number exchanged, or another given number of its kind.
  case givenMiscopied = "given-miscopied"
  /// The bias times the input, and the weight added.
  case weightBiasExchanged = "weight-bias-exchanged"
  /// Adam's means as they are.
  case biasCorrectionForgotten = "bias-correction-forgotten"
  /// Adam's correction of another step.
  case wrongStepNumber = "wrong-step-number"
  /// The kernel turned round before it is laid on.
  case kernelFlipped = "kernel-flipped"
  /// What one position adds to a gradient, in place of the sum over all.
  case onePosition = "one-position"
  /// That sum divided by the number of positions.
  case meanOverPositions = "mean-over-positions"
  /// The error of a window given to every node of it.
  case maxToAll = "max-to-all"
  /// The error of a window shared by its nodes.
  case maxShared = "max-shared"
  /// The sum of a window in place of its mean, or the whole error to each of its nodes.
  case averageNotDivided = "average-not-divided"
  /// Another value of the window than the largest.
  case firstForLargest = "first-for-largest"
}

extension Misconception {
  /// Whether it is one that is made in every step alike, as by a program.
  var isHabit: Bool {
    switch self {
    case .updatedWeight, .sumForMean, .slopeForgotten, .slopeArgument, .slopeExtra, .factorTwo,
      .biasOmitted, .biasNotUpdated, .transposed, .learningRateForgotten, .learningRateTwice,
      .targetOutputExchanged, .netForOutput, .exponentSign, .outputForWeight, .logTen,
      .otherActivation, .slopeNotSquared, .biasCorrectionForgotten, .wrongStepNumber,
      .kernelFlipped, .onePosition, .meanOverPositions, .maxToAll, .maxShared, .averageNotDivided:
      true
    case .sign, .activationNotApplied, .softmaxNotNormalised, .biasTwice, .biasSign, .pathOmitted,
      .wrongOperand, .digitsExchanged, .decimalPoint, .lossForDerivative, .notSquared,
      .softmaxWithoutExp, .gradientsSummed, .notUpdated, .givenMiscopied, .weightBiasExchanged,
      .firstForLargest:
      false
    }
  }
}

/// A step worked out under a misconception, in any sample alike.
typealias Rewrite = RewriteOf<Quantity>
/// The same at a place of the step.
typealias PlacedRewrite = RewriteOf<Place>

/// A step worked out under a misconception.
struct RewriteOf<Operand: Hashable> {
  var misconception: Misconception
  /// Tells apart the ways in which one misconception can be had: twice or half.
  var variant = 0
  var calculation: CalculationOf<Operand>
  /// What was left out, or turned, or should have been used.
  var place: Operand?
  /// What was used in its place.
  var used: Operand?
}
