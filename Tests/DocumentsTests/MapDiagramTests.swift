import CommandTestSupport
import Derivations
import Documents
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing
import Texts

/// The picture of a network with maps: grids of cells that are the topology's nodes, windows that are
/// its links.
struct MapDiagramTests {
  /// A rectangle of the picture.
  fileprivate struct Box: Equatable {
    var left, top, right, bottom: Double

    func overlaps(_ other: Box) -> Bool {
      // Places are written to a tenth.
      min(right, other.right) - max(left, other.left) > 0.15
        && min(bottom, other.bottom) - max(top, other.top) > 0.15
    }

    func isNear(_ other: Box) -> Bool {
      [left - other.left, top - other.top, right - other.right, bottom - other.bottom]
        .allSatisfy { $0.magnitude < 0.25 }
    }

    static func around(_ boxes: [Box]) -> Box {
      Box(
        left: boxes.map(\.left).min() ?? 0, top: boxes.map(\.top).min() ?? 0,
        right: boxes.map(\.right).max() ?? 0, bottom: boxes.map(\.bottom).max() ?? 0)
    }
  }

  /// A picture, and what it is of.
  fileprivate struct Picture {
    var text: String
    let topology: Topology
    let ids: QuantityIDs

    init(_ network: Network, _ text: String) {
      (self.text, topology, ids) = (text, network.topology, QuantityIDs(of: network))
    }

    func label(_ node: Int) -> String { ids.label(of: node) }

    /// The boxes of elements that have an attribute, by what stands in it.
    func boxes(_ attribute: String) -> [String: Box] {
      var result: [String: Box] = [:]
      for match in text.matches(of: /<rect [^>]*>/) {
        let element = String(match.0)
        guard let name = element.attribute(attribute) else { continue }
        #expect(result[name] == nil, "\(name) is drawn twice")
        result[name] = element.box
      }
      return result
    }

    var viewBox: Box {
      let numbers =
        text.attribute("viewBox")?.split(separator: " ").map { Double($0) ?? .nan } ?? []
      return Box(left: 0, top: 0, right: numbers[2], bottom: numbers[3])
    }

    /// The windows: of which node, from which nodes, and the frames.
    var windows: [(to: String, from: [String], frames: [Box])] {
      text.matches(of: /<g class="window[^>]*>[\s\S]*?<\/g>/).map { match in
        let group = String(match.0)
        let frames = group.matches(of: /M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)H[\d.]+Z/).map {
          let numbers = [$0.1, $0.2, $0.3, $0.4].map { Double($0) ?? .nan }
          return Box(left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3])
        }
        return (
          group.attribute("data-window") ?? "",
          group.attribute("data-from")?.split(separator: ",").map(String.init) ?? [], frames
        )
      }
    }

    /// The nodes of all layers that lie in maps.
    var cells: [Int] {
      topology.nodes.filter { topology.shape(ofLayer: topology.layer(of: $0)) != nil }
    }
  }

  private static func pictures(_ seed: Int) throws -> (alone: Picture, page: Picture) {
    let (network, samples) = try mixedLayers(seed)
    let notation = try #require(Notation.named("documents"))
    let trace = try network.trace(
      samples[0], rule: UpdateRule(learningRate: 0.3), convention: notation.convention)
    let derivation = Derivation(of: trace, in: notation)
    let (alone, page) = (Collector(), Collector())
    let (picture, document) = (alone.textOutput, page.textOutput)
    NetworkDiagram(derivation, language: .english, format: .significant(6))
      .write(title: "", to: picture)
    DerivationDocument(derivation, language: .english, format: .significant(6)).writeHTML(
      DocumentHeading(title: nil, policy: ""), detail: .results, to: document)
    picture.flush()
    document.flush()
    return (Picture(network, alone.text), Picture(network, page.text))
  }

  @Test(arguments: Sampled.of(Array(0..<24), every: 5, inFull: 2))
  func `every node of a map is a cell, and nothing covers another`(_ seed: Int) throws {
    let picture = try Self.pictures(seed).alone
    let cells = picture.boxes("data-node")
    #expect(Set(cells.keys) == Set(picture.cells.map(picture.label)))
    let all = picture.text.matches(of: /<rect class="[^"]*cell[^>]*>/).map { String($0.0).box }
    // Kernels have cells, too.
    #expect(all.count >= cells.count)
    for (n, a) in all.enumerated() {
      #expect(!all[(n + 1)...].contains(where: a.overlaps), "\(a)")
      let room = picture.viewBox
      #expect(a.left >= 0 && a.top >= 0 && a.right <= room.right && a.bottom <= room.bottom)
    }
    for match in picture.text.matches(of: /<circle [^>]*>/) {
      let circle = String(match.0)
      let (x, y) = (circle.number("cx"), circle.number("cy"))
      let own = Box(left: x - 40, top: y - 40, right: x + 40, bottom: y + 40)
      #expect(!all.contains(where: own.overlaps), "\(circle)")
      #expect(own.right <= picture.viewBox.right && own.bottom <= picture.viewBox.bottom)
    }
  }

  @Test(arguments: Sampled.of(Array(0..<24), every: 5, inFull: 2))
  func `cells lie as the maps' rows and columns do`(_ seed: Int) throws {
    let picture = try Self.pictures(seed).alone
    let cells = picture.boxes("data-node")
    for l in -1..<picture.topology.layers.count {
      guard let shape = picture.topology.shape(ofLayer: l) else { continue }
      for node in picture.topology.nodes(ofLayer: l).dropLast() {
        let a = try #require(cells[picture.label(node)])
        let b = try #require(cells[picture.label(node + 1)])
        let n = node - picture.topology.nodes(ofLayer: l).lowerBound
        let (place, next) = (shape.place(of: n), shape.place(of: n + 1))
        if place.map != next.map {
          #expect(b.top > a.bottom)
        } else if shape.rows == nil || place.row != next.row {
          #expect((b.top - a.bottom).magnitude < 0.15)
        } else {
          #expect((b.left - a.right).magnitude < 0.15 && (b.top - a.top).magnitude < 0.15)
        }
      }
    }
  }

  @Test(arguments: Sampled.of(Array(0..<24), every: 5, inFull: 2))
  func `a page's windows are the topology's links`(_ seed: Int) throws {
    let (alone, page) = try Self.pictures(seed)
    let cells = page.boxes("data-node")
    let topology = page.topology
    let looking = page.cells.filter { $0 >= topology.inputs.upperBound }
    #expect(page.windows.map(\.to) == looking.map(page.label))
    for ((to, from, frames), node) in zip(page.windows, looking) {
      let sources = topology.sources(of: node)
      #expect(from == sources.map(page.label))
      // A frame around each map's part of the window, and one around the cell.
      let shape = try #require(topology.shape(ofLayer: topology.layer(of: node) - 1))
      let first = topology.sources(ofLayer: topology.layer(of: node)).lowerBound
      let parts = (0..<shape.maps).compactMap { map -> Box? in
        let own = sources.filter { shape.place(of: $0 - first).map == map }
        return own.isEmpty ? nil : .around(own.compactMap { cells[page.label($0)] })
      }
      let expected = parts + [cells[to]].compactMap(\.self)
      #expect(frames.count == expected.count)
      for (frame, box) in zip(frames, expected) { #expect(frame.isNear(box), "\(to)") }
    }
    // By itself the picture has one of each layer, which sees as much as any.
    let layers = topology.layers.indices.filter { topology.forms[$0].window != nil }
    #expect(alone.windows.count == layers.count)
    for (window, l) in zip(alone.windows, layers) {
      let most = topology.layers[l].map { topology.sources(of: $0).count }.max()
      #expect(window.from.count == most)
    }
  }

  @Test(arguments: Sampled.of(Array(0..<24), every: 5, inFull: 2))
  func `a page knows where shared weights are used`(_ seed: Int) throws {
    let page = try Self.pictures(seed).page
    var uses: [String: [String]] = [:]
    for match in page.text.matches(of: /data-parameter="([^"]*)" data-uses="([^"]*)"/) {
      uses[String(match.1)] = match.2.split(separator: ",").map(String.init)
    }
    var count = 0
    for l in page.topology.forms.indices where page.topology.forms[l].sharesParameters {
      for parameter in page.topology.parameters(ofLayer: l) {
        let expected = page.topology.uses(of: parameter).flatMap { use in
          [use.from, use.to].compactMap { $0 }.map(page.label)
        }
        #expect(uses[page.ids.id(of: parameter)] == expected)
        count += 1
      }
    }
    #expect(uses.count == count)
  }

  @Test func `values stand in the cells, and kernels below them`() {
    let picture = run("export", "convolution", "--to", "svg").output
    #expect(picture.matches(of: /<text class="value"/).count == 25 + 16 + 4 + 1)
    for text in ["0.488", "0.611", "0.537", "0.5"] {
      #expect(picture.contains(">" + text + "</text>"))
    }
    #expect(picture.matches(of: /<g class="kernel">/).count == 1)
    #expect(picture.matches(of: /<text class="weight"/).count == 4)
    #expect(picture.contains("convolution, sigmoid") && picture.contains("max pooling"))
    #expect(picture.matches(of: /class="edge even" data-edge="46,p2/).count == 4)
    let page = run("export", "convolution", "--to", "html").output
    // δ of a convolution, the error of pooling.
    #expect(page.matches(of: /<text class="received"/).count == 16 + 4)
    #expect(page.matches(of: /<text class="gradient"/).count == 4)
    let sheet = run("worksheet", "convolution", "--to", "html").output
    // Of what is to be worked out nothing is told.
    #expect(sheet.matches(of: /<text class="value"/).count == 25)
    #expect(!sheet.contains("0.488"))
  }

  @Test(
    arguments: [(8, 64, 64), (9, 81, 81), (28, 784, 784), (29, 0, 784), (300, 0, 196)])
  func `large maps stay small`(_ side: Int, _ inputs: Int, _ pooled: Int) throws {
    let stride = max(1, side / 28)
    let window = side > 100 ? 21 : side > 28 ? 2 : 1
    let network = """
      {inputs: {height: \(side), width: \(side)}, layers: [
       {kind: "max-pooling", window: \(window), stride: \(side > 100 ? 21 : stride)},
       {neurons: 12, weights: {random: "he"}}],
       samples: [{inputs: [\(Array(repeating: "0.5", count: side * side).joined(separator: ","))]}]}
      """
    let picture = Picture(
      try networkFile(network).network, run("export", "-", "--to", "svg", input: network).output)
    let cells = picture.boxes("data-node")
    #expect(cells.keys.count { $0.hasPrefix("x.") } == inputs)
    #expect(cells.keys.count { $0.hasPrefix("p1.") } == pooled)
    let room = picture.viewBox
    #expect(room.right < 1500 && room.bottom < 1500 && picture.text.utf8.count < 400_000)
    let all = Array(cells.values) + Array(picture.boxes("data-map").values)
    #expect(all.allSatisfy { $0.left >= 0 && $0.right <= room.right && $0.bottom <= room.bottom })
    #expect(picture.windows.count == 1)
    // Lines that are too many are drawn as one to each of the circles.
    #expect(picture.text.matches(of: /<path class="edge fan"/).count == 8)
    #expect(picture.text.matches(of: /data-edge/).isEmpty)
  }

  @Test func `of many maps the first and the last are drawn`() throws {
    let network = """
      {inputs: {height: 4, width: 4}, layers: [
       {kind: "convolution", kernel: 2, filters: 9, weights: {random: "he"}},
       {kind: "average-pooling", window: 3}, {neurons: 2, weights: {random: "he"}}],
       samples: [{inputs: [[0, 1, 0, 1], [1, 0, 1, 0], [0, 1, 0, 1], [1, 0, 1, 0]], targets: [1, 0]}]}
      """
    for format in ["svg", "html"] {
      let picture = Picture(
        try networkFile(network).network, run("export", "-", "--to", format, input: network).output)
      let cells = picture.boxes("data-node")
      for (map, isDrawn) in zip(1...9, [true, true, false, false, false, false, false, true, true])
      {
        #expect(
          (cells["c1.\(map).3.3"] != nil) == isDrawn && (cells["p2.\(map).1.1"] != nil) == isDrawn)
      }
      #expect(picture.text.contains("⋮") && picture.text.contains(">map 9<"))
      for window in picture.windows {
        #expect(window.from.allSatisfy { cells[$0] != nil } && cells[window.to] != nil)
      }
    }
  }
}

extension String {
  fileprivate func attribute(_ name: String) -> String? {
    firstRange(of: " " + name + "=\"").map { String(self[$0.upperBound...].prefix { $0 != "\"" }) }
  }

  fileprivate func number(_ name: String) -> Double {
    attribute(name).flatMap { Double($0) } ?? .nan
  }
}

extension String {
  /// The box of a rectangle's element.
  fileprivate var box: MapDiagramTests.Box {
    let (x, y) = (number("x"), number("y"))
    return MapDiagramTests.Box(
      left: x, top: y, right: x + number("width"), bottom: y + number("height"))
  }
}
