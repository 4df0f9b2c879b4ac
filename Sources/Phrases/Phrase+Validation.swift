// What is said of samples that are held out of a training.

extension Phrase {
  package static let validationLossBefore = Phrase("validation loss before step", "更新前的验证损失")
  package static let validationLoss = Phrase("validation loss", "验证损失")
  package static func heldOut(_ count: Int) -> Phrase {
    Phrase(
      "\(count) more for validation, never trained on", "另有 \(count) 个验证样本，不参与训练")
  }

  /// The loss of all held-out samples, and how it is made of theirs; `isMean` is `nil` of one sample.
  package static func validationEnd(_ loss: String, of count: Int, isMean: Bool?) -> Phrase {
    switch isMean {
    case nil: Phrase("The loss of the validation sample is \(loss).", "验证样本的损失为 \(loss)。")
    case true?:
      Phrase(
        "The mean loss of the \(count) validation samples is \(loss).",
        "\(count) 个验证样本的平均损失为 \(loss)。")
    case false?:
      Phrase(
        "The losses of the \(count) validation samples sum to \(loss).",
        "\(count) 个验证样本的损失之和为 \(loss)。")
    }
  }
  package static func validationClassified(_ count: Int, of all: Int) -> Phrase {
    Phrase(
      "\(count) of \(all) validation \(all == 1 ? "sample" : "samples") \(count == 1 ? "is" : "are") classified correctly.",
      "\(all) 个验证样本中 \(count) 个分类正确。")
  }
  /// Of an autoencoder.
  package static func validationRestored(_ count: Int, of all: Int) -> Phrase {
    Phrase(
      "\(count) of \(all) validation \(all == 1 ? "sample" : "samples") \(count == 1 ? "is" : "are") restored correctly.",
      "\(all) 个验证样本中 \(count) 个还原正确。")
  }

  /// How two losses went on from where that of the held-out samples was smallest, after so many epochs.
  package static func overfitting(
    epochs: Int, validation: (from: String, to: String), training: (from: String, to: String)
  ) -> Phrase {
    let (english, chinese) =
      epochs == 0
      ? ("before the training", "训练开始前") : ("after epoch \(epochs)", "第 \(epochs) 轮之后")
    return Phrase(
      "The validation loss was smallest \(english): \(validation.from). Since then it has risen to \(validation.to), while the loss over the samples trained on fell from \(training.from) to \(training.to) (overfitting).",
      "验证损失在\(chinese)最小，为 \(validation.from)；此后升到 \(validation.to)，而训练样本上的损失从 \(training.from) 降到 \(training.to)（过拟合）。"
    )
  }

  // MARK: The picture

  package static let shareCorrect = Phrase("share classified correctly", "分类正确的比例")
  package static let crosses = Phrase(
    "Crosses: validation samples, never trained on.", "叉号：验证样本，不参与训练。")
  package static let lossOnLogScale = Phrase("loss (logarithmic scale)", "损失（对数刻度）")
  package static func eachTheMean(_ count: Int) -> Phrase {
    Phrase("each point the mean of \(count)", "每点为 \(count) 步的平均")
  }
  /// The axis of the steps, with remarks on what is drawn over it.
  package static func stepAxis(_ remarks: [Phrase]) -> Phrase {
    guard !remarks.isEmpty else { return .step }
    let english = remarks.map(\.english.text).joined(separator: "; ")
    let chinese = remarks.map(\.chinese.text).joined(separator: "；")
    return Phrase("step (\(english))", "步（\(chinese)）")
  }
  package static let zerosLeftOut = Phrase("points at 0 left out", "为 0 的点未画出")
}
