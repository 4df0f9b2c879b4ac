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
  let heldOut: [Sample]
  let language: Language
  /// Whether the losses stand on a logarithmic scale.
  var isLogarithmic = false

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
    let curve =
      inputs == nil
      ? CurvePlot(network, samples, heldOut: heldOut, symbols, language: language) : nil
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
      title: Phrase.lossCurve(title.visible).wording(in: language),
      description: Phrase.plotDescription.wording(in: language), headline: title,
      width: Self.width, height: height, style: PlotStyle.lines
    ).begin(to: output)
    LossPanel(history: history, isLogarithmic: isLogarithmic, language: language).write(
      left: Self.left, right: Self.right, top: Self.top, height: Self.lossHeight, to: output)
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
    PlotPage.end(to: output)
  }
}
