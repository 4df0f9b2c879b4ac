internal import Marking
internal import Phrases

extension Misconception {
  /// What was probably done.
  var phrase: Phrase {
    switch self {
    case .updatedWeight: .updatedWeight
    case .sign: .wrongSign
    case .factorTwo: .factorTwo
    case .sumForMean: .sumForMean
    case .slopeForgotten: .slopeForgotten
    case .slopeArgument: .slopeArgument
    case .slopeExtra: .slopeExtra
    case .activationNotApplied: .activationNotApplied
    case .exponentSign: .exponentSign
    case .softmaxNotNormalised: .softmaxNotNormalised
    case .biasOmitted: .biasOmitted
    case .biasTwice: .biasTwice
    case .biasSign: .biasSign
    case .biasNotUpdated: .biasNotUpdated
    case .transposed: .transposedWeight
    case .pathOmitted: .pathOmitted
    case .wrongOperand: .wrongOperand
    case .netForOutput: .netForOutput
    case .learningRateForgotten: .learningRateForgotten
    case .learningRateTwice: .learningRateTwice
    case .targetOutputExchanged: .targetOutputExchanged
    case .digitsExchanged: .digitsExchanged
    case .decimalPoint: .decimalPoint
    case .outputForWeight: .outputForWeight
    case .lossForDerivative: .lossForDerivative
    case .notSquared: .notSquared
    case .softmaxWithoutExp: .softmaxWithoutExp
    case .logTen: .logTen
    case .otherActivation: .otherActivation
    case .slopeNotSquared: .slopeNotSquared
    case .gradientsSummed: .gradientsSummed
    case .notUpdated: .notUpdated
    case .givenMiscopied: .givenMiscopied
    case .weightBiasExchanged: .weightBiasExchanged
    case .biasCorrectionForgotten: .biasCorrectionForgotten
    case .wrongStepNumber: .wrongStepNumber
    case .kernelFlipped: .kernelFlipped
    case .onePosition: .onePosition
    case .meanOverPositions: .meanOverPositions
    case .maxToAll: .maxToAll
    case .maxShared: .maxShared
    case .averageNotDivided: .averageNotDivided
    case .firstForLargest: .firstForLargest
    }
  }
}
