internal import Phrases
internal import ScalarBackprop
internal import Texts

/// The plane of a network with two inputs: which class each point gets, the samples on it, and the
/// line on which each neuron of the first layer changes its sign. Classes are told by shape as well
/// as by shade.
struct RegionPlot: PlotPart {
  let classification: Classification
  let samples: [Sample]
  let language: Language
  private let low: (x: Double, y: Double)
  private let high: (x: Double, y: Double)

  /// The side of the picture, and the cells along it.
  static let side = 360.0
  private static let cells = 48

  /// `nil` where the inputs are not two or the targets tell no classes.
  init?(_ network: Network, _ samples: [Sample], language: Language) {
    guard network.inputs.count == 2, let classification = Classification(network, samples) else {
      return nil
    }
    self.classification = classification
    self.samples = samples
    self.language = language
    func range(_ values: [Double]) -> (Double, Double) {
      let (low, high) = (values.min() ?? 0, values.max() ?? 1)
      let margin = max(0.15 * (high - low), 0.1)
      return (low - margin, high + margin)
    }
    let (x, y) = (range(samples.map { $0.inputs[0] }), range(samples.map { $0.inputs[1] }))
    low = (x.0, y.0)
    high = (x.1, y.1)
  }

  /// Writes the picture at a place of a larger one.
  func write(x left: Double, y top: Double, to output: TextOutput) {
    output.write(
      "<g transform=\"translate(\(left.short) \(top.short))\">\n")
    output.write("<title>\(Phrase.regionPlot[language].inXML)</title>\n")
    writeCells(to: output)
    for neuron in classification.network.layers[0].neurons { writeLine(of: neuron, to: output) }
    for sample in samples { write(sample, to: output) }
    output.write("</g>\n")
  }

  /// Cells of one class side by side in a row are one rectangle.
  private func writeCells(to output: TextOutput) {
    let size = RegionPlot.side / Double(RegionPlot.cells)
    for row in 0..<RegionPlot.cells {
      var start = 0
      var kind = self.kind(0, row)
      for column in 1...RegionPlot.cells {
        let next = column < RegionPlot.cells ? self.kind(column, row) : -1
        guard next != kind else { continue }
        let (x, width) = (size * Double(start), size * Double(column - start))
        output.write(
          "<rect class=\"k\(kind % 4)\" x=\"\(x.short)\" "
            + "y=\"\((size * Double(row)).short)\" width=\"\((width + 0.2).short)\" "
            + "height=\"\((size + 0.2).short)\"/>\n")
        (start, kind) = (column, next)
      }
    }
  }

  private func kind(_ column: Int, _ row: Int) -> Int {
    let cells = Double(RegionPlot.cells)
    let x = low.x + (high.x - low.x) * (Double(column) + 0.5) / cells
    let y = high.y - (high.y - low.y) * (Double(row) + 0.5) / cells
    return classification.ofValues(classification.outputs([x, y]))
  }

  /// Where a point of the plane stands in the picture.
  private func place(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (
      RegionPlot.side * (x - low.x) / (high.x - low.x),
      RegionPlot.side * (high.y - y) / (high.y - low.y)
    )
  }

  /// w₁x + w₂y + b = 0, from side to side of the picture.
  private func writeLine(of neuron: Neuron, to output: TextOutput) {
    let (a, b) = (neuron.weights[0], neuron.weights[1])
    let bias = neuron.bias ?? classification.network.layers[0].sharedBias ?? 0
    var ends: [(x: Double, y: Double)] = []
    if b != 0 {
      for x in [low.x, high.x] {
        let y = -(a * x + bias) / b
        if (low.y...high.y).contains(y) { ends.append(place(x, y)) }
      }
    }
    if a != 0 {
      for y in [low.y, high.y] {
        let x = -(b * y + bias) / a
        if (low.x...high.x).contains(x) { ends.append(place(x, y)) }
      }
    }
    guard ends.count > 1 else { return }
    let (from, to) = (ends[0], ends[1])
    output.write(
      "<path class=\"cut\" d=\"M\(from.x.short) \(from.y.short)"
        + "L\(to.x.short) \(to.y.short)\"/>\n")
  }

  /// A circle, a square, a triangle or a cross, by class.
  private func write(_ sample: Sample, to output: TextOutput) {
    let (x, y) = place(sample.inputs[0], sample.inputs[1])
    let marks = [
      "a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0", "m0-4.5h9v9h-9z", "m0 4l4.5-9 4.5 9z",
      "m0-4.5l9 9m0-9l-9 9",
    ]
    let mark = marks[classification.ofValues(sample.targets ?? [0]) % 4]
    output.write(
      "<path class=\"sample\" d=\"M\((x - 4.5).short) \(y.short)\(mark)\"/>\n"
    )
  }

  /// The look of the regions, light and dark.
  static let style = """
    .k0{fill:#dbe7f6}.k1{fill:#f6e0c8}.k2{fill:#dcefdc}.k3{fill:#ecdff2}\
    .cut{stroke:#444;stroke-width:1.3;stroke-dasharray:6 4;fill:none}\
    .sample{fill:#fff;stroke:#111;stroke-width:1.5}
    """
  static let darkStyle = """
    .k0{fill:#22364f}.k1{fill:#543a1d}.k2{fill:#24432a}.k3{fill:#43304d}.cut{stroke:#ccc}\
    .sample{fill:#16181c;stroke:#eee}
    """
}
