internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// Draws what each neuron of the last hidden layer adds to the output of a network with one input, so
/// that the curve above is seen to be their sum.
struct PartsPlot {
  private let inputs: [Double]
  /// One line for each neuron, then one for the bias, with their symbols.
  private let lines: [(name: Wording, values: [Double])]
  private let inputName: Wording
  private let outputName: Wording
  private let language: Language

  /// `nil` where the output is no such sum, or one of too many.
  init?(_ network: Network, _ samples: [Sample], _ symbols: Symbols, language: Language) {
    guard let parts = ResponseParts(network, around: samples) else { return nil }
    let products = parts.parts.map { part in
      let weight = symbols.symbol(
        for: .parameter(.value, .weight(to: parts.output, from: part.node)))
      let output = symbols.symbol(for: .output(part.node, .before))
      let product: [MathPart] = [.symbol(weight), .times, .symbol(output)]
      return (name: "\(product)" as Wording, part.values)
    }
    let bias = parts.bias.map { bias in
      let sign: [MathPart] = symbols.notation.convention.turns(.bias) ? [.negation] : []
      let symbol = symbols.symbol(for: .parameter(.value, bias.parameter))
      return (
        name: "\(sign + [.symbol(symbol)])" as Wording,
        [Double](repeating: bias.value, count: parts.inputs.count)
      )
    }
    inputs = parts.inputs
    lines = products + (bias.map { [$0] } ?? [])
    inputName = symbols.name(of: 0, else: .input(0))
    outputName = symbols.name(of: parts.output, else: .output(parts.output, .before))
    self.language = language
  }

  private static let (frameHeight, titleHeight) = (220.0, 16.0)

  /// How high it is with its legend.
  var height: Double { Self.frameHeight + 76 + 20 * Double(LineLegend.rows(names)) }

  private var names: [Wording] { lines.map(\.name) }

  /// Writes the frame at a place, and the legend below it.
  func write(left: Double, top: Double, width: Double, to output: TextOutput) {
    let frame = PlotFrame(
      title: Phrase.partsPlot.wording(in: language),
      x: Scale(inputs.first ?? 0, inputs.last ?? 1, from: left, to: left + width),
      y: Scale(
        around: lines.flatMap(\.values), margin: 0.1, from: top + Self.frameHeight, to: top),
      xName: inputName, yName: Phrase.partsOf(outputName).wording(in: language))
    frame.write(to: output)
    frame.clipped("parts", to: output) {
      for (n, line) in lines.enumerated() {
        let places = zip(inputs, line.values).filter { $0.1.isFinite }.map {
          (x: frame.x.place($0), y: frame.y.place($1))
        }
        guard !places.isEmpty else { continue }
        output.write("<path class=\"curve w\(n)\" d=\"\(PlotFrame.path(places))\"/>\n")
      }
    }
    LineLegend.write(names, x: left, y: frame.bottom + 60, to: output)
  }
}

/// Which line is what: a piece of each, and its name behind it.
enum LineLegend {
  private static let (room, rowHeight) = (620.0, 20.0)

  /// The places of the names, row by row.
  private static func places(_ names: [Wording]) -> [(x: Double, row: Int)] {
    var (x, row) = (0.0, 0)
    return names.map { name in
      let width = 60 + 8 * Double(DisplayWidth.columns(of: name.text))
      if x > 0, x + width > room { (x, row) = (0, row + 1) }
      defer { x += width }
      return (x, row)
    }
  }

  /// In how many rows it is written.
  static func rows(_ names: [Wording]) -> Int { (places(names).last?.row ?? 0) + 1 }

  static func write(_ names: [Wording], x: Double, y: Double, to output: TextOutput) {
    for (n, (name, place)) in zip(names, places(names)).enumerated() {
      let (left, base) = (x + place.x, y + rowHeight * Double(place.row))
      let line = "M\(left.short) \((base - 4).short)h30"
      output.write("<path class=\"curve w\(n)\" d=\"\(line)\"/>\n")
      output.write(PlotFrame.text(name, left + 36, base, ""))
    }
  }
}
