// What is said of layers that are trained before the whole network is.

extension Phrase {
  // MARK: Reports

  package static func stage(_ number: Int) -> Phrase {
    Phrase(
      "Stage \(number): hidden layer \(number) as an autoencoder of what comes into it",
      "第 \(number) 阶段：把第 \(number) 个隐藏层作为其输入的自编码器来训练")
  }
  package static func titleOfStage(_ title: Phrase, _ number: Int) -> Phrase {
    let stage = stage(number)
    return Phrase(
      "\(title.english). \(stage.english.text)", "\(title.chinese)。\(stage.chinese.text)")
  }
  package static func ofStage(_ number: Int, _ phrase: Phrase) -> Phrase {
    Phrase("stage \(number): \(phrase.english)", "第 \(number) 阶段：\(phrase.chinese)")
  }
  package static let wholeNetwork = Phrase(
    "The whole network, from the pre-trained layers on", "整个网络，从预训练得到的各层开始")
  package static let atStart = Phrase("at the start", "开始时")
  package static let hiddenLayersFrozen = Phrase(
    "the pre-trained layers stay as they are", "预训练过的层保持不变")
  package static func unlabelled(_ count: Int) -> Phrase {
    Phrase(
      "\(count) \(count == 1 ? "sample" : "samples") without targets left out",
      "不含 \(count) 个没有目标值的样本")
  }

  /// The largest error terms of the layers, the output layer first.
  package static func fading(without: [String], with: [String]) -> Phrase {
    let (before, after) = (
      without.joined(separator: " → "), with.joined(separator: " → ")
    )
    return Phrase(
      "Going back from the output layer, the largest error term of each layer at the beginning of this part: \(after). Without pre-training it would be: \(before).",
      "这一部分开始时，由输出层往回，各层误差项的最大绝对值：\(after)。若不预训练，则是：\(before)。")
  }

  /// Of an autoencoder.
  package static func restoredCorrectly(_ count: Int, of all: Int) -> Phrase {
    Phrase(
      "\(count) of \(all) \(all == 1 ? "sample" : "samples") \(count == 1 ? "is" : "are") restored correctly.",
      "\(all) 个样本中 \(count) 个还原正确。")
  }

  // MARK: Files

  package static let aTruth = Phrase("true or false", "true 或 false")
  package static let nothingToPretrain = Phrase(
    "'pretraining' is for hidden layers, and this network has none; leave it out",
    "'pretraining' 针对隐藏层，而这个网络没有隐藏层；请去掉它")
  package static func cannotPretrain(layer: Int, _ title: Phrase) -> Phrase {
    Phrase(
      "only dense hidden layers with weights of their own are pre-trained, and layer \(layer) is another one (\(title.english)); leave 'pretraining' out",
      "只有各有自己权重的全连接隐藏层才能预训练，而第 \(layer) 层不是（\(title.chinese)）；请去掉 'pretraining'")
  }
  package static let decodersForm = Phrase(
    "a list of decoders such as '[{ weights: [[0.3], [0.1]], biases: [0, 0.1] }]', one per hidden layer",
    "解码器的列表，如 '[{ weights: [[0.3], [0.1]], biases: [0, 0.1] }]'，每个隐藏层一个")
  package static func decoderBiases(found: Int, expected: Int) -> Phrase {
    Phrase(
      "\(found) \(found == 1 ? "bias" : "biases") for a decoder of \(expected) \(expected == 1 ? "neuron" : "neurons"); write one for each, or leave 'biases' out",
      "解码器有 \(expected) 个神经元，却有 \(found) 个偏置；请每个写一个，或不写 'biases'")
  }
  package static func decoderCount(found: Int, expected: Int) -> Phrase {
    Phrase(
      "\(found) \(found == 1 ? "decoder" : "decoders") for \(expected) hidden \(expected == 1 ? "layer" : "layers"); give one for each, or none to have them drawn",
      "有 \(found) 个解码器，而隐藏层有 \(expected) 个；请每层给一个，或者都不给，由程序随机生成")
  }

  // MARK: The command line

  package static let noPretraining = Phrase(
    "the file says nothing of a pre-training; add 'pretraining: { epochs: 500, learningRate: 0.5 }'",
    "文件中没有预训练的设置；请加上 'pretraining: { epochs: 500, learningRate: 0.5 }'")
  package static func noSuchStage(_ number: Int, count: Int) -> Phrase {
    Phrase(
      "there is no stage \(number): the pre-training has \(count), one per hidden layer; without --stage it is the whole network that is trained",
      "没有第 \(number) 阶段：预训练共有 \(count) 个阶段，每个隐藏层一个；不用 --stage 时训练的是整个网络")
  }
  package static func stageDiverged(_ number: Int, step: Int, quantity: String) -> Phrase {
    Phrase(
      "stage \(number) of the pre-training diverged at step \(step): \(quantity) exceeded the largest double; use a smaller 'learningRate' in 'pretraining'",
      "预训练的第 \(number) 阶段在第 \(step) 步发散（diverged）：\(quantity) 超出双精度浮点数的表示范围；请在 'pretraining' 中减小 'learningRate'"
    )
  }
  package static func stageEndsBefore(steps: Int) -> Phrase {
    Phrase(
      "the stage ends after \(steps) \(steps == 1 ? "step" : "steps"); ask for one of them, or give 'pretraining' more 'epochs' in the file",
      "这一阶段在 \(steps) 步后结束；请指定其中一步，或在文件的 'pretraining' 中加大 'epochs'")
  }
}
