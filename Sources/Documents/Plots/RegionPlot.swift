internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// Draws what a network makes of a plane: the class of each place, the samples, the line of each
/// neuron, and, as a hidden layer sees it, the bent grid of the inputs.
struct RegionPlot {
  let plane: DecisionPlane
  let marks: ClassMarks
  let symbols: Symbols
  let language: Language
  let isHidden: Bool

  /// The plane of the inputs, or as the first hidden layer sees it; `nil` where there is none, or
  /// too many classes to be told apart.
  init?(
    _ network: Network, _ samples: [Sample], _ symbols: Symbols, isHidden: Bool,
    language: Language
  ) {
    let found =
      isHidden
      ? DecisionPlane(hiddenLayerOf: network, on: samples)
      : DecisionPlane(inputsOf: network, on: samples)
    let names = symbols.outputs.map { symbols.name(of: $0, else: .output($0, .before)) }
    guard let plane = found,
      let marks = ClassMarks(plane.classes, outputs: names, language: language)
    else { return nil }
    self.plane = plane
    self.marks = marks
    self.symbols = symbols
    self.language = language
    self.isHidden = isHidden
  }

  /// Writes the plane at a place, in a square.
  func write(left: Double, top: Double, side: Double, to output: TextOutput) {
    let nodes = symbols.nodes(ofLayer: isHidden ? 0 : -1)
    let names = nodes.map { symbols.name(of: $0, else: .output($0, .before)) }
    let frame = PlotFrame(
      title: (isHidden ? Phrase.hiddenPlane : .inputPlane)[language],
      x: Scale(plane.x.lowerBound, plane.x.upperBound, from: left, to: left + side),
      y: Scale(plane.y.lowerBound, plane.y.upperBound, from: top + side, to: top),
      xName: names[0], yName: names[1])
    frame.clipped(isHidden ? "hidden" : "inputs", to: output) {
      ClassMarks.write(plane.regions, in: frame, to: output)
      for line in plane.grid {
        let places = line.map { (x: frame.x.place($0.x), y: frame.y.place($0.y)) }
        output.write("<path class=\"bent\" d=\"\(PlotFrame.path(places))\"/>\n")
      }
      for line in plane.lines {
        let ends = frame.crossings(line)
        if ends.count > 1 { output.write("<path class=\"cut\" d=\"\(PlotFrame.path(ends))\"/>\n") }
      }
    }
    frame.write(to: output)
    marks.writeMarks(
      plane.samples.map { (frame.x.place($0.point.x), frame.y.place($0.point.y), $0.class) },
      to: output)
    writeNames(of: plane.lines, in: frame, to: output)
    writeCaptions(below: frame, to: output)
  }

  private func writeCaptions(below frame: PlotFrame, to output: TextOutput) {
    marks.writeLegend(
      x: frame.left, y: frame.bottom + 58, width: frame.right - frame.left, showsRegions: true,
      to: output)
    let verdict = plane.isSeparable.map { $0 ? Phrase.isSeparable : .isNotSeparable }
    let captions: [Phrase?] = [
      verdict, plane.lines.isEmpty ? nil : .dashedLines, plane.grid.isEmpty ? nil : .bentGrid,
    ]
    for (n, caption) in captions.compactMap({ $0 }).enumerated() {
      output.write(
        PlotFrame.text(caption[language], frame.left, frame.bottom + 80 + 18 * Double(n), ""))
    }
  }

  /// Names beside few lines, each where it lies on no other.
  private func writeNames(
    of lines: [DecisionPlane.Line], in frame: PlotFrame, to output: TextOutput
  ) {
    guard lines.count <= 4 else { return }
    var taken: [(x: Double, y: Double, width: Double)] = []
    for line in lines {
      let ends = frame.crossings(line)
      guard ends.count > 1 else { continue }
      let name = symbols.name(of: line.node, else: .net(line.node, .before))
      let width = 8 * Double(DisplayWidth.columns(of: name.visible))
      let places = [0.88, 0.12, 0.75, 0.25, 0.62, 0.38, 0.5].map { share in
        (
          x: min(
            max(ends[0].x + share * (ends[1].x - ends[0].x) + 5, frame.left + 3),
            frame.right - width - 3),
          y: min(
            max(ends[0].y + share * (ends[1].y - ends[0].y) - 5, frame.top + 14),
            frame.bottom - 4)
        )
      }
      let free = places.first { place in
        taken.allSatisfy {
          abs($0.y - place.y) > 16 || place.x > $0.x + $0.width || $0.x > place.x + width
        }
      }
      guard let place = free else { continue }
      taken.append((place.x, place.y, width))
      output.write(PlotFrame.text(name, place.x, place.y, "onto"))
    }
  }

  /// How much room the captions take below the frame.
  static let captionHeight = 132.0
}

extension Symbols {
  /// A node's own name; one that has none goes by the symbol of a quantity.
  func name(of node: Int, else quantity: Quantity) -> String {
    label(of: node) == String(node + 1) ? symbol(for: quantity).text : label(of: node)
  }
}

extension PlotFrame {
  /// Where a line crosses the frame, in the picture: two places or none.
  fileprivate func crossings(_ line: DecisionPlane.Line) -> [(x: Double, y: Double)] {
    var ends: [(x: Double, y: Double)] = []
    func add(_ x: Double, _ y: Double) {
      guard x.isFinite, y.isFinite, self.x.range.contains(x), self.y.range.contains(y) else {
        return
      }
      let point = (x: self.x.place(x), y: self.y.place(y))
      let isKnown = ends.contains { abs($0.x - point.x) + abs($0.y - point.y) < 0.5 }
      if !isKnown { ends.append(point) }
    }
    if line.b != 0 { for x in [x.low, x.high] { add(x, -(line.a * x + line.c) / line.b) } }
    if line.a != 0 { for y in [y.low, y.high] { add(-(line.b * y + line.c) / line.a, y) } }
    return ends.count > 1 ? Array(ends.prefix(2)) : []
  }
}
