internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// Draws what a network makes of a plane: the class of each place, the samples, the line of each
/// neuron, and, as a hidden layer sees it, the bent grid of the inputs.
struct RegionPlot {
  let plane: DecisionPlane
  /// `nil` where there are no classes, or too many to be told apart: then no regions are drawn.
  let marks: ClassMarks?
  let symbols: Symbols
  let language: Language
  let isHidden: Bool

  /// The plane of the inputs, or as the first hidden layer sees it; `nil` where there is none.
  init?(
    _ network: Network, _ samples: [Sample], _ symbols: Symbols, isHidden: Bool,
    language: Language
  ) {
    let found =
      isHidden
      ? DecisionPlane(hiddenLayerOf: network, on: samples)
      : DecisionPlane(inputsOf: network, on: samples)
    let names = symbols.topology.outputs.map { symbols.name(of: $0, else: .output($0, .before)) }
    guard let plane = found else { return nil }
    self.plane = plane
    marks = plane.classes.flatMap { ClassMarks($0, outputs: names, language: language) }
    self.symbols = symbols
    self.language = language
    self.isHidden = isHidden
  }

  /// Writes the plane at a place, in a square; the legend below it may be as wide as there is room.
  func write(
    left: Double, top: Double, side: Double, room: Double, to output: TextOutput
  ) {
    let nodes = symbols.topology.nodes(ofLayer: isHidden ? 0 : -1)
    let names = nodes.map { symbols.name(of: $0, else: .output($0, .before)) }
    let frame = PlotFrame(
      title: (isHidden ? Phrase.hiddenPlane : .inputPlane).wording(in: language),
      x: Scale(plane.x.lowerBound, plane.x.upperBound, from: left, to: left + side),
      y: Scale(plane.y.lowerBound, plane.y.upperBound, from: top + side, to: top),
      xName: names[0], yName: names[1])
    let lines = lines(in: frame)
    writePlane(lines, in: frame, to: output)
    frame.write(to: output)
    let samples = plane.samples.map {
      (
        x: frame.x.placeWithin($0.point.x), y: frame.y.placeWithin($0.point.y),
        class: marks == nil ? 0 : $0.class
      )
    }
    let isCrowded = (marks ?? .plain).writeMarks(samples, to: output)
    LineNames(lines, around: samples.map { ($0.x, $0.y) }, in: frame).write(to: output)
    let captions: [Phrase?] = [
      plane.isSeparable.map { $0 ? .isSeparable : .isNotSeparable },
      lines.isEmpty ? nil : .dashedLines, plane.grid.isEmpty ? nil : .bentGrid,
      isCrowded ? .sideBySide : nil,
    ]
    writeCaptions(captions.compactMap { $0 }, below: frame, room: room, to: output)
  }

  /// What must not leave the frame: regions, the bent grid, the lines of neurons.
  private func writePlane(
    _ lines: [LineNames.Line], in frame: PlotFrame, to output: TextOutput
  ) {
    frame.clipped(isHidden ? "hidden" : "inputs", to: output) {
      if marks != nil, let regions = plane.regions {
        ClassMarks.write(regions, in: frame, to: output)
      }
      for line in plane.grid {
        let places = line.map { (x: frame.x.place($0.x), y: frame.y.place($0.y)) }
        output.write("<path class=\"bent\" d=\"\(PlotFrame.path(places))\"/>\n")
      }
      let look = lines.count > LineNames.most ? "cut many" : "cut"
      for line in lines {
        let path = PlotFrame.path([line.start, line.end])
        output.write("<path class=\"\(look)\" d=\"\(path)\"/>\n")
      }
    }
  }

  /// The neurons' lines as far as they are in the picture, with their names.
  private func lines(in frame: PlotFrame) -> [LineNames.Line] {
    plane.lines.compactMap { line in
      let ends = frame.crossings(line)
      guard ends.count > 1 else { return nil }
      return LineNames.Line(
        name: symbols.name(of: line.node, else: .net(line.node, .before)), start: ends[0],
        end: ends[1])
    }
  }

  private func writeCaptions(
    _ captions: [Phrase], below frame: PlotFrame, room: Double, to output: TextOutput
  ) {
    marks?.writeLegend(
      x: frame.left, y: frame.bottom + 58, width: room, showsRegions: true, to: output)
    for (n, caption) in captions.enumerated() {
      output.write(
        PlotFrame.text(caption[language], frame.left, frame.bottom + 80 + 18 * Double(n), ""))
    }
  }

  /// How much room the captions take below the frame.
  static let captionHeight = 150.0
}

extension Symbols {
  /// A node's own name; one that has none goes by the symbol of a quantity.
  func name(of node: Int, else quantity: Quantity) -> Wording {
    ids.hasName(node) ? Wording(words: ids.label(of: node)) : "\(symbol(for: quantity))"
  }
}
