internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

// What a worksheet says above its cells: the network in words, what is given, what is to be done.

extension Worksheet {
  /// A number that is given, as it is printed.
  struct Given {
    var symbol: Symbol
    var text: String
  }

  /// What is given: of a batch, what its samples have in common, or one of them.
  func givens(ofSample sample: Int? = nil) -> [Given] {
    let isBatch = derivation.trace.isBatch
    var result: [Given] = []
    derivation.forEachStep(StepSelection(phases: [.given], quantities: [])) { step, _ in
      guard !isBatch || step.sample == sample else { return }
      if case .target = step.quantity, lastPhase <= .forward { return }
      let text = derivation.typedText(of: step.quantity, sample: step.sample)
      result.append(
        Given(
          symbol: symbols.symbol(for: step.quantity), text: text ?? givenFormat.text(step.value)))
    }
    return sample == nil && lastPhase >= .update ? result + remembered : result
  }

  /// What the optimiser remembers from the steps before.
  private var remembered: [Given] {
    derivation.remembered.map { Given(symbol: $0.symbol, text: givenFormat.text($0.value)) }
  }

  /// Of numbers that nobody typed so many digits are printed that whoever goes on with them gets all
  /// that are asked for.
  private var givenFormat: NumberFormat {
    switch format {
    case .significant(let digits), .decimals(let digits): .significant(min(17, digits + 4))
    }
  }

  /// η and the optimiser's numbers, each with its value.
  var constants: [Wording] {
    guard lastPhase >= .update else { return [] }
    return derivation.constants.map { symbol, text in
      let formula: [MathPart] = [.symbol(symbol), .equals, .number(text)]
      return "\(formula)"
    }
  }

  /// The network in words: its layers, its loss, how it is updated.
  var description: [Wording] {
    let network = derivation.trace.network
    var phrases = [Phrase.worksheetNetwork(network)]
    if lastPhase >= .error {
      let loss = reasons { $0 == .outputLosses(.before) || $0 == .loss(.before) }
      phrases.append(Phrase.errorHeading.followed(by: loss, between: .colon))
    }
    if lastPhase >= .update {
      let update = reasons { $0 == .parameters(.change, .weights) }
      phrases.append(.worksheetUpdate(derivation.trace.rule.optimizer, update))
    }
    return phrases.map { $0.wording(in: language) }
  }

  /// The reasons of the rules of some blocks, each said once.
  private func reasons(_ isMeant: (Block.Kind) -> Bool) -> Phrase {
    var known: Set<Phrase> = []
    let reasons = derivation.blocks.filter { isMeant($0.kind) }.map {
      derivation.rule(of: $0).reason
    }
    return .sentences(reasons.filter { known.insert($0).inserted })
  }

  /// What to do, and how precisely.
  var task: Wording {
    let precision = Phrase.precision(format)
    let rounding: Phrase =
      derivation.trace.isRounded ? .roundEachResult(precision) : .roundResultsOnly(precision)
    return Phrase.notationLine(derivation.notation.name, symbols.deltaDefinition)
      .followed(by: .worksheetTask(subject, rounding), between: .semicolon)
      .wording(in: language)
  }

  /// Which step it is about.
  var subject: Phrase {
    let samples = derivation.trace.samples.enumerated().map { place, sample in
      Phrase.SampleName(number: derivation.sampleNumber(place), name: sample.name?.visible)
    }
    if let state = derivation.state {
      return .stepOfTraining(number: state.step, epoch: state.epoch, samples)
    }
    if lastPhase <= .forward { return .forwardPass(samples[0]) }
    let isBackward = sections.allSatisfy { section in
      section.cells.allSatisfy { $0.line.step.phase == .backward }
    }
    if isBackward { return .backwardPass(samples[0]) }
    return .oneStep(samples[0])
  }

  /// Room for the name, or the name, and for the date.
  var nameLine: String {
    Phrase.nameLine(student?.name.visible ?? "______________")[language]
  }
}

extension Derivation {
  /// What the optimiser remembers from the steps before, if there are any.
  fileprivate var remembered: [(symbol: Symbol, value: Double)] {
    guard let state, state.step > 1 else { return [] }
    var result: [(Symbol, Double)] = []
    forEachStep(StepSelection(phases: [.update], quantities: [])) { step, _ in
      guard case .parameter(.state(let kind), let parameter) = step.quantity, kind.isRemembered,
        case .state(let letter, let of) = symbols.symbol(for: step.quantity)
      else { return }
      result.append((.state(letter + "⁻", of: of), remembered(kind, parameter)))
    }
    return result
  }

  /// η and the optimiser's numbers, and the number of the step where that matters.
  fileprivate var constants: [(symbol: Symbol, text: String)] {
    var result: [(Symbol, String)] = [(symbols.learningRate, learningRateText)]
    func add(_ constant: Formula.Constant, _ value: Double) {
      let text = NumberFormat.significant(17).text(value)
      result.append((.letter(constant.letter(in: notation)), text))
    }
    if trace.rule.weightDecay != 0 { add(.weightDecay, trace.rule.weightDecay) }
    for (constant, value) in trace.rule.optimizer.constants { add(constant.inFormulas, value) }
    if case .adam = trace.rule.optimizer {
      result.append((.letter(Formula.Constant.stepLetter), String(state?.step ?? 1)))
    }
    return result
  }

  /// What a worksheet calls the numbers of the update that it gives, which are no answers.
  var namesOfConstants: Set<String> {
    Set((constants.map(\.symbol) + remembered.map(\.symbol)).flatMap(\.spellings))
  }
}

extension Optimizer.Constant {
  /// The same in formulas.
  fileprivate var inFormulas: Formula.Constant {
    switch self {
    case .momentum: .momentum
    case .decay: .decay
    case .beta1: .beta1
    case .beta2: .beta2
    case .epsilon: .epsilon
    }
  }
}
