internal import Phrases
internal import Texts

/// The loss over the steps as a plot: that of each step's batch, that of the held-out samples over the
/// epochs, and the share classified correctly.
struct LossPanel {
  let history: TrainingHistory
  /// Whether losses stand on a logarithmic scale, which has no place for 0.
  let isLogarithmic: Bool
  let language: Language

  /// Values over the steps, and how they are drawn.
  private struct Line {
    var points: Curve.Points
    /// The step at which a number of the curve stands, the first number being 1.
    var step: (Double) -> Double
    var look: String
  }

  private var losses: Line {
    Line(points: history.loss.points(atMost: 400), step: { $0 }, look: "c0")
  }

  /// A loss before an epoch stands at its first step, as the training loss there does.
  private var validation: Line {
    let width = Double(history.stepsPerEpoch)
    return Line(
      points: history.validation.points(atMost: 400), step: { ($0 - 1) * width + 1 }, look: "c2")
  }

  /// A share stands at the last step of its epoch.
  private var accuracies: Line {
    let points = history.accuracy.points(atMost: 400)
    let width = Double(history.stepsInEpochs) / Double(max(points.count, 1))
    return Line(points: points, step: { $0 * width }, look: "c1")
  }

  /// Writes the plot into a rectangle.
  func write(left: Double, right: Double, top: Double, height: Double, to output: TextOutput) {
    let (losses, validation, accuracies) = (losses, validation, accuracies)
    let hasValidation = validation.points.count > 0
    // Behind the last step there is one more loss of the held-out samples.
    let last = Double(max(history.steps + (hasValidation ? 1 : 0), 1))
    var x = Scale(0, last, from: left, to: right)
    x.isWhole = true
    let values = losses.points.values + validation.points.values
    let y =
      isLogarithmic
      ? Scale(logarithmicAround: values, from: top + height, to: top)
      : Scale(0, 1.04 * (values.max() ?? 1), from: top + height, to: top)
    let share = Scale(0, 1.04, from: top + height, to: top)
    let mean = losses.points.pointSize
    let leavesOut = isLogarithmic && values.contains { $0 <= 0 }
    let remarks = [mean > 1 ? Phrase.eachTheMean(mean) : nil, leavesOut ? .zerosLeftOut : nil]
    var frame = PlotFrame(
      title: hasValidation ? "" : title(accuracies.points.count).wording(in: language), x: x, y: y,
      xName: Phrase.stepAxis(remarks.compactMap { $0 }).wording(in: language),
      yName: (isLogarithmic ? Phrase.lossOnLogScale : .loss).wording(in: language))
    if accuracies.points.count > 0 {
      frame.rightMarks = [0, 0.25, 0.5, 0.75, 1].map {
        (share.place($0), NumberFormat.significant(3).text($0 * 100) + "%")
      }
    }
    frame.write(to: output)
    if hasValidation { writeLegend(of: [losses, validation, accuracies], frame, to: output) }
    draw(losses, x, y, to: output)
    draw(validation, x, y, to: output)
    draw(accuracies, x, share, to: output)
  }

  private func title(_ accuracies: Int) -> Phrase {
    accuracies == 0 ? .loss : .lossAndShare(isRing: accuracies == 1)
  }

  /// What each line is, behind a piece of it, in the place of the title.
  private func writeLegend(of lines: [Line], _ frame: PlotFrame, to output: TextOutput) {
    var left = frame.left
    let names: [Phrase] = [.loss, .validationLoss, .shareCorrect]
    for (line, name) in zip(lines, names) where line.points.count > 0 {
      let y = frame.top - 16
      output.write("<path class=\"curve \(line.look)\" d=\"M\(left.short) \(y.short)h34\"/>\n")
      if line.points.count <= Self.mostMarked {
        writeDot(line.look, (left + 17, y), to: output)
      }
      let text = name[language]
      output.write(PlotFrame.text(text, left + 42, y + 4, ""))
      left += 42 + 8 * Double(DisplayWidth.columns(of: text)) + 24
    }
  }

  /// Draws a line through points; few ones are marked as well, and so are those that stand alone
  /// between others that have no place.
  private func draw(_ line: Line, _ x: Scale, _ y: Scale, to output: TextOutput) {
    let isMarked = line.points.count <= Self.mostMarked
    var run: [(x: Double, y: Double)] = []
    func endRun() {
      if run.count > 1 {
        output.write("<path class=\"curve \(line.look)\" d=\"\(PlotFrame.path(run))\"/>\n")
      }
      for place in run where isMarked || run.count == 1 { writeDot(line.look, place, to: output) }
      run = []
    }
    for (n, value) in line.points.values.enumerated() {
      guard !y.isLogarithmic || value > 0 else {
        endRun()
        continue
      }
      run.append(
        (x: x.placeWithin(line.step(line.points.place(of: n))), y: y.placeWithin(value)))
    }
    endRun()
  }

  private func writeDot(_ look: String, _ place: (x: Double, y: Double), to output: TextOutput) {
    let (x, y) = (place.x.short, place.y.short)
    output.write("<circle class=\"dot \(look)\" cx=\"\(x)\" cy=\"\(y)\" r=\"4\"/>\n")
  }

  /// More points than these are a line alone.
  private static let mostMarked = 30
}
