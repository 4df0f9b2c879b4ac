package import ScalarBackprop
internal import Texts

// The engine's errors in words.

extension NetworkError {
  /// The wording of the error.
  package var phrase: Phrase {
    switch self {
    case .noInputs: .emptyList("inputs")
    case .noLayers: .emptyList("layers")
    case .noNeurons: .emptyList("neurons")
    case .weightCount(_, _, let found, let expected):
      .columnCount(found: found, incoming: expected)
    case .notFinite: .notFinite
    case .someBiases: .someBiases
    case .sameLabel(let label, _, _): .sameName(label)
    case .softmaxInside: .softmaxInside
    case .thresholdInside(_, let activation): .thresholdInside(activation)
    case .noMaps: .noMaps
    case .windowDoesNotFit(_, let window, let maps): .windowDoesNotFit(window, on: maps)
    case .poolingAtEnd: .poolingAtEnd
    case .mapCount(_, let found, let expected): .mapCount(found: found, expected: expected)
    case .tied(_, let other): .cannotBeTied(to: other + 1)
    case .tiedFrozen: .tiedFrozen
    case .noSuchParameter: .noSuchParameter
    case .unsuitedLoss(let loss, let activation):
      .unsuitedLoss(loss, activation: activation)
    }
  }
}

extension SampleError {
  /// The wording of the error.
  package var phrase: Phrase {
    switch self {
    case .inputCount(let found, let expected): .inputCount(found: found, expected: expected)
    case .targetCount(let found, let expected): .targetCount(found: found, expected: expected)
    case .notFinite: .notFinite
    case .targetNotInUnitInterval: .targetNotInUnitInterval
    case .targetNoSign: .targetNoSign
    case .targetNegative: .targetNegative
    case .targetSum(let sum): .targetSum(NumberFormat.significant(12).text(sum))
    }
  }
}

extension SamplesError {
  /// The sample that is meant, counted from 0.
  package var sample: Int? {
    switch self {
    case .noSamples: nil
    case .unfit(let sample, _), .noTargets(let sample): sample
    }
  }

  /// What is wrong, with the sample's number counted from 1.
  package var phrase: Phrase {
    switch self {
    case .noSamples: .nothingToTrainOn
    case .unfit(let sample, let error): .sampleNotTrainable(sample + 1, error.phrase)
    case .noTargets(let sample): .sampleNotTrainable(sample + 1, .sampleHasNoTargets)
    }
  }
}
