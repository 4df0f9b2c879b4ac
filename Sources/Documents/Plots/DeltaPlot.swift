package import Derivations
internal import Phrases
internal import ScalarBackprop
package import Texts

/// The size of the error terms, layer by layer on a logarithmic axis: a bar for the largest, a dot for
/// each, and what the largest is multiplied by from layer to layer on the way back.
package struct DeltaPlot {
  private let symbols: Symbols
  private let language: Language
  private let format: NumberFormat
  private let title: String
  private let isBatch: Bool
  private let columns: [Column]

  /// A layer with its error terms.
  private struct Column {
    let layer: Int
    /// Their absolute values, in the order of the neurons and then of the samples.
    let sizes: [Double]
    let neurons: Int

    var largest: Double { sizes.max() ?? 0 }
    var zeros: Int { sizes.count { $0 == 0 } }
    var isDrawn: Bool { largest > 0 && largest.isFinite }
  }

  /// Takes a step; `nil` where there are no error terms, as there are no targets.
  ///
  /// - Parameters:
  ///   - derivation: the step.
  ///   - title: what the step is called; any text.
  ///   - language: that of what is said.
  ///   - format: for numbers that were not typed.
  package init?(
    _ derivation: Derivation, title: String, language: Language, format: NumberFormat
  ) {
    let trace = derivation.trace
    guard trace.hasTargets else { return nil }
    symbols = derivation.symbols
    self.language = language
    self.format = format
    self.title = title
    isBatch = trace.isBatch
    columns = trace.network.layers.indices.filter { trace.network.layers[$0].form.hasNets }.map {
      l in
      let nodes = derivation.symbols.topology.nodes(ofLayer: l)
      let sizes = nodes.flatMap { node in
        trace.samples.indices.compactMap { trace[.delta(node), $0]?.magnitude }
      }
      return Column(layer: l, sizes: sizes, neurons: nodes.count)
    }
  }

  private static let (left, top, height, leastWidth) = (96.0, 84.0, 300.0, 620.0)
  /// More dots than these are not drawn in a layer.
  private static let mostDots = 300
  /// At least so many powers of ten are seen, so that what hardly shrinks looks so.
  private static let leastRange = 3.0
  /// Dots so many powers of ten below the shortest bar stand on the lower edge.
  private static let mostBelow = 4.0

  /// The letters of the error terms, first layer first.
  private var letters: [Symbol] {
    let delta = symbols.notation.delta
    let isOneLayer = columns.count == 1
    return delta.hidden == delta.output || isOneLayer
      ? [.letter(delta.output)] : [.letter(delta.hidden), .letter(delta.output)]
  }

  private func number(of column: Column) -> String { format.text(column.largest) }

  /// By what the largest error term of a layer is that of the layer behind it, as it is shown.
  private func factor(_ n: Int) -> String? {
    let (own, next) = (columns[n], columns[n + 1])
    guard own.isDrawn, next.isDrawn, (own.largest / next.largest).isFinite else { return nil }
    return "×" + NumberFormat.significant(3).roundedText(own.largest / next.largest)
  }

  /// How wide a column is: as wide as its texts, and the factor beside it.
  private var pitch: Double {
    let texts = columns.flatMap { column in
      [number(of: column)] + below(column).map(\.text)
    }
    let widest = texts.map { PlotLabels.width(of: Wording(words: $0)) }.max() ?? 0
    return max(Self.leastWidth / Double(columns.count), widest + 8, 76)
  }

  private func center(_ n: Int) -> Double { Self.left + pitch * (Double(n) + 0.5) }
  private var barWidth: Double { min(64, 0.4 * pitch) }

  private var scale: Scale {
    let bars = columns.filter(\.isDrawn).map { logarithm($0.largest) }
    guard let low = bars.min(), let high = bars.max() else {
      return axis(-1, 0)
    }
    let dots = columns.filter(\.isDrawn).flatMap(\.sizes).filter { $0 > 0 }.map(logarithm)
    let least = min(max(low - Self.mostBelow, dots.min() ?? low), high - Self.leastRange)
    let room = max(0.5, 0.12 * (high - least))
    // Room above for the numbers on the bars and the row of factors.
    return axis(least - room, high + max(0.45, 0.24 * (high - least + room)))
  }

  private func axis(_ low: Double, _ high: Double) -> Scale {
    Scale(exponents: low, high, from: Self.top + Self.height, to: Self.top)
  }

  /// What stands below a column: the layer, and how many of its error terms are 0.
  private func below(_ column: Column) -> [Wording] {
    var lines = [Phrase.layerColumn(symbols.layerNumber(column.layer))]
    if symbols.topology.isOutputLayer(column.layer) { lines.append(.outputColumnMark) }
    if column.zeros > 0, column.largest > 0 {
      lines.append(.zeroTerms(column.zeros, of: column.sizes.count))
    }
    return lines.map { $0.wording(in: language) }
  }

  /// Writes the picture as a file of its own.
  package func write(to output: TextOutput) {
    let width = pitch * Double(columns.count)
    let name = Phrase.errorTermsByLayer(letters).wording(in: language)
    let x = Scale(0, Double(columns.count), from: Self.left, to: Self.left + width)
    var frame = PlotFrame(
      title: name, x: x, y: scale, xName: "", yName: yName, nameRoom: 60)
    frame.columns = columns.indices.map { (center($0), below(columns[$0])[0]) }
    let legend = legend(isCut: columns.contains { isCut($0, in: frame) })
    PlotPage(
      title: PlotPage.title(name, of: title, language),
      description: sentence + Phrase.semicolon.wording(in: language) + legend.sentence(language),
      headline: title.isEmpty ? name.text : title,
      width: max(760, Self.left + width + 44, 48 + legend.width),
      height: frame.bottom + 74 + legend.height, style: PlotStyle.details
    ).begin(to: output)
    frame.write(to: output)
    for n in columns.indices { writeColumn(n, in: frame, to: output) }
    for n in columns.indices.dropLast() {
      guard let factor = factor(n) else { continue }
      let middle = (center(n) + center(n + 1)) / 2
      output.write(PlotFrame.text("← " + factor, middle, frame.top + 18, "middle onto"))
    }
    legend.write(x: 24, y: frame.bottom + 78, to: output)
    PlotPage.end(to: output)
  }

  /// |δ|.
  private var yName: Wording {
    letters.reduce("" as Wording) { $0.isEmpty ? "|\($1)|" : "\($0), |\($1)|" }
  }

  /// The largest of every layer, for those who see nothing.
  private var sentence: Wording {
    columns.reduce("" as Wording) { text, column in
      let colon = Phrase.colon.wording(in: language)
      let one = below(column)[0] + colon + Wording(words: number(of: column))
      return text.isEmpty ? one : text + Phrase.comma.wording(in: language) + one
    }
  }

  private func writeColumn(_ n: Int, in frame: PlotFrame, to output: TextOutput) {
    let column = columns[n]
    let x = center(n)
    for (line, text) in below(column).enumerated().dropFirst() {
      output.write(PlotFrame.text(text, x, frame.bottom + 16 + 16 * Double(line), "middle"))
    }
    guard column.isDrawn else {
      output.write(PlotFrame.text(number(of: column), x, frame.bottom - 8, "middle onto"))
      return
    }
    let top = frame.y.place(column.largest)
    output.write(
      "<rect class=\"bar\" x=\"\((x - barWidth / 2).short)\" y=\"\(top.short)\" "
        + "width=\"\(barWidth.short)\" height=\"\((frame.bottom - top).short)\"/>\n")
    writeDots(of: column, x, in: frame, to: output)
    output.write(PlotFrame.text(number(of: column), x, top - 9, "middle onto"))
  }

  /// The error terms side by side, in the order of the neurons.
  private func writeDots(
    of column: Column, _ x: Double, in frame: PlotFrame, to output: TextOutput
  ) {
    let sizes = column.sizes.filter { $0 > 0 && $0.isFinite }
    let step = max(1, (sizes.count + Self.mostDots - 1) / Self.mostDots)
    let shown = stride(from: 0, to: sizes.count, by: step).map { sizes[$0] }
    for (n, size) in shown.enumerated() {
      let share = (Double(n) + 0.5) / Double(shown.count) - 0.5
      let y = frame.y.placeWithin(size)
      output.write(PlotLegend.circle("spot", x + share * barWidth, y, 3))
    }
  }

  /// Whether some of a layer's dots stand on the lower edge.
  private func isCut(_ column: Column, in frame: PlotFrame) -> Bool {
    column.isDrawn && column.sizes.contains { $0 > 0 && $0 < frame.y.low }
  }

  private func legend(isCut: Bool) -> PlotLegend {
    var legend = PlotLegend()
    func add(_ mark: PlotLegend.Mark, _ phrase: Phrase) {
      legend.add(mark, phrase.wording(in: language))
    }
    add(.bar, .errorBars)
    let isMuch = columns.contains { $0.sizes.count { $0 > 0 } > Self.mostDots }
    add(.spot, .errorDots(isBatch: isBatch, mostShown: isMuch ? Self.mostDots : nil))
    if isCut { add(.spot, .smallerBelow) }
    if columns.count > 1 { add(.factor, .factorsBack) }
    return legend
  }

  /// The exponent of 10 of a positive number.
  private func logarithm(_ value: Double) -> Double {
    naturalLogarithm(value) / naturalLogarithm(10)
  }
}
