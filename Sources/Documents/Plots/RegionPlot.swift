internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// The plane of a network's two inputs: which class each point gets, the samples on it, and the line
/// on which each neuron of the first layer changes its sign.
struct RegionPlot {
  let network: Network
  let samples: [Sample]
  let marks: ClassMarks
  let language: Language

  /// `nil` where the inputs are not two or the targets tell no classes.
  init?(_ network: Network, _ samples: [Sample], language: Language) {
    guard network.inputs.count == 2, let classes = Classes(of: samples) else { return nil }
    let symbols = Symbols(of: network, in: .documents)
    marks = ClassMarks(
      classes, outputs: symbols.outputs.map { symbols.label(of: $0) }, language: language)
    self.network = network
    self.samples = samples
    self.language = language
  }

  /// Writes the plane of the inputs at a place, in a square.
  func write(left: Double, top: Double, side: Double, to output: TextOutput) {
    let symbols = Symbols(of: network, in: .documents)
    let frame = PlotFrame(
      title: Phrase.inputPlane[language],
      x: Scale(
        around: samples.map { $0.inputs[0] }, margin: 0.15, from: left, to: left + side),
      y: Scale(
        around: samples.map { $0.inputs[1] }, margin: 0.15, from: top + side, to: top),
      xName: symbols.name(of: 0, else: .input(0)), yName: symbols.name(of: 1, else: .input(1)))
    let points = samples.map { ($0.inputs, marks.number(of: $0)) }
    write(frame, network, points: points, id: "inputs", grid: [], to: output)
  }

  /// Writes the same plane as a first hidden layer of two neurons sees it: the grid of the inputs
  /// bent, the samples where the layer puts them.
  func writeHidden(left: Double, top: Double, side: Double, to output: TextOutput) {
    guard let rest = try? network.part(behind: 0) else { return }
    let evaluator = Evaluator(network)
    func seen(_ inputs: [Double]) -> [Double] { evaluator.outputs(for: inputs, ofLayer: 0) }
    let points = samples.map { (seen($0.inputs), marks.number(of: $0)) }
    let grid = bentGrid(seen)
    let values = points.map(\.0) + grid.joined().map { $0 }
    let symbols = Symbols(of: network, in: .documents)
    let names = symbols.nodes(ofLayer: 0).map {
      symbols.name(of: $0, else: .output($0, .before))
    }
    let frame = PlotFrame(
      title: Phrase.hiddenPlane[language],
      x: Scale(around: values.map { $0[0] }, margin: 0.05, from: left, to: left + side),
      y: Scale(around: values.map { $0[1] }, margin: 0.05, from: top + side, to: top),
      xName: names[0], yName: names[1])
    write(frame, rest, points: points, id: "hidden", grid: grid, to: output)
  }

  /// Whether the first of several layers has two neurons.
  var hasHiddenPlane: Bool {
    network.layers.count > 1 && network.layers[0].neurons.count == 2
  }

  private func write(
    _ frame: PlotFrame, _ network: Network, points: [([Double], Int)], id: String,
    grid: [[[Double]]], to output: TextOutput
  ) {
    frame.clipped(id, to: output) {
      let map = ClassMap(
        network, marks.classes, x: frame.x.range, y: frame.y.range, cells: RegionPlot.cells)
      ClassMarks.write(map, in: frame, to: output)
      for line in grid {
        let places = line.map { (x: frame.x.place($0[0]), y: frame.y.place($0[1])) }
        output.write("<path class=\"bent\" d=\"\(PlotFrame.path(places))\"/>\n")
      }
      writeCuts(network.layers[0], of: network, in: frame, to: output)
    }
    frame.write(to: output)
    for (point, number) in points where point.allSatisfy(\.isFinite) {
      marks.writeMark(
        of: number, x: frame.x.place(point[0]), y: frame.y.place(point[1]), to: output)
    }
    marks.writeLegend(
      x: frame.left, y: frame.bottom + 56, width: frame.right - frame.left, to: output)
    if let verdict = verdict(points) {
      output.write(PlotFrame.text(verdict[language], frame.left, frame.bottom + 76, ""))
    }
  }

  /// Whether a straight line would do, of two classes.
  private func verdict(_ points: [([Double], Int)]) -> Phrase? {
    guard marks.classes.count == 2, points.allSatisfy({ $0.0.allSatisfy(\.isFinite) }) else {
      return nil
    }
    let sets = [0, 1].map { number in
      points.filter { $0.1 == number }.map { Separation.Point(x: $0.0[0], y: $0.0[1]) }
    }
    return Separation.isPossible(sets[0], sets[1]) ? .isSeparable : .isNotSeparable
  }

  private static let cells = 90

  /// Lines of equal inputs, as the first layer sees them.
  private func bentGrid(_ seen: ([Double]) -> [Double]) -> [[[Double]]] {
    let axes = [0, 1].map { n in
      Scale(around: samples.map { $0.inputs[n] }, margin: 0.15, from: 0, to: 1)
    }
    func points(_ scale: Scale, _ count: Int) -> [Double] {
      (0...count).map { scale.low + (scale.high - scale.low) * Double($0) / Double(count) }
    }
    let upright = points(axes[0], 12).map { x in points(axes[1], 48).map { seen([x, $0]) } }
    let level = points(axes[1], 12).map { y in points(axes[0], 48).map { seen([$0, y]) } }
    return (upright + level).filter { $0.allSatisfy { $0.allSatisfy(\.isFinite) } }
  }

  /// The line on which each neuron's net value is 0, with the neuron's name at its end.
  private func writeCuts(
    _ layer: Layer, of network: Network, in frame: PlotFrame, to output: TextOutput
  ) {
    let symbols = Symbols(of: self.network, in: .documents)
    let isFirst = network.layers.count == self.network.layers.count
    for (node, neuron) in zip(symbols.nodes(ofLayer: isFirst ? 0 : 1), layer.neurons) {
      let bias = neuron.bias ?? layer.sharedBias ?? 0
      let ends = frame.crossings(neuron.weights[0], neuron.weights[1], bias)
      guard ends.count > 1 else { continue }
      output.write("<path class=\"cut\" d=\"\(PlotFrame.path(ends))\"/>\n")
      let label = symbols.name(of: node, else: .net(node, .before))
      guard layer.neurons.count <= 4 else { continue }
      let (x, y) = (
        ends[1].x + 0.1 * (ends[0].x - ends[1].x), ends[1].y + 0.1 * (ends[0].y - ends[1].y)
      )
      output.write(PlotFrame.text(label, x + 5, y - 5, "onto"))
    }
  }
}

extension Symbols {
  /// A node's own name; one that has none goes by the symbol of a quantity.
  func name(of node: Int, else quantity: Quantity) -> String {
    label(of: node) == String(node + 1) ? symbol(for: quantity).text : label(of: node)
  }
}

extension PlotFrame {
  /// Where the line a·x + b·y + c = 0 crosses the frame, in the picture: two places or none.
  fileprivate func crossings(_ a: Double, _ b: Double, _ c: Double) -> [(x: Double, y: Double)] {
    var ends: [(x: Double, y: Double)] = []
    func add(_ x: Double, _ y: Double) {
      guard x.isFinite, y.isFinite else { return }
      let point = (x: self.x.place(x), y: self.y.place(y))
      guard !ends.contains(where: { abs($0.x - point.x) + abs($0.y - point.y) < 0.5 }) else {
        return
      }
      ends.append(point)
    }
    if b != 0 {
      for x in [x.low, x.high] {
        let y = -(a * x + c) / b
        if self.y.range.contains(y) { add(x, y) }
      }
    }
    if a != 0 {
      for y in [y.low, y.high] {
        let x = -(b * y + c) / a
        if self.x.range.contains(x) { add(x, y) }
      }
    }
    return ends.count > 1 ? Array(ends.prefix(2)) : []
  }
}
