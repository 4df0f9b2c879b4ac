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
  let network: Network
  let symbols: Symbols
  let samples: [Sample]
  let heldOut: [Sample]
  let language: Language
  /// Whether the losses stand on a logarithmic scale.
  var isLogarithmic = false

  private static let (width, left, right, lossHeight, top) = (760.0, 80.0, 700.0, 240.0, 72.0)
  private static let secondLeft = 450.0
  private static let (below, side, singleSide, curveHeight) = (84.0, 270.0, 360.0, 220.0)

  func write(to output: TextOutput) {
    func plane(isHidden: Bool) -> RegionPlot? {
      RegionPlot(network, samples, symbols, isHidden: isHidden, language: language)
    }
    let inputs = plane(isHidden: false)
    let hidden = plane(isHidden: true)
    let curve =
      inputs == nil
      ? CurvePlot(network, samples, heldOut: heldOut, symbols, language: language) : nil
    let second = Self.top + Self.lossHeight + Self.below
    let side = hidden == nil ? Self.singleSide : Self.side
    let height =
      inputs != nil
      ? second + side + RegionPlot.captionHeight
      : curve != nil ? second + Self.curveHeight + CurvePlot.captionHeight : second
    PlotPage(
      title: Phrase.lossCurve(title.visible).wording(in: language),
      description: Phrase.plotDescription.wording(in: language), headline: title,
      width: Self.width, height: height
    ).begin(to: output)
    LossPanel(history: history, isLogarithmic: isLogarithmic, language: language).write(
      left: Self.left, right: Self.right, top: Self.top, height: Self.lossHeight, to: output)
    if let inputs {
      output.write(ClassMarks.patterns)
      let left = hidden == nil ? 210 : Self.left
      inputs.write(
        left: left, top: second, side: side,
        room: hidden == nil ? Self.width - left : Self.secondLeft - left, to: output)
      hidden?.write(
        left: Self.secondLeft, top: second, side: side, room: Self.width - Self.secondLeft,
        to: output)
    }
    curve?.write(
      left: Self.left, top: second, width: Self.right - Self.left, height: Self.curveHeight,
      to: output)
    PlotPage.end(to: output)
  }
}
