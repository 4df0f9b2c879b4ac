internal import Phrases
internal import ScalarBackprop

extension NetworkFileReader {
  /// Everything about training, and how the learning rate was typed.
  func training(
    _ fields: Fields, _ loss: Loss
  ) throws(SourceError) -> (Training, learningRate: String?) {
    var training = Training()
    let rate = try fields.optional("learningRate") { value throws(SourceError) in
      try number(value, for: "learningRate", .notNegative) { $0 >= 0 }
    }
    training.rule.learningRate = rate?.value ?? training.rule.learningRate
    training.rule.optimizer = try optimizer(fields)
    training.rule.weightDecay =
      try fields.optional("weightDecay") { value throws(SourceError) in
        try number(value, for: "weightDecay", .notNegative) { $0 >= 0 }.value
      } ?? 0
    if !loss.hasGradient {
      let isPlain = training.rule.optimizer.isPlain
      let culprit = !isPlain ? "optimizer" : training.rule.weightDecay != 0 ? "weightDecay" : ""
      if let value = fields[culprit] { throw error(value, .perceptronOptimizer) }
    }
    try readBatches(fields, &training)
    return (training, rate?.text)
  }

  private func readBatches(_ fields: Fields, _ training: inout Training) throws(SourceError) {
    if let value = fields["epochs"] {
      training.epochs = try wholeNumber(value, for: "epochs", from: 1)
    }
    if let value = fields["batchSize"] {
      if case .string("all") = value.kind {
        training.batchSize = nil
      } else {
        training.batchSize = try wholeNumber(value, for: "batchSize", from: 1, .allOrCount)
      }
    }
    if let value = fields["batchLoss"] {
      training.batchLoss = try oneOf(BatchLoss.self, value, for: "batchLoss")
    }
    if let value = fields["shuffle"] {
      if case .null = value.kind { return }
      guard case .number = value.kind else {
        throw error(value, .wrongKind("shuffle", .seedOrNull))
      }
      training.shuffle = try seed(value, for: "shuffle")
    }
  }

  private func optimizer(_ fields: Fields) throws(SourceError) -> Optimizer {
    guard let value = fields["optimizer"] else { return .gradientDescent }
    let fields = try self.fields(
      of: value, named: "optimizer", keys: ["kind"] + Optimizer.Constant.allCases.map(\.rawValue))
    let kind = try word(
      try fields.required("kind", example: "kind: \"momentum\""), for: "kind",
      among: Optimizer.usual.map(\.name))
    let usual = Optimizer.usual.first { $0.name == kind } ?? .gradientDescent
    let own = ["kind"] + usual.constants.map(\.constant.rawValue)
    let strangers = fields.members.values.filter { !own.contains($0.key) }
    if let stranger = strangers.min(by: { $0.offset < $1.offset }) {
      throw source.error(at: stranger.offset, .keyDoesNotGo(stranger.key, with: "kind: \(kind)"))
    }
    return try usual.replacingConstants { constant, usual throws(SourceError) in
      guard let value = fields[constant.rawValue] else { return usual }
      return try number(
        value, for: constant.rawValue, constant.isShare ? .belowOne : .positive,
        where: constant.allows
      ).value
    }
  }
}
