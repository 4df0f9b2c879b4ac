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
    begin(height: height, to: output)
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
    output.write("</svg>\n")
  }

  private func begin(height: Double, to output: TextOutput) {
    output.write(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width.short) \(height.short)" \
      role="img" aria-labelledby="title desc">
      <title id="title">\(Phrase.lossCurve(title.visible)[language].inXML)</title>
      <desc id="desc">\(Phrase.plotDescription[language].inXML)</desc>
      <style>\(Self.style)</style>
      <rect class="paper" width="100%" height="100%"/>

      """)
    output.write(PlotFrame.text(headline, 24, 30, "headline"))
  }

  /// The title, cut where it would leave the picture.
  private var headline: String {
    let room = 76
    var text = ""
    for character in title.visible {
      guard DisplayWidth.columns(of: text) < room else { return text + "…" }
      text.append(character)
    }
    return text
  }

  private static let style = """
    text{font:13px system-ui,sans-serif;fill:#222}.headline{font-size:17px;font-weight:600}\
    .title{font-weight:600}.end{text-anchor:end}.middle{text-anchor:middle}.paper{fill:#fff}\
    .grid{stroke:#d5dae0;fill:none;stroke-opacity:.7}.frame{fill:none;stroke:#8a939d}\
    .curve{stroke-width:2;fill:none;stroke-linejoin:round}.c0{stroke:#1f5fa8}\
    .c1{stroke:#a34a00;stroke-dasharray:7 4}.c2{stroke:#2d7a37;stroke-dasharray:2 3}\
    .c3{stroke:#7a3f9d;stroke-dasharray:9 3 2 3}\(ClassMarks.style)\
    .dot{stroke-width:2;fill:#fff;stroke-dasharray:none}.dot.c0{fill:#1f5fa8}\
    .bent{stroke:#5a6570;stroke-width:1;fill:none;stroke-opacity:.6}\
    .cut{stroke:#222;stroke-width:1.6;stroke-dasharray:7 4;fill:none}\
    .many{stroke-width:1;stroke-opacity:.5}.onto{paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}\
    @media (prefers-color-scheme:dark){text{fill:#e8e8e8}.paper{fill:#16181c}\
    .grid{stroke:#3a414a}.frame{stroke:#77818c}.c0{stroke:#8cc0ff}.c1{stroke:#ffb27a}\
    .c2{stroke:#8fd19a}.c3{stroke:#d5a6f0}\(ClassMarks.darkStyle).bent{stroke:#b6c0ca}\
    .cut{stroke:#e8e8e8}.onto{stroke:#16181c}.dot{fill:#16181c}.dot.c0{fill:#8cc0ff}}
    """
}
