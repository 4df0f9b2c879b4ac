import ScalarBackprop
import Testing

/// Samples that are held out of a training.
struct HeldOutTests {
  /// y = w·x + b on half the squared error, one sample a step.
  private let samples = [
    Sample(inputs: [1], targets: [0.5]), Sample(inputs: [-2], targets: [1]),
    Sample(inputs: [0.5], targets: [-1]),
  ]
  private let held = [Sample(inputs: [3], targets: [0.25]), Sample(inputs: [-1], targets: [2])]

  private func network() throws -> Network {
    try Network(
      inputs: [nil],
      layers: [Layer(neurons: [Neuron(weights: [0.75], bias: -0.5)], activation: .identity)])
  }

  private func training(_ batchLoss: BatchLoss = .mean) -> Training {
    var training = Training()
    (training.epochs, training.rule.learningRate, training.batchLoss) = (4, 0.1, batchLoss)
    return training
  }

  /// The parameters before each step and behind the last one, in plain arithmetic.
  private var course: [(w: Double, b: Double)] {
    var (w, b) = (0.75, -0.5)
    var course = [(w: w, b: b)]
    for _ in 0..<4 {
      for sample in samples {
        let gap = w * sample.inputs[0] + b - (sample.targets?[0] ?? .nan)
        (w, b) = (w - 0.1 * gap * sample.inputs[0], b - 0.1 * gap)
        course.append((w: w, b: b))
      }
    }
    return course
  }

  private func loss(_ samples: [Sample], _ at: (w: Double, b: Double)) -> Double {
    samples.reduce(0) {
      let gap = at.w * $1.inputs[0] + at.b - ($1.targets?[0] ?? .nan)
      return $0 + gap * gap / 2
    }
  }

  @Test(arguments: [BatchLoss.mean, .sum])
  func `their loss is that of the parameters before the step`(_ batchLoss: BatchLoss) throws {
    let (course, share) = (course, batchLoss == .mean ? 2.0 : 1)
    var told: [Int: Double] = [:]
    let result = try network().train(
      on: samples, training(batchLoss), validation: Validation(held) { $0 == 2 || $0 == 12 }
    ) { step in
      told[step.number] = step.validationLoss
      return .goOn
    }
    #expect(told.keys.sorted() == [1, 2, 4, 7, 10, 12])
    for (step, found) in told {
      #expect(abs(found - loss(held, course[step - 1]) / share) < 1e-14, "\(step)")
    }
    let validation = try #require(result.validation)
    #expect(abs(validation.evaluation.loss - loss(held, course[12]) / share) < 1e-14)
    #expect(validation.evaluation.correct == nil)
    // Before each epoch and behind the last one.
    let starts = [0, 3, 6, 9, 12].map { loss(held, course[$0]) / share }
    let least = try #require(starts.min())
    let smallest = try #require(validation.smallest)
    #expect(abs(smallest.loss - least) < 1e-14)
    #expect(smallest.epochs == starts.firstIndex(of: least))
    let own = loss(samples, course[3 * smallest.epochs]) / (batchLoss == .mean ? 3 : 1)
    #expect(abs(smallest.trainingLoss - own) < 1e-14)
  }

  @Test func `they change nothing, with an observer or without`() throws {
    let (network, training) = (try network(), training())
    let plain = try network.train(on: samples, training)
    #expect(plain.validation == nil)
    let alone = try network.train(on: samples, training, validation: Validation(held))
    let watched = try network.train(
      on: samples, training, validation: Validation(held) { _ in true }, observer: { _ in .goOn })
    for result in [alone, watched] {
      #expect(result.network == plain.network && result.evaluation == plain.evaluation)
      #expect(result.outputs == plain.outputs && result.steps == 12 && result.end == .epochs)
    }
    #expect(alone.validation == watched.validation)
    let none = try network.train(on: samples, training, validation: Validation([]))
    #expect(none == plain)
  }

  @Test func `what is no such sample is refused, counted behind the others`() throws {
    let network = try network()
    #expect(throws: SamplesError.noTargets(sample: 4)) {
      try network.train(
        on: samples, training(), validation: Validation([held[0], Sample(inputs: [1])]))
    }
    #expect(throws: SamplesError.noSamples) {
      try network.train(on: [], training(), validation: Validation(held))
    }
  }

  @Test func `a training that is good enough tells them before its last step`() throws {
    var training = training()
    training.until = 1
    var last: (Int, Double?) = (0, nil)
    let result = try network().train(on: samples, training, validation: Validation(held)) { step in
      last = (step.number, step.validationLoss)
      return .goOn
    }
    #expect(result.end == .goodEnough && last.0 == result.steps && result.steps % 3 == 0)
    let found = try #require(last.1)
    #expect(abs(found - loss(held, course[result.steps - 1]) / 2) < 1e-14)
  }

  @Test func `classes are counted where the held-out samples tell no others`() throws {
    let network = try Network(
      inputs: [nil], layers: [Layer(neurons: [Neuron(weights: [1], bias: 0)])])
    let two = [Sample(inputs: [-1], targets: [0]), Sample(inputs: [1], targets: [1])]
    var training = Training()
    training.rule.learningRate = 0
    for (held, correct) in [
      ([(2.0, 1.0), (3, 1), (4, 0)], 2), ([(2, 1)], 1), ([(2, 0.7)], nil), ([(2, -1)], nil),
    ] as [([(Double, Double)], Int?)] {
      let result = try network.train(
        on: two, training,
        validation: Validation(held.map { Sample(inputs: [$0.0], targets: [$0.1]) }))
      #expect(result.validation?.evaluation.correct == correct)
      #expect(result.evaluation.correct == 2)
    }
  }

  @Test func `a training that diverges leaves what came before`() throws {
    var training = Training()
    (training.epochs, training.rule.learningRate) = (1000, 1e3)
    let result = try network().train(on: samples, training, validation: Validation(held))
    #expect(result.divergence != nil)
    let smallest = try #require(result.validation?.smallest)
    #expect(smallest.epochs == 0 && smallest.trainingLoss.isFinite)
    #expect(abs(smallest.loss - loss(held, (w: 0.75, b: -0.5)) / 2) < 1e-14)
  }
}
