internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// A training as a picture, in SVG that follows the reader's choice of light or dark: the loss over
/// the steps, the share classified correctly over the epochs, and what the network makes of its
/// inputs at the end, where they are one or two.
struct TrainingPlot {
  let title: String
  let history: TrainingHistory
  /// The network before the training, and after it.
  let first, network: Network
  let symbols: Symbols
  let samples: [Sample]
  let language: Language

  private static let (width, left, right, lossHeight, top) = (
    PlotPage.width, 80.0, 700.0, 240.0, 72.0
  )
  private static let (singleLeft, secondLeft) = (210.0, 450.0)
  private static let (below, side, singleSide, curveHeight) = (84.0, 270.0, 360.0, 220.0)

  func write(to output: TextOutput) {
    func plane(isHidden: Bool) -> RegionPlot? {
      RegionPlot(
        network, before: isHidden ? nil : first, samples, symbols, isHidden: isHidden,
        language: language)
    }
    let inputs = plane(isHidden: false)
    let hidden = plane(isHidden: true)
    let curve = inputs == nil ? CurvePlot(network, samples, symbols, language: language) : nil
    let parts = curve == nil ? nil : PartsPlot(network, samples, symbols, language: language)
    let second = Self.top + Self.lossHeight + Self.below
    let side = hidden == nil ? Self.singleSide : Self.side
    let room = hidden == nil ? Self.width - Self.singleLeft : Self.secondLeft - Self.left
    let secondRoom = Self.width - Self.secondLeft
    let captions = max(
      inputs?.captionHeight(room: room) ?? 0, hidden?.captionHeight(room: secondRoom) ?? 0)
    let third = second + Self.curveHeight + CurvePlot.captionHeight
    let height =
      inputs != nil
      ? second + side + captions : curve != nil ? third + (parts?.height ?? 0) : second
    PlotPage(
      title: Phrase.lossCurve(title.visible)[language],
      description: Phrase.plotDescription[language], headline: title
    ).begin(height: height, to: output)
    writeLoss(to: output)
    if let inputs {
      output.write(ClassMarks.patterns)
      inputs.write(
        left: hidden == nil ? Self.singleLeft : Self.left, top: second, side: side, room: room,
        to: output)
      hidden?.write(
        left: Self.secondLeft, top: second, side: side, room: secondRoom, to: output)
    }
    curve?.write(
      left: Self.left, top: second, width: Self.right - Self.left, height: Self.curveHeight,
      to: output)
    parts?.write(left: Self.left, top: third, width: Self.right - Self.left, to: output)
    output.write("</svg>\n")
  }

  private func writeLoss(to output: TextOutput) {
    let losses = history.loss.points(atMost: 400)
    let accuracies = history.accuracy.points(atMost: 400)
    var x = Scale(0, Double(max(history.steps, 1)), from: Self.left, to: Self.right)
    x.isWhole = true
    let y = Scale(
      0, 1.04 * (losses.values.max() ?? 1), from: Self.top + Self.lossHeight, to: Self.top)
    let share = Scale(0, 1.04, from: y.start, to: y.end)
    let mean = losses.pointSize
    let title: Phrase =
      accuracies.count == 0 ? .loss : .lossAndShare(isRing: accuracies.count == 1)
    var frame = PlotFrame(
      title: title[language], x: x, y: y,
      xName: (mean > 1 ? Phrase.stepsMeans(mean) : .step).wording(in: language),
      yName: Phrase.loss.wording(in: language))
    if accuracies.count > 0 {
      frame.rightMarks = [0, 0.25, 0.5, 0.75, 1].map {
        (share.place($0), NumberFormat.significant(3).text($0 * 100) + "%")
      }
    }
    frame.write(to: output)
    // A loss stands at its step, an accuracy at the last step of its epoch.
    let epoch = Double(history.stepsInEpochs) / Double(max(accuracies.count, 1))
    draw(losses, every: 1, x, y, "c0", to: output)
    draw(accuracies, every: epoch, x, share, "c1", to: output)
  }

  /// Draws a line through points; few ones are marked as well.
  private func draw(
    _ points: Curve.Points, every width: Double, _ x: Scale, _ y: Scale, _ look: String,
    to output: TextOutput
  ) {
    let places = points.values.enumerated().map { n, value in
      (x: x.placeWithin(points.place(of: n) * width), y: y.placeWithin(value))
    }
    if places.count > 1 {
      output.write("<path class=\"curve \(look)\" d=\"\(PlotFrame.path(places))\"/>\n")
    }
    guard points.count <= Self.mostMarked else { return }
    for (x, y) in places {
      output.write("<circle class=\"dot \(look)\" cx=\"\(x.short)\" cy=\"\(y.short)\" r=\"4\"/>\n")
    }
  }

  /// More points than these are a line alone.
  private static let mostMarked = 30
}
