internal import Derivations
internal import Documents
internal import Phrases
internal import ScalarBackprop
internal import Texts

extension Option {
  static let plotWeight = Option(
    name: "plot-weight", value: "ID",
    help: Phrase(
      "draw the loss over one weight or bias, with its tangent and the step (SVG)",
      "画出损失随一个权重或偏置的变化，以及切线和这一步（SVG）"))
  static let plotActivation = Option(
    name: "plot-activation", value: "ID",
    help: Phrase(
      "draw the activation function of one neuron and its slope, with the samples (SVG)",
      "画出一个神经元的激活函数及其导数，并标出样本（SVG）"))
  static let plotDeltas = Option(
    name: "plot-deltas",
    help: Phrase(
      "draw the size of the error terms, layer by layer (SVG)", "画出各层误差项的大小（SVG）"))

  /// Each draws a picture of its own.
  static let stepPlots = [plotWeight, plotActivation, plotDeltas]
}

/// A picture of one step that `export` draws in place of a document.
enum StepPlot {
  /// The loss over a parameter.
  case weight(String)
  /// The activation of a neuron.
  case activation(String)
  /// The error terms of every layer.
  case deltas

  private var option: Option {
    switch self {
    case .weight: .plotWeight
    case .activation: .plotActivation
    case .deltas: .plotDeltas
    }
  }

  /// The picture that a command line asks for; `nil` where it asks for a document.
  static func asked(of invocation: Invocation) throws(CommandError) -> StepPlot? {
    if let id = invocation.text(.plotWeight) { return .weight(id) }
    if let id = invocation.text(.plotActivation) { return .activation(id) }
    return invocation.has(.plotDeltas) ? .deltas : nil
  }

  /// Refuses what has no place beside a picture, before anything is worked out.
  static func checkPlaces(_ invocation: Invocation) throws(CommandError) {
    let asked = Option.stepPlots.filter(invocation.has)
    guard let option = asked.first else { return }
    if asked.count > 1 {
      throw .usage(.exclusiveOptions(option.spelling, asked[1].spelling))
    }
    for other in [Option.standalone, .diagram, .matrix, .withGradcheck, .exportDetail, .force]
    where invocation.has(other) {
      throw .usage(.withoutEffect(other.spelling, in: option.spelling))
    }
    if let format = try invocation.choice(.to, as: FileFormat.self) {
      guard format == .svg else {
        throw .usage(.withoutEffect(option.spelling, in: format.rawValue))
      }
    } else if let file = invocation.argument(.outputFile) {
      let isDevice = try OutputFile(file, invocation).isDevice
      guard isDevice || file.ending == "svg" else {
        throw .usage(.plotIsSVG(option.spelling))
      }
    }
  }
}

extension StepCommand {
  /// Writes a picture of the step to `-o`, or to standard output.
  func write(_ plot: StepPlot) throws(CommandError) -> ExitCode {
    let write = try writer(of: plot)
    guard let name = invocation.argument(.outputFile) else {
      write(invocation.console.output)
      return exitCode
    }
    try OutputFile(name, invocation).write { output in write(output) }
    return exitCode
  }

  private func writer(of plot: StepPlot) throws(CommandError) -> (TextOutput) -> Void {
    let language = invocation.console.language
    let (title, format) = (title?[language] ?? "", try invocation.numberFormat())
    let rounding = try invocation.rounding(derivation.notation.convention)
    switch plot {
    case .weight(let id):
      let plot = WeightPlot(
        try parameter(named: id), of: derivation, rounding: rounding, title: title,
        language: language, format: format)
      guard let plot else { throw .usage(.plotNeedsTargets(Option.plotWeight.spelling)) }
      return plot.write
    case .activation(let id):
      return ActivationPlot(
        try neuron(named: id), of: derivation, samples: samples, rounding: rounding, title: title,
        language: language, format: format
      ).write
    case .deltas:
      let plot = DeltaPlot(derivation, title: title, language: language, format: format)
      guard let plot else { throw .usage(.plotNeedsTargets(Option.plotDeltas.spelling)) }
      return plot.write
    }
  }

  /// The parameter of an id or a symbol.
  private func parameter(named id: String) throws(CommandError) -> Parameter {
    let symbols = derivation.symbols
    let all = derivation.trace.network.parameters
    let names = StepNames(
      Dictionary(uniqueKeysWithValues: all.map { (symbols.id(of: $0), .parameter(.value, $0)) }),
      symbols)
    let found = names(id)
    guard case .parameter(_, let parameter)? = found.first else {
      let known = [ParameterPart.weights, .bias].compactMap { part in
        all.first { $0.part == part }.map { symbols.id(of: $0) }
      }
      throw .usage(.notAParameter(id.excerpt, names.nearest(to: id), known: known))
    }
    guard found.count == 1 else {
      throw .usage(.severalQuantities(id.excerpt, found.map { symbols.id(of: $0) }))
    }
    return parameter
  }

  /// The neuron of a name, or of the id or symbol of one of its quantities.
  private func neuron(named id: String) throws(CommandError) -> Int {
    let symbols = derivation.symbols
    let quantities = StepNames(derivation)(id)
    var found = Array(Set(quantities.compactMap(\.nodeOfActivation))).sorted()
    if quantities.isEmpty {
      found = symbols.topology.nodes.filter { symbols.ids.label(of: $0) == id.trimmed }
    }
    let nets = symbols.topology.neurons.filter { hasOwnActivation($0) }
      .map { symbols.id(of: .net($0, .before)) }
    guard let node = found.first else {
      let near = Suggestion.nearest(to: id, among: nets)
      throw .usage(.notANeuron(id.excerpt, near, known: Array(nets.prefix(1))))
    }
    guard found.count == 1 else {
      throw .usage(
        .severalQuantities(id.excerpt, found.map { symbols.id(of: .output($0, .before)) }))
    }
    if let reason = reason(whyNotDrawn: node) {
      throw .usage(.noActivation(id.excerpt, reason))
    }
    return node
  }

  private func hasOwnActivation(_ node: Int) -> Bool { reason(whyNotDrawn: node) == nil }

  /// Why a node has no function of its own net value alone.
  private func reason(whyNotDrawn node: Int) -> Phrase.NoActivation? {
    let l = derivation.symbols.topology.layer(of: node)
    guard l >= 0 else { return .input }
    let layer = derivation.trace.network.layers[l]
    guard layer.form.hasNets else { return .pooling }
    return layer.activation.mixesNeurons ? .softmax : nil
  }
}

extension Quantity {
  /// The node whose own number it is, or that of its error; `nil` for what is of two nodes, or of none.
  fileprivate var nodeOfActivation: Int? {
    switch self {
    case .input(let j), .target(let j), .sum(let j, _), .scaledSum(let j, _), .net(let j, _),
      .output(let j, _), .error(let j), .slope(let j), .delta(let j):
      j
    case .parameter, .product, .outputLoss, .loss, .back, .jacobian: nil
    }
  }
}
