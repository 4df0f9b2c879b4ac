package import Derivations
internal import Phrases
package import ScalarBackprop
package import Texts

/// What a neuron does to its net value: f above, its slope beneath, with the points of the samples on both.
package struct ActivationPlot {
  private let derivation: Derivation
  private let node: Int
  private let activation: Activation
  private let language: Language
  private let text: FormulaText
  private let title: String
  /// The net values of the samples that are not told.
  private let others: [Double]

  /// Takes a neuron that has an activation of its own net value alone.
  ///
  /// - Parameters:
  ///   - node: its position in the network.
  ///   - derivation: the step; of a batch its first sample is told.
  ///   - samples: all of the file.
  ///   - rounding: what the step was rounded with; `nil` carries everything.
  ///   - title: what the step is called; any text.
  ///   - language: that of what is said.
  ///   - format: for numbers that were not typed.
  package init(
    _ node: Int, of derivation: Derivation, samples: [Sample], rounding: Rounding?, title: String,
    language: Language, format: NumberFormat
  ) {
    self.derivation = derivation
    self.node = node
    self.language = language
    self.title = title
    text = FormulaText(derivation, format: format)
    let network = derivation.trace.network
    activation = network.layers[derivation.symbols.topology.layer(of: node)].activation
    let evaluator = Evaluator(network, rounding: rounding)
    let told = derivation.sampleNumber(0) - 1
    others = samples.indices.filter { $0 != told }.map { n in
      evaluator.run(samples[n].inputs)
      return evaluator.net(of: node)
    }
  }

  private static let (left, width, top, height) = (96.0, 620.0, 84.0, 230.0)
  private static let (slopeTop, slopeHeight) = (394.0, 170.0)
  /// More of the other samples than these are not drawn.
  private static let mostOthers = 500

  private func symbol(_ quantity: Quantity) -> Symbol { derivation.symbols.symbol(for: quantity) }
  private func value(_ quantity: Quantity) -> Double { derivation.trace[quantity, 0] ?? .nan }
  private var net: Quantity { .net(node, .before) }
  private var output: Quantity { .output(node, .before) }
  private var hasSlope: Bool { !activation.isThreshold }

  private func equation(_ quantity: Quantity) -> [MathPart] {
    [.symbol(symbol(quantity)), .equals, .number(text.number(quantity, sample: 0))]
  }

  private var shownOthers: [Double] {
    let finite = others.filter(\.isFinite)
    let step = max(1, (finite.count + Self.mostOthers - 1) / Self.mostOthers)
    return stride(from: 0, to: finite.count, by: step).map { finite[$0] }
  }

  /// Writes the picture as a file of its own.
  package func write(to output: TextOutput) {
    let legend = legend
    let name = Phrase.activationOf(activation.title, net: symbol(net)).wording(in: language)
    let bottom = hasSlope ? Self.slopeTop + Self.slopeHeight : Self.top + Self.height
    PlotPage(
      title: PlotPage.title(name, of: title, language), description: legend.sentence(language),
      headline: title.isEmpty ? name.text : title, width: max(760, 24 + legend.width + 24),
      height: bottom + 58 + legend.height, style: PlotStyle.details
    ).begin(to: output)
    let x = scale
    writeOutputs(over: x, name, to: output)
    if hasSlope { writeSlopes(over: x, to: output) }
    legend.write(x: 24, y: bottom + 62, to: output)
    PlotPage.end(to: output)
  }

  /// Net values, as far to the left as to the right.
  private var scale: Scale {
    let usual: Double = activation == .sigmoid || activation == .tanh ? 6 : 4
    let found = ([value(net)] + shownOthers).filter(\.isFinite).map(\.magnitude).max() ?? 0
    let reach = max(usual, 1.15 * found)
    return Scale(-reach, reach, from: Self.left, to: Self.left + Self.width)
  }

  /// The values of a function over the scale, on both sides of 0, where it may jump.
  private func values(
    over x: Scale, _ function: (Double) -> Double
  ) -> [(x: Double, y: Double)] {
    let half = (1...120).map { x.high * Double($0) / 120 }
    let jump = 1e-9 * x.high
    let left = half.reversed().map { -$0 } + [-jump]
    return (left + [jump] + half).map { ($0, function($0)) }
  }

  private func slope(at net: Double) -> Double {
    activation.slope(net: net, output: activation.value(at: net))
  }

  private func writeOutputs(over x: Scale, _ name: Wording, to out: TextOutput) {
    let values = values(over: x, activation.value)
    let y = Scale(
      around: values.map(\.y), margin: 0.12, from: Self.top + Self.height, to: Self.top)
    let frame = PlotFrame(
      title: name, x: x, y: y, xName: hasSlope ? "" : "\(symbol(net))",
      yName: "\(symbol(self.output))", nameRoom: 60)
    frame.write(to: out)
    var covered: [PlotFrame.Point] = []
    frame.clipped("outputs", to: out) {
      covered += frame.writeCurve(values, "c0", to: out)
      if hasSlope {
        covered += frame.writeTangent(
          at: value(net), value(self.output), slope: value(.slope(node)), to: out)
      }
    }
    writePoints(
      in: frame, activation.value, value(self.output), [equation(self.output), equation(net)],
      covered, to: out)
  }

  private func writeSlopes(over x: Scale, to out: TextOutput) {
    let values = values(over: x, slope)
    let y = Scale(
      around: values.map(\.y) + [0], margin: 0.12, from: Self.slopeTop + Self.slopeHeight,
      to: Self.slopeTop)
    let frame = PlotFrame(
      title: Phrase.slopeBeneath.wording(in: language), x: x, y: y, xName: "\(symbol(net))",
      yName: "\(symbol(.slope(node)))", nameRoom: 60)
    frame.write(to: out)
    let covered = frame.writeCurve(values, "c2 arrow", to: out)
    writePoints(
      in: frame, slope, value(.slope(node)), [equation(.slope(node))], covered, to: out)
  }

  /// The points of the samples on a curve; that of this sample with its numbers.
  private func writePoints(
    in frame: PlotFrame, _ function: (Double) -> Double, _ height: Double,
    _ equations: [[MathPart]], _ covered: [PlotFrame.Point], to output: TextOutput
  ) {
    for other in shownOthers where function(other).isFinite {
      let place = frame.point(other, function(other))
      output.write(PlotLegend.circle("spot", place.x, place.y, 3))
    }
    guard value(net).isFinite, height.isFinite else { return }
    let place = frame.point(value(net), height)
    frame.writeGuide((place.x, frame.bottom), (place.x, place.y), to: output)
    output.write(PlotLegend.circle("dot c0", place.x, place.y, 4.5))
    var labels = PlotLabels(in: frame, around: covered)
    for (n, equation) in equations.enumerated() {
      labels.write(
        "\(equation)", at: n == 0 ? place : (place.x, frame.bottom - 14), to: output)
    }
  }

  private var legend: PlotLegend {
    var legend = PlotLegend()
    func add(_ mark: PlotLegend.Mark, _ phrase: Phrase) {
      legend.add(mark, phrase.wording(in: language))
    }
    let name = derivation.trace.samples[0].name
    let sample = Phrase.SampleName(
      number: derivation.sampleNumber(0), name: name.map { $0.visible })
    add(.dot, .plotted(sample, [equation(net), equation(output)]))
    if hasSlope {
      add(.dashes, .tangentIsSlope(equation(.slope(node))))
    } else {
      add(.none, .slopeUnused)
    }
    let shown = shownOthers.count
    if shown > 0 { add(.spot, .otherSamples(shown, of: others.count)) }
    return legend
  }
}
