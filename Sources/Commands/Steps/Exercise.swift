internal import Derivations
internal import NetworkFiles
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// One sample of a network, with the changes the command line asks for: what trace and its
/// relatives work on.
struct Exercise {
  var network: Network
  var sample: Sample
  var sampleNumber: Int
  /// All samples of the file.
  var samples: [Sample]
  var rule: UpdateRule
  /// How many samples a step of the file's training takes.
  var batchSize: Int
  var notation: Notation
  var title: Phrase?
  var typed = TypedNumbers()

  /// Reads the network and applies `--sample`, `--notation`, `--inputs`, `--targets`,
  /// `--learning-rate` and `--set`.
  ///
  /// - Parameters:
  ///   - source: what was read of the network.
  ///   - isByHand: whether someone is to work the step out, who would never get through one that can
  ///     still be shown.
  init(
    _ invocation: Invocation, _ source: NetworkSource, isByHand: Bool = false
  ) throws(CommandError) {
    let file = source.file
    sampleNumber = try invocation.wholeNumber(.sample, in: 1...Int.max) ?? 1
    guard file.samples.indices.contains(sampleNumber - 1) else {
      throw .usage(.noSuchSample(sampleNumber, count: file.samples.count))
    }
    network = file.network
    samples = file.samples
    sample = file.samples[sampleNumber - 1]
    rule = file.training.rule
    batchSize =
      file.trainsInBatches
      ? file.training.batchSize(of: file.ofLabelledSamples.samples.count) : 1
    title = source.title
    let count = network.traceCount(
      hasTargets: sample.targets != nil || invocation.has(.targets), optimizer: rule.optimizer)
    guard count <= (isByHand ? Limits.handNumbers : Limits.traceNumbers) else {
      throw source.error(
        isByHand
          ? .tooLargeByHand(count, Limits.handNumbers)
          : .tooLargeToShow(count, Limits.traceNumbers))
    }
    typed.parameters = file.typedParameters
    typed.hasThresholds = file.hasThresholds
    typed.samples = [file.typedSamples[sampleNumber - 1]]
    typed.learningRate = file.typedLearningRate
    notation = try Exercise.notation(invocation, source)
    try apply(invocation)
    // An autoencoder is to put out what comes in, unless other targets are asked for.
    if file.targetsAreInputs, sample.targets == file.samples[sampleNumber - 1].targets {
      sample.targets = sample.inputs
      typed.samples[0].targets = typed.samples[0].inputs
    }
    try checkSample()
    network = try invocation.roundedParameters(network, typed: typed.parameters)
  }

  /// `--notation`, else the file's, else the default.
  static func notation(
    _ invocation: Invocation, _ source: NetworkSource
  ) throws(CommandError) -> Notation {
    let asked = try invocation.word(.notation)
    let notation = (asked ?? source.file.notation).flatMap { Notation.named($0) } ?? .documents
    guard !notation.suits(source.file.network) else { return notation }
    guard asked == nil, let position = source.file.notationPosition else {
      throw .usage(.needsOneHiddenLayer)
    }
    throw CommandError(
      SourceError(position: position, phrase: .needsOneHiddenLayer), place: source.place)
  }

  private mutating func apply(_ invocation: Invocation) throws(CommandError) {
    if let text = invocation.text(.inputs) {
      let numbers = try Exercise.numbers(text, .inputs)
      sample.inputs = numbers.map(\.value)
      typed.samples[0].inputs = numbers.map(\.text)
    }
    if let text = invocation.text(.targets) {
      let numbers = try Exercise.numbers(text, .targets)
      sample.targets = numbers.map(\.value)
      typed.samples[0].targets = numbers.map(\.text)
    }
    if let rate = try invocation.learningRate() {
      rule.learningRate = rate.value
      typed.learningRate = rate.text
    }
    try checkSample()
    try applySettings(invocation.texts(.set))
  }

  /// Refuses numbers that do not fit the network, as `--inputs` and `--set` may give them.
  private func checkSample() throws(CommandError) {
    do throws(SampleError) { try network.check(sample) } catch { throw .usage(error.phrase) }
  }

  private mutating func applySettings(_ settings: [String]) throws(CommandError) {
    guard !settings.isEmpty else { return }
    let symbols = Symbols(of: network, in: notation)
    var changeable: [String: Quantity] = [:]
    for parameter in network.parameters {
      changeable[symbols.id(of: parameter)] = .parameter(.value, parameter)
    }
    for i in symbols.topology.inputs { changeable[symbols.id(of: .input(i))] = .input(i) }
    if sample.targets != nil {
      for k in symbols.topology.outputs { changeable[symbols.id(of: .target(k))] = .target(k) }
    }
    let names = StepNames(changeable, symbols)
    var done: Set<Quantity> = []
    var parameters: [Parameter: Double] = [:]
    for setting in settings {
      guard let equals = setting.lastIndex(of: "=") else {
        throw .usage(.badSetting(setting.excerpt))
      }
      let id = String(setting[..<equals]).trimmed
      let number = try Exercise.number(String(setting[setting.index(after: equals)...]), .set)
      let meant = names(id)
      guard let quantity = meant.first else {
        throw .usage(
          .unknownID(id.excerpt, names.nearest(to: id), option: Option.set.spelling))
      }
      guard meant.count == 1 else {
        throw .usage(.severalQuantities(id.excerpt, meant.map { symbols.id(of: $0) }))
      }
      guard done.insert(quantity).inserted else { throw .usage(.setTwice(id)) }
      if case .parameter(_, let parameter) = quantity {
        let bias = notation.convention.turns(parameter.part) ? number.negated : number
        parameters[parameter] = bias.value
        typed.parameters[parameter] = bias.text
      } else {
        set(quantity, to: number, symbols)
      }
    }
    guard !parameters.isEmpty else { return }
    // All at once, as each time the whole network is made anew.
    do throws(NetworkError) {
      network = try network.replacingParameters { parameters[$0] ?? $1 }
    } catch {
      throw .usage(.notFinite)
    }
  }

  /// Sets a number of the sample.
  private mutating func set(_ quantity: Quantity, to number: TypedNumber, _ symbols: Symbols) {
    switch quantity {
    case .input(let i):
      sample.inputs[i] = number.value
      typed.samples[0].inputs[i] = number.text
    case .target(let k):
      sample.targets?[k - symbols.topology.outputs.lowerBound] = number.value
      typed.samples[0].targets?[k - symbols.topology.outputs.lowerBound] = number.text
    case .parameter, .product, .sum, .scaledSum, .net, .output, .outputLoss, .loss, .back, .error,
      .slope,
      .jacobian, .delta:
      break
    }
  }

  static func number(_ text: String, _ option: Option) throws(CommandError) -> TypedNumber {
    guard text.trimmed.utf8.count <= Limits.numberLength else {
      throw .usage(.longNumber(text.trimmed.excerpt, Limits.numberLength))
    }
    guard let number = TypedNumber(text.trimmed) else {
      if TypedNumber.isDecimal(Array(text.trimmed.utf8)) {
        throw .usage(.beyondDouble(text.trimmed.excerpt, option: option.spelling))
      }
      throw .usage(.badNumber(text.excerpt, option: option.spelling))
    }
    return number
  }

  private static func numbers(
    _ text: String, _ option: Option
  ) throws(CommandError) -> [TypedNumber] {
    var numbers: [TypedNumber] = []
    for item in ArgumentReader.list(text) { numbers.append(try number(item, option)) }
    return numbers
  }
}

extension Exercise {
  /// The step in full precision, with the signs of a convention.
  func trace(_ convention: Convention) throws(CommandError) -> Trace {
    do throws(SampleError) {
      return try network.trace(sample, rule: rule, convention: convention)
    } catch {
      throw .usage(error.phrase)
    }
  }

  /// The step, worked out under the numeric policy asked for.
  func derivation(_ invocation: Invocation) throws(CommandError) -> Derivation {
    let rounding = try invocation.rounding(notation.convention)
    do throws(SampleError) {
      let trace = try network.trace(
        sample, rule: rule, convention: notation.convention, rounding: rounding)
      return Derivation(
        of: trace, in: notation, typed: typed, sampleNumber: sampleNumber)
    } catch {
      throw .usage(error.phrase)
    }
  }
}
