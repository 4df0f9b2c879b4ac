internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// How the first hidden layer of two neurons moves the plane of two inputs, in four frames: the inputs,
/// what the weights make of them, what the biases do then, and the activation function.
struct LayersPlot {
  let title: String
  let stages: PlaneStages
  let symbols: Symbols
  let language: Language

  private static let (left, second, side, top, below) = (80.0, 450.0, 270.0, 72.0, 84.0)
  private static let room = PlotPage.width - left - 40

  func write(to output: TextOutput) {
    let names = symbols.topology.outputs.map { symbols.name(of: $0, else: .output($0, .before)) }
    let marks = stages.classes.flatMap { ClassMarks($0, outputs: names, language: language) }
    let frames = zip(PlaneStages.Stage.allCases, 0...).map { stage, n in
      (
        stage,
        frame(
          of: stage, left: n % 2 == 0 ? Self.left : Self.second,
          top: Self.top + Double(n / 2) * (Self.side + Self.below))
      )
    }
    let legend = frames[3].1.bottom + (marks == nil ? 38 : 60)
    let captions = captions(isCrowded: true, hasCuts: true)
    PlotPage(
      title: Phrase.layersOf(title.visible).wording(in: language),
      description: Phrase.layersDescription.wording(in: language), headline: title,
      width: PlotPage.width,
      height: legend + 26 + PlotPage.height(of: captions, room: Self.room, language),
      style: PlotStyle.lines
    ).begin(to: output)
    var (isCrowded, hasCuts) = (false, false)
    for (stage, frame) in frames {
      frame.write(to: output)
      writeGrid(stage, in: frame, to: output)
      if writeCuts(stage, in: frame, to: output) { hasCuts = true }
      if writeSamples(stage, marks ?? .plain, in: frame, to: output) { isCrowded = true }
    }
    marks?.writeLegend(
      x: Self.left, y: legend, width: Self.room, showsRegions: false, to: output)
    _ = PlotPage.write(
      self.captions(isCrowded: isCrowded, hasCuts: hasCuts), x: Self.left, y: legend + 24,
      room: Self.room,
      language, to: output)
    output.write("</svg>\n")
  }

  private func frame(of stage: PlaneStages.Stage, left: Double, top: Double) -> PlotFrame {
    let (x, y) = stages.window(of: stage)
    return PlotFrame(
      title: Phrase.stageTitle(stage, stages.activation, isThreshold: hasThresholds).wording(
        in: language),
      x: Scale(x.lowerBound, x.upperBound, from: left, to: left + Self.side),
      y: Scale(y.lowerBound, y.upperBound, from: top + Self.side, to: top),
      xName: name(0, at: stage), yName: name(1, at: stage))
  }

  private var hasThresholds: Bool { symbols.notation.convention.subtractsThresholds }

  /// What one of the two numbers is at a stage, in the letters of the notation.
  private func name(_ n: Int, at stage: PlaneStages.Stage) -> Wording {
    let neuron = symbols.topology.layers[0].lowerBound + n
    switch stage {
    case .inputs: return symbols.name(of: n, else: .input(n))
    case .weighted:
      let products = (0..<2).map { symbols.symbol(for: .product(to: neuron, from: $0, .before)) }
      let sum: [MathPart] = products.flatMap { product -> [MathPart] in
        guard case .product(let weight, let input) = product else { return [.symbol(product)] }
        return [.symbol(weight), .times, .symbol(input)]
      }
      return "\(sum.prefix(3) + [.plus] + sum.suffix(3))"
    case .shifted: return "\(symbols.symbol(for: .net(neuron, .before)))"
    case .bent: return "\(symbols.symbol(for: .output(neuron, .before)))"
    }
  }

  private func writeGrid(
    _ stage: PlaneStages.Stage, in frame: PlotFrame, to output: TextOutput
  ) {
    for line in stages.grid(at: stage) {
      let path = frame.pathWithin(line.map { place(of: $0, in: frame) })
      if !path.isEmpty { output.write("<path class=\"bent\" d=\"\(path)\"/>\n") }
    }
  }

  private func place(of point: Separation.Point, in frame: PlotFrame) -> PlotFrame.Place {
    (frame.x.farPlace(point.x), frame.y.farPlace(point.y))
  }

  /// Draws the lines of the next layer's neurons, and says whether any is in the frame.
  private func writeCuts(
    _ stage: PlaneStages.Stage, in frame: PlotFrame, to output: TextOutput
  ) -> Bool {
    let look = stages.cuts.count > LineNames.most ? "cut many" : "cut"
    let paths = stages.cuts.map { path(of: $0, at: stage, in: frame) }.filter { !$0.isEmpty }
    for path in paths { output.write("<path class=\"\(look)\" d=\"\(path)\"/>\n") }
    return !paths.isEmpty
  }

  /// Draws the samples, and at the end the lines' names; says whether samples stand side by side.
  private func writeSamples(
    _ stage: PlaneStages.Stage, _ marks: ClassMarks, in frame: PlotFrame, to output: TextOutput
  ) -> Bool {
    let samples = stages.samples(at: stage).map {
      (
        x: frame.x.placeWithin($0.point.x), y: frame.y.placeWithin($0.point.y), class: $0.class
      )
    }
    let isCrowded = marks.writeMarks(samples, to: output)
    guard stage == .bent else { return isCrowded }
    let lines = stages.cuts.compactMap { cut -> LineNames.Line? in
      let ends = frame.crossings(cut)
      guard ends.count > 1 else { return nil }
      return LineNames.Line(
        name: symbols.name(of: cut.node, else: .net(cut.node, .before)), start: ends[0],
        end: ends[1])
    }
    LineNames(lines, around: samples.map { ($0.x, $0.y) }, in: frame).write(to: output)
    return isCrowded
  }

  /// The line on which the net value of a neuron behind is 0; straight at the end, and what comes to it
  /// before.
  private func path(
    of cut: DecisionPlane.Line, at stage: PlaneStages.Stage, in frame: PlotFrame
  ) -> String {
    guard stage != .bent else {
      let ends = frame.crossings(cut)
      return ends.count > 1 ? PlotFrame.path(ends) : ""
    }
    let (x, y) = stages.window(of: stage)
    return stages.line(of: cut, at: stage, x: x, y: y).map { line in
      frame.pathWithin(line.map { place(of: $0, in: frame) })
    }.joined()
  }

  private func captions(isCrowded: Bool, hasCuts: Bool) -> [Phrase] {
    let all: [Phrase?] = [
      .stageWeights(stages.orientation),
      stages.hasShift ? .stageShift(isThreshold: hasThresholds) : .stageNoShift,
      .stageActivation(stages.activation), hasCuts && !stages.cuts.isEmpty ? .stageCuts : nil,
      isCrowded ? .sideBySide : nil,
    ]
    return all.compactMap { $0 }
  }
}
