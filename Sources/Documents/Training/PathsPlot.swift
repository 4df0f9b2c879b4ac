internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// The loss as a function of two parameters, by lines of equal loss, and the paths that optimizers take
/// from one start.
struct PathsPlot {
  let title: String
  let surface: LossSurface
  let landscape: LossLandscape
  let symbols: Symbols
  let language: Language
  let format: NumberFormat
  /// The learning rate as it was typed.
  let rate: String
  /// What else is true of all paths.
  var policy: String?

  private static let (left, right, top, height) = (80.0, 700.0, 72.0, 400.0)
  static let aspect = (right - left) / height
  /// A path longer than this is cut off, and beyond so many steps it has no dots.
  static let (mostSteps, mostDots) = (1000, 200)

  func write(to output: TextOutput) {
    let legend = Self.top + Self.height + 64
    let captions = captions
    let end = legend + 20 * Double(landscape.paths.count) + 32
    let height =
      end + PlotPage.height(of: captions, room: Self.right - Self.left, language) + 4
    PlotPage(
      title: Phrase.pathsOf(title.visible).wording(in: language),
      description: Phrase.pathsDescription.wording(in: language), headline: title,
      width: PlotPage.width, height: height, style: PlotStyle.lines
    ).begin(to: output)
    let frame = frame
    frame.write(to: output)
    let contours = ContourPlot(landscape.levels, in: frame) { place(of: $0, in: frame) }
    contours.write(to: output)
    let ways = landscape.paths.map { path in
      PlotFrame.thinned(
        frame.untilGone(path.points.map { place(of: $0, in: frame) }), dots: Self.mostDots)
    }
    contours.writeNames(around: ways.flatMap { frame.steps(along: $0.line) }, to: output)
    for (n, way) in ways.enumerated() { write(way, n, in: frame, to: output) }
    writeEnds(in: frame, to: output)
    writeLegend(y: legend, in: frame, to: output)
    _ = PlotPage.write(
      captions, x: Self.left, y: end, room: Self.right - Self.left, language, to: output)
    output.write("</svg>\n")
  }

  /// Parameters are told with the signs of the notation.
  private func told(_ value: Double, _ n: Int) -> Double {
    symbols.notation.convention.told(value, as: .parameter(.value, surface.parameters[n]))
  }

  private var frame: PlotFrame {
    func scale(_ n: Int, _ range: ClosedRange<Double>, _ start: Double, _ end: Double) -> Scale {
      let ends = [told(range.lowerBound, n), told(range.upperBound, n)].sorted()
      return Scale(ends[0], ends[1], from: start, to: end)
    }
    func name(_ n: Int) -> Wording {
      "\(symbols.symbol(for: .parameter(.value, surface.parameters[n])))"
    }
    return PlotFrame(
      title: Phrase.pathsPlot.wording(in: language),
      x: scale(0, landscape.x, Self.left, Self.right),
      y: scale(1, landscape.y, Self.top + Self.height, Self.top), xName: name(0),
      yName: name(1))
  }

  private func place(of point: Separation.Point, in frame: PlotFrame) -> PlotFrame.Place {
    (frame.x.farPlace(told(point.x, 0)), frame.y.farPlace(told(point.y, 1)))
  }

  private func write(
    _ way: (line: [PlotFrame.Place], dots: [PlotFrame.Place]), _ n: Int, in frame: PlotFrame,
    to output: TextOutput
  ) {
    let path = frame.pathWithin(way.line)
    if !path.isEmpty { output.write("<path class=\"way w\(n)\" d=\"\(path)\"/>\n") }
    for dot in way.dots.dropFirst() where frame.holds(dot) {
      output.write(
        "<circle class=\"stop w\(n)\" cx=\"\(dot.x.short)\" cy=\"\(dot.y.short)\" r=\"2\"/>\n")
    }
  }

  /// A ring in its colour where each path ends, and a larger one in none where all begin.
  private func writeEnds(in frame: PlotFrame, to output: TextOutput) {
    for (n, path) in landscape.paths.enumerated() {
      let end = place(of: path.points[path.points.count - 1], in: frame)
      guard frame.holds(end) else { continue }
      let place = "cx=\"\(end.x.short)\" cy=\"\(end.y.short)\""
      output.write("<circle class=\"end-ring w\(n)\" \(place) r=\"4\"/>\n")
    }
    let start = place(of: surface.start, in: frame)
    let shape = "cx=\"\(start.x.short)\" cy=\"\(start.y.short)\" r=\"5.5\""
    output.write("<circle class=\"mark\" \(shape)/>\n")
  }

  private static let columns = (
    line: 80.0, name: 124.0, constants: 282.0, steps: 494.0, loss: 552.0
  )

  private func writeLegend(y: Double, in frame: PlotFrame, to output: TextOutput) {
    let columns = Self.columns
    func row(_ texts: [(Double, Wording)], _ y: Double, _ look: String) {
      for (x, text) in texts { output.write(PlotFrame.text(text, x, y, look)) }
    }
    row(
      [
        (columns.name, Phrase.optimizerColumn.wording(in: language)),
        (columns.constants, Phrase.constantsColumn.wording(in: language)),
        (columns.steps, Phrase.stepsColumn.wording(in: language)),
        (columns.loss, Phrase.lossAtEnd.wording(in: language)),
      ], y, "title")
    for (n, path) in landscape.paths.enumerated() {
      let y = y + 20 * Double(n + 1)
      output.write(
        "<path class=\"way w\(n)\" d=\"M\(columns.line.short) \((y - 4).short)h34\"/>\n")
      let middle = (columns.line + 17).short
      output.write(
        "<circle class=\"stop w\(n)\" cx=\"\(middle)\" cy=\"\((y - 4).short)\" r=\"2\"/>\n")
      row(
        [
          (columns.name, path.optimizer.title.wording(in: language)),
          (columns.constants, constants(of: path.optimizer)),
          (columns.steps, Wording(words: "\(path.points.count - 1)")),
          (columns.loss, Wording(words: end(of: path, in: frame))),
        ], y, "")
    }
  }

  private func constants(of optimizer: Optimizer) -> Wording {
    let parts = optimizer.constants.map { constant, value -> Wording in
      let math: [MathPart] = [
        .symbol(.letter(constant.letter(in: symbols.notation))), .equals,
        .number(NumberFormat.significant(6).text(value)),
      ]
      return "\(math)"
    }
    return parts.dropFirst().reduce(parts.first ?? "—") { "\($0), \($1)" }
  }

  /// The loss where a path ends, or why it has none, and whether that can be seen.
  private func end(of path: OptimizerPath, in frame: PlotFrame) -> String {
    if let step = path.divergence { return Phrase.pathDiverged(step: step)[language] }
    let loss = path.loss.isFinite ? format.text(path.loss) : Phrase.beyondRange[language]
    let isSeen = frame.holds(place(of: path.points[path.points.count - 1], in: frame))
    return isSeen ? loss : Phrase.leavesPicture(loss)[language]
  }

  private var captions: [Phrase] {
    let (training, count) = (surface.training, surface.samples.count)
    let batch = training.batchSize(of: count)
    let longest = (landscape.paths.map(\.points.count).max() ?? 1) - 1
    let decay = training.rule.weightDecay
    let all: [Phrase?] = [
      .pathsSetup(
        letter: symbols.learningRate, rate: rate, batch: batch, of: count),
      landscape.isTrueToScale && batch == count && decay == 0 && policy == nil
        ? .rightAngle : nil,
      decay > 0
        ? .pathsDecay(
          .letter(Formula.Constant.weightDecay.letter(in: symbols.notation)),
          NumberFormat.significant(6).text(decay)) : nil,
      policy.map { Phrase.ofPaths(Phrase(verbatim: $0)) },
      longest > Self.mostDots ? .firstDots(Self.mostDots) : nil,
      longest >= Self.mostSteps ? .mostSteps(Self.mostSteps) : nil,
    ]
    return all.compactMap { $0 }
  }
}

extension PlotFrame {
  /// The places of a line that are apart in a picture, and those of its first steps that are.
  fileprivate static func thinned(
    _ places: [Place], dots: Int
  ) -> (line: [Place], dots: [Place]) {
    var line: [Place] = []
    var count = 0
    for (n, place) in places.enumerated() {
      let isApart = line.last.map { abs($0.x - place.x) + abs($0.y - place.y) > 0.3 } ?? true
      guard isApart || n == places.count - 1 else { continue }
      line.append(place)
      if n <= dots { count = line.count }
    }
    return (line, Array(line.prefix(count)))
  }
}

extension Optimizer.Constant {
  /// The letter of the constant in a notation.
  fileprivate func letter(in notation: Notation) -> String {
    let constant: Formula.Constant =
      switch self {
      case .momentum: .momentum
      case .decay: .decay
      case .beta1: .beta1
      case .beta2: .beta2
      case .epsilon: .epsilon
      }
    return constant.letter(in: notation)
  }
}
