internal import Phrases
internal import ScalarBackprop
internal import Texts

// What a training came to on the samples that were held out of it.

extension TrainingReport {
  /// A loss, which may be beyond Double.
  func text(_ loss: Double) -> String {
    loss.isFinite ? format.text(loss) : Phrase.tooLarge[language]
  }

  /// Their loss at the end.
  var validationEnd: Phrase? {
    result.validation.map {
      .validationEnd(
        text($0.evaluation.loss), of: heldOut.count,
        isMean: heldOut.count > 1 ? training.batchLoss == .mean : nil)
    }
  }

  /// How many of them get the class of their targets.
  var validationCorrect: Phrase? {
    result.validation?.evaluation.correct.map {
      samples.countRestored
        ? .validationRestored($0, of: heldOut.count) : .validationClassified($0, of: heldOut.count)
    }
  }

  /// A rise of the validation loss by less than this share may be chance, and so may one by less than
  /// that share of the loss before the training: where both losses come down to 0 they waver.
  private static let (leastRise, leastRiseOfFirst) = (0.05, 1e-6)

  /// That their loss has risen from its smallest value while that of the other samples fell on; `nil`
  /// where it has not.
  var overfitting: Phrase? {
    guard let validation = result.validation, let smallest = validation.smallest,
      validation.evaluation.loss.isFinite, let first = history.rows.first?.step.validationLoss,
      validation.evaluation.loss - smallest.loss
        > max(TrainingReport.leastRise * smallest.loss, TrainingReport.leastRiseOfFirst * first),
      result.loss < smallest.trainingLoss
    else { return nil }
    return .overfitting(
      epochs: smallest.epochs,
      validation: (format.text(smallest.loss), format.text(validation.evaluation.loss)),
      training: (text(smallest.trainingLoss), format.text(result.loss)))
  }
}
