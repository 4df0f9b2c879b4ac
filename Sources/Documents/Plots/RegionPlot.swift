internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// Draws what a network makes of a plane: the class of each place, the samples, the line of each
/// neuron, and, as a hidden layer sees it, the bent grid of the inputs.
struct RegionPlot {
  let plane: DecisionPlane
  /// The lines of the neurons before the training.
  private let oldLines: [DecisionPlane.Line]
  /// `nil` where there are no classes, or too many to be told apart: then no regions are drawn.
  let marks: ClassMarks?
  let symbols: Symbols
  let language: Language
  let isHidden: Bool

  /// The plane of the inputs, or as the first hidden layer sees it; `nil` where there is none.
  ///
  /// - Parameter first: the network before the training, to show where its neurons' lines were.
  init?(
    _ network: Network, before first: Network? = nil, _ samples: [Sample], _ symbols: Symbols,
    isHidden: Bool, language: Language
  ) {
    let found =
      isHidden
      ? DecisionPlane(hiddenLayerOf: network, on: samples)
      : DecisionPlane(inputsOf: network, on: samples)
    let names = symbols.topology.outputs.map { symbols.name(of: $0, else: .output($0, .before)) }
    guard let plane = found else { return nil }
    self.plane = plane
    let old = first.map { DecisionPlane.lines(ofInputsOf: $0) } ?? []
    oldLines =
      old.count > LineNames.most ? [] : old.filter { !plane.lines.contains($0) }
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
    let (lines, old) = (lines(plane.lines, in: frame), lines(oldLines, isOld: true, in: frame))
    writePlane(lines, old, in: frame, to: output)
    frame.write(to: output)
    let samples = plane.samples.map {
      (
        x: frame.x.placeWithin($0.point.x), y: frame.y.placeWithin($0.point.y),
        class: marks == nil ? 0 : $0.class
      )
    }
    let isCrowded = (marks ?? .plain).writeMarks(samples, to: output)
    LineNames(lines + old, around: samples.map { ($0.x, $0.y) }, in: frame).write(to: output)
    marks?.writeLegend(
      x: left, y: frame.bottom + 58, width: room, showsRegions: true, to: output)
    let captions = captions(
      hasLines: !lines.isEmpty, hasOldLines: !old.isEmpty, isCrowded: isCrowded)
    _ = PlotPage.write(captions, x: left, y: frame.bottom + 80, room: room, language, to: output)
  }

  private func captions(hasLines: Bool, hasOldLines: Bool, isCrowded: Bool) -> [Phrase] {
    let captions: [Phrase?] = [
      plane.isSeparable.map { $0 ? .isSeparable : .isNotSeparable },
      hasLines ? .dashedLines : nil, hasOldLines ? .dottedLines : nil,
      plane.grid.isEmpty ? nil : .bentGrid, isCrowded ? .sideBySide : nil,
    ]
    return captions.compactMap { $0 }
  }

  /// How much room the legend and the captions take below the frame at most.
  func captionHeight(room: Double) -> Double {
    let captions = captions(
      hasLines: !plane.lines.isEmpty, hasOldLines: !oldLines.isEmpty, isCrowded: true)
    return 72 + PlotPage.height(of: captions, room: room, language)
  }

  /// What must not leave the frame: regions, the bent grid, the lines of neurons.
  private func writePlane(
    _ lines: [LineNames.Line], _ old: [LineNames.Line], in frame: PlotFrame, to output: TextOutput
  ) {
    frame.clipped(isHidden ? "hidden" : "inputs", to: output) {
      if marks != nil, let regions = plane.regions {
        ClassMarks.write(regions, in: frame, to: output)
      }
      for line in plane.grid {
        let places = line.map { (x: frame.x.place($0.x), y: frame.y.place($0.y)) }
        output.write("<path class=\"bent\" d=\"\(PlotFrame.path(places))\"/>\n")
      }
      for line in old {
        let path = PlotFrame.path([line.start, line.end])
        output.write("<path class=\"past\" d=\"\(path)\"/>\n")
      }
      let look = lines.count > LineNames.most ? "cut many" : "cut"
      for line in lines {
        let path = PlotFrame.path([line.start, line.end])
        output.write("<path class=\"\(look)\" d=\"\(path)\"/>\n")
      }
    }
  }

  /// The neurons' lines as far as they are in the picture, with their names.
  private func lines(
    _ lines: [DecisionPlane.Line], isOld: Bool = false, in frame: PlotFrame
  ) -> [LineNames.Line] {
    lines.compactMap { line in
      let ends = frame.crossings(line)
      guard ends.count > 1 else { return nil }
      return LineNames.Line(
        name: symbols.name(of: line.node, else: .net(line.node, .before)), start: ends[0],
        end: ends[1], isOld: isOld)
    }
  }
}

extension Symbols {
  /// A node's own name; one that has none goes by the symbol of a quantity.
  func name(of node: Int, else quantity: Quantity) -> Wording {
    ids.hasName(node) ? Wording(words: ids.label(of: node)) : "\(symbol(for: quantity))"
  }
}
