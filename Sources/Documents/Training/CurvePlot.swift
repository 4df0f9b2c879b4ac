internal import Phrases
internal import ScalarBackprop
internal import Texts

/// The curve of a network with one input and one output, with the samples it was fitted to.
struct CurvePlot: PlotPart {
  let samples: [Sample]
  let language: Language
  private let curve: [(x: Double, y: Double)]
  private let low: (x: Double, y: Double)
  private let high: (x: Double, y: Double)

  private static let points = 120

  /// `nil` where there is more than one input or output, or nothing to draw.
  init?(_ network: Network, _ samples: [Sample], language: Language) {
    guard network.inputs.count == 1, network.outputLayer.neurons.count == 1 else { return nil }
    self.samples = samples
    self.language = language
    let xs = samples.map { $0.inputs[0] }
    let (first, last) = (xs.min() ?? 0, xs.max() ?? 0)
    let margin = max(0.1 * (last - first), 0.1)
    (low.x, high.x) = (first - margin, last + margin)
    let (start, width) = (low.x, high.x - low.x)
    let node = network.labels.count - 1
    curve = (0...CurvePlot.points).compactMap { n in
      let x = start + width * Double(n) / Double(CurvePlot.points)
      let y = (try? network.trace(Sample(inputs: [x])))?[.output(node, .before)] ?? .nan
      return y.isFinite ? (x, y) : nil
    }
    let ys = curve.map(\.y) + samples.compactMap { $0.targets?[0] }
    let (bottom, top) = (ys.min() ?? 0, ys.max() ?? 0)
    let room = max(0.08 * (top - bottom), 0.05)
    (low.y, high.y) = (bottom - room, top + room)
    guard curve.count > 1 else { return nil }
  }

  func write(x left: Double, y top: Double, to output: TextOutput) {
    let path = curve.map { text(place($0.x, $0.y)) }.joined(separator: "L")
    output.write(
      "<g transform=\"translate(\(left.short) \(top.short))\">\n")
    output.write("<title>\(Phrase.curvePlot[language].inXML)</title>\n")
    output.write("<rect class=\"frame\" width=\"\(RegionPlot.side.short)\" ")
    output.write("height=\"\(RegionPlot.side.short)\"/>\n")
    output.write("<path class=\"curve\" d=\"M\(path)\"/>\n")
    for sample in samples {
      let at = place(sample.inputs[0], sample.targets?[0] ?? 0)
      output.write(
        "<circle class=\"sample\" cx=\"\(at.x.short)\" "
          + "cy=\"\(at.y.short)\" r=\"4.5\"/>\n")
    }
    output.write("</g>\n")
  }

  private func place(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (
      RegionPlot.side * (x - low.x) / (high.x - low.x),
      RegionPlot.side * (high.y - y) / (high.y - low.y)
    )
  }

  private func text(_ point: (x: Double, y: Double)) -> String {
    "\(point.x.short) \(point.y.short)"
  }

  static let style =
    ".frame{fill:none;stroke:#d5dae0}.sample{fill:#fff;stroke:#111;stroke-width:1.5}"
  static let darkStyle = ".frame{stroke:#3a414a}.sample{fill:#16181c;stroke:#eee}"
}
