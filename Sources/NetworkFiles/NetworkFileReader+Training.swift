internal import Phrases
internal import ScalarBackprop

extension NetworkFileReader {
  /// The constants that each kind of optimiser may be given.
  static let optimizerKeys: [(kind: String, keys: [String])] = [
    ("gradient-descent", []), ("momentum", ["momentum"]), ("nesterov", ["momentum"]),
    ("adagrad", ["epsilon"]), ("rmsprop", ["decay", "epsilon"]),
    ("adam", ["beta1", "beta2", "epsilon"]),
  ]

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
    if loss == .perceptron {
      let isPlain = training.rule.optimizer == .gradientDescent
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
      training.batchLoss = try oneOf(Training.BatchLoss.self, value, for: "batchLoss")
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
    let all = Self.optimizerKeys.flatMap(\.keys)
    let keys = ["kind"] + all.enumerated().filter { all.firstIndex(of: $1) == $0 }.map(\.element)
    let fields = try self.fields(of: value, named: "optimizer", keys: keys)
    let kinds = Self.optimizerKeys.map(\.kind)
    let kind = try word(
      try fields.required("kind", example: "kind: \"momentum\""), for: "kind", among: kinds)
    let own = Self.optimizerKeys.first { $0.kind == kind }?.keys ?? []
    let strangers = fields.members.values.filter { $0.key != "kind" && !own.contains($0.key) }
    if let stranger = strangers.min(by: { $0.offset < $1.offset }) {
      throw source.error(at: stranger.offset, .keyDoesNotGo(stranger.key, with: "kind: \(kind)"))
    }
    return try optimizer(kind, fields)
  }

  private func optimizer(_ kind: String, _ fields: Fields) throws(SourceError) -> Optimizer {
    func share(_ key: String, _ usual: Double) throws(SourceError) -> Double {
      guard let value = fields[key] else { return usual }
      return try number(value, for: key, .belowOne) { (0..<1).contains($0) }.value
    }
    func epsilon() throws(SourceError) -> Double {
      guard let value = fields["epsilon"] else { return 1e-8 }
      return try number(value, for: "epsilon", .positive) { $0 > 0 }.value
    }
    switch kind {
    case "momentum": return .momentum(try share("momentum", 0.9))
    case "nesterov": return .nesterov(try share("momentum", 0.9))
    case "adagrad": return .adagrad(epsilon: try epsilon())
    case "rmsprop": return .rmsprop(decay: try share("decay", 0.9), epsilon: try epsilon())
    case "adam":
      return .adam(
        beta1: try share("beta1", 0.9), beta2: try share("beta2", 0.999), epsilon: try epsilon())
    default: return .gradientDescent
    }
  }
}
