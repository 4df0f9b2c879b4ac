internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// What a network with one input puts out over its input, with the samples it was trained on; where
/// the outputs tell classes, also the cuts between them.
struct CurvePlot {
  let network: Network
  let samples: [Sample]
  let language: Language
  /// What each output is called.
  private let names: [String]
  private let inputName: String
  private let cuts: [Double]

  private static let points = 160

  /// `nil` where there is more than one input, or more outputs than can be told apart.
  init?(_ network: Network, _ samples: [Sample], language: Language) {
    let symbols = Symbols(of: network, in: .documents)
    guard network.inputs.count == 1, symbols.outputs.count <= 4 else { return nil }
    self.network = network
    self.samples = samples
    self.language = language
    names = symbols.outputs.map { symbols.name(of: $0, else: .output($0, .before)) }
    inputName = symbols.name(of: 0, else: .input(0))
    cuts = Cuts(network, on: samples)?.places ?? []
  }

  /// Writes the curves at a place, in a rectangle.
  func write(left: Double, top: Double, width: Double, height: Double, to output: TextOutput) {
    let x = Scale(
      around: samples.map { $0.inputs[0] }, margin: 0.08, from: left, to: left + width)
    let evaluator = Evaluator(network)
    let places = (0...CurvePlot.points).map { n in
      x.low + (x.high - x.low) * Double(n) / Double(CurvePlot.points)
    }
    let outputs = places.map { evaluator.outputs(for: [$0]) }
    let targets = samples.flatMap { $0.targets ?? [] }
    let y = Scale(
      around: outputs.joined() + targets, margin: 0.08, from: top + height, to: top)
    let frame = PlotFrame(
      title: Phrase.curvePlot[language], x: x, y: y, xName: inputName,
      yName: names.joined(separator: ", "))
    frame.write(to: output)
    frame.clipped("curves", to: output) {
      for (k, name) in names.enumerated() {
        let points = zip(places, outputs).filter { $0.1[k].isFinite }.map {
          (x: x.place($0), y: y.place($1[k]))
        }
        output.write("<path class=\"curve c\(k)\" d=\"\(PlotFrame.path(points))\"/>\n")
        if names.count > 1, let highest = points.min(by: { $0.y < $1.y }) {
          output.write(
            PlotFrame.text(name, min(highest.x + 6, left + width - 60), highest.y + 14, "onto"))
        }
      }
      for cut in cuts {
        let place = x.place(cut).short
        output.write("<path class=\"cut\" d=\"M\(place) \(top.short)v\(height.short)\"/>\n")
      }
    }
    writeSamples(x, y, to: output)
  }

  /// Each sample at its target; of several outputs, at the foot of the class it belongs to.
  private func writeSamples(_ x: Scale, _ y: Scale, to output: TextOutput) {
    let marks = Classes(of: samples).map {
      ClassMarks($0, outputs: names, language: language)
    }
    for sample in samples {
      let target = names.count == 1 ? sample.targets?[0] ?? 0 : max(0, y.low)
      let (left, height) = (x.place(sample.inputs[0]), y.place(target))
      if let marks {
        marks.writeMark(of: marks.number(of: sample), x: left, y: height, to: output)
      } else {
        output.write(
          "<circle class=\"mark\" cx=\"\(left.short)\" cy=\"\(height.short)\" r=\"4.5\"/>\n")
      }
    }
  }
}
