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
  let samples: [Sample]
  let language: Language

  private static let (width, left, right, lossHeight, top) = (760.0, 80.0, 700.0, 240.0, 72.0)
  private static let (below, side, singleSide) = (84.0, 270.0, 360.0)

  func write(to output: TextOutput) {
    let regions = RegionPlot(network, samples, language: language)
    let curves = regions == nil ? CurvePlot(network, samples, language: language) : nil
    let second = Self.top + Self.lossHeight + Self.below
    let isPair = regions?.hasHiddenPlane ?? false
    let side = isPair ? Self.side : Self.singleSide
    let height = regions != nil ? second + side + 100 : curves != nil ? second + 300 : second
    output.write(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width.short) \(height.short)" \
      role="img" aria-labelledby="title desc">
      <title id="title">\(Phrase.lossCurve(title.visible)[language].inXML)</title>
      <desc id="desc">\(Phrase.plotDescription[language].inXML)</desc>
      <style>\(Self.style)</style>
      <rect class="paper" width="100%" height="100%"/>

      """)
    output.write(PlotFrame.text(title, 24, 30, "headline"))
    writeLoss(to: output)
    if let regions {
      output.write(ClassMarks.patterns)
      regions.write(left: isPair ? Self.left : 210, top: second, side: side, to: output)
      if isPair { regions.writeHidden(left: 450, top: second, side: side, to: output) }
    } else if let curves {
      curves.write(
        left: Self.left, top: second, width: Self.right - Self.left, height: 220, to: output)
    }
    output.write("</svg>\n")
  }

  private func writeLoss(to output: TextOutput) {
    let points = history.loss.points(400)
    let steps = Double(history.steps)
    let x = Scale(0, max(steps, 1), from: Self.left, to: Self.right)
    let y = Scale(
      0, 1.04 * (points.max() ?? 1), from: Self.top + Self.lossHeight, to: Self.top)
    let share = Scale(0, 1.04, from: y.start, to: y.end)
    let shares = history.share.points(400)
    var frame = PlotFrame(
      title: shares.isEmpty ? Phrase.loss[language] : Phrase.lossAndShare[language], x: x, y: y,
      xName: Phrase.step[language], yName: Phrase.loss[language])
    if !shares.isEmpty {
      frame.rightMarks = [0, 0.25, 0.5, 0.75, 1].map {
        (share.place($0), NumberFormat.significant(3).text($0 * 100) + " %")
      }
    }
    frame.write(to: output)
    func line(_ values: [Double], _ scale: Scale, _ look: String) {
      let places = values.enumerated().map { n, value in
        (
          x: x.place(steps * (Double(n) + 0.5) / Double(values.count)),
          y: scale.place(value)
        )
      }
      guard places.count > 1 else { return }
      output.write("<path class=\"\(look)\" d=\"\(PlotFrame.path(places))\"/>\n")
    }
    line(points, y, "curve c0")
    line(shares, share, "curve c1")
  }

  private static let style = """
    text{font:13px system-ui,sans-serif;fill:#222}.headline{font-size:17px;font-weight:600}\
    .title{font-weight:600}.end{text-anchor:end}.middle{text-anchor:middle}.paper{fill:#fff}\
    .grid{stroke:#d5dae0;fill:none;stroke-opacity:.7}.frame{fill:none;stroke:#8a939d}\
    .curve{stroke-width:2;fill:none;stroke-linejoin:round}.c0{stroke:#1f5fa8}\
    .c1{stroke:#a34a00;stroke-dasharray:7 4}.c2{stroke:#2d7a37;stroke-dasharray:2 3}\
    .c3{stroke:#7a3f9d;stroke-dasharray:9 3 2 3}\
    .region{shape-rendering:crispEdges}.b1{fill:#fbe9d3}.b2{fill:#dcefdc}.b3{fill:#ecdff2}\
    .k0{fill:#e3ecf8}.k1{fill:url(#hatch1)}.k2{fill:url(#hatch2)}.k3{fill:url(#hatch3)}\
    .line{stroke:#b9804a;stroke-width:1;fill:none}\
    .bent{stroke:#5a6570;stroke-width:1;fill:none;stroke-opacity:.6}\
    .cut{stroke:#222;stroke-width:1.6;stroke-dasharray:7 4;fill:none}\
    .onto{paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}\
    .mark{fill:#fff;stroke:#111;stroke-width:1.5}\
    @media (prefers-color-scheme:dark){text{fill:#e8e8e8}.paper{fill:#16181c}\
    .grid{stroke:#3a414a}.frame{stroke:#77818c}.c0{stroke:#8cc0ff}.c1{stroke:#ffb27a}\
    .c2{stroke:#8fd19a}.c3{stroke:#d5a6f0}.k0{fill:#203247}.b1{fill:#43301d}.b2{fill:#20382a}\
    .b3{fill:#372a40}.line{stroke:#b08a60}.bent{stroke:#b6c0ca}.cut{stroke:#e8e8e8}\
    .onto{stroke:#16181c}.mark{fill:#16181c;stroke:#f2f2f2}}
    """
}
