internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// Draws what a network with one input puts out over its input, with the samples it was trained on;
/// where the outputs tell classes, also where the class changes.
struct CurvePlot {
  let curve: ResponseCurve
  let samples: [Sample]
  /// Samples that it was not trained on, drawn as crosses where there are no classes.
  private let heldOut: [Sample]
  let language: Language
  private let points: DecisionPoints?
  private let marks: ClassMarks?
  private let classes: Classes?
  /// What each output, and the input, is called.
  private let names: [Wording]
  private let inputName: Wording

  /// `nil` where there is more than one input, or more outputs than can be told apart.
  init?(
    _ network: Network, _ samples: [Sample], heldOut: [Sample], _ symbols: Symbols,
    language: Language
  ) {
    let shown = Classes(of: samples) == nil ? heldOut : []
    guard symbols.topology.outputs.count <= 4,
      let curve = ResponseCurve(network, around: samples + shown)
    else {
      return nil
    }
    self.curve = curve
    self.samples = samples
    self.heldOut = shown
    self.language = language
    points = DecisionPoints(network, on: samples)
    names = symbols.topology.outputs.map { symbols.name(of: $0, else: .output($0, .before)) }
    inputName = symbols.name(of: 0, else: .input(0))
    classes = Classes(of: samples)
    let outputs = names
    marks = classes.flatMap { ClassMarks($0, outputs: outputs, language: language) }
  }

  private var isOfClasses: Bool { names.count > 1 && marks != nil }

  /// Writes the curves at a place, in a rectangle.
  func write(left: Double, top: Double, width: Double, height: Double, to output: TextOutput) {
    let x = Scale(
      curve.inputs.first ?? 0, curve.inputs.last ?? 1, from: left, to: left + width)
    let targets = (samples + heldOut).flatMap { $0.targets ?? [] }
    // Samples of classes stand in a row below all curves.
    let y = Scale(
      around: curve.outputs.joined() + targets, margin: isOfClasses ? 0.16 : 0.1,
      from: top + height, to: top)
    let frame = PlotFrame(
      title: Phrase.curvePlot.wording(in: language), x: x, y: y, xName: inputName,
      yName: names.dropFirst().reduce(names[0]) { "\($0), \($1)" })
    frame.write(to: output)
    frame.clipped("curves", to: output) {
      writeCurves(frame, to: output)
      for place in points?.places ?? [] {
        output.write(
          "<path class=\"cut\" d=\"M\(x.place(place).short) \(top.short)v\(height.short)\"/>\n")
      }
    }
    writeHeldOut(frame, to: output)
    let isCrowded = writeSamples(frame, to: output)
    marks?.writeLegend(
      x: left, y: top + height + 56, width: width, showsRegions: false, to: output)
    let captions: [Phrase?] = [
      points?.places.isEmpty == false ? .dashedCuts : nil, isCrowded ? .sideBySide : nil,
      heldOut.isEmpty ? nil : .crosses,
    ]
    for (n, caption) in captions.compactMap({ $0 }).enumerated() {
      output.write(PlotFrame.text(caption[language], left, top + height + 78 + 18 * Double(n), ""))
    }
  }

  /// How much room the legend and the captions take below the frame.
  static let captionHeight = 126.0

  private func writeCurves(_ frame: PlotFrame, to output: TextOutput) {
    for (k, name) in names.enumerated() {
      let places = zip(curve.inputs, curve.outputs).filter { $0.1[k].isFinite }.map {
        (x: frame.x.place($0), y: frame.y.place($1[k]))
      }
      guard !places.isEmpty else { continue }
      output.write("<path class=\"curve c\(k)\" d=\"\(PlotFrame.path(places))\"/>\n")
      guard names.count > 1, let highest = places.min(by: { $0.y < $1.y }) else { continue }
      let room = 8 * Double(DisplayWidth.columns(of: name.text))
      let left = min(max(highest.x - room / 2, frame.left + 4), frame.right - room - 4)
      output.write(PlotFrame.text(name, left, highest.y - 7, "onto"))
    }
  }

  private func writeHeldOut(_ frame: PlotFrame, to output: TextOutput) {
    for sample in heldOut {
      let x = frame.x.placeWithin(sample.inputs[0]) - 4
      for target in sample.targets ?? [] {
        let y = frame.y.placeWithin(target) - 4
        output.write("<path class=\"dot c2\" d=\"M\(x.short) \(y.short)l8 8m-8 0l8 -8\"/>\n")
      }
    }
  }

  /// Each sample at its targets; those of classes at the class's, or, of several outputs, in a row
  /// below the curves. Says whether some stand side by side.
  private func writeSamples(_ frame: PlotFrame, to output: TextOutput) -> Bool {
    if let marks, let classes {
      return marks.writeMarks(
        samples.map { sample in
          (
            x: frame.x.placeWithin(sample.inputs[0]),
            y: isOfClasses ? frame.bottom - 12 : frame.y.placeWithin(sample.targets?[0] ?? 0),
            class: classes.number(of: sample.targets ?? [])
          )
        }, to: output)
    }
    for sample in samples {
      let x = frame.x.placeWithin(sample.inputs[0]).short
      for (k, target) in (sample.targets ?? []).enumerated() {
        // Of several outputs, in the look of its curve.
        let look = names.count > 1 ? "dot c\(k)" : "mark"
        let y = frame.y.placeWithin(target).short
        output.write("<circle class=\"\(look)\" cx=\"\(x)\" cy=\"\(y)\" r=\"4.5\"/>\n")
      }
    }
    return false
  }
}
