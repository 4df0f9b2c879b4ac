import CommandTestSupport
import Foundation
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The picture of a network: well-formed, complete, nothing injected.
struct NetworkDiagramTests {
  /// Counts the elements of an SVG file, and gathers its text.
  final class Reader: NSObject, XMLParserDelegate {
    var counts: [String: Int] = [:]
    var text = ""

    init?(_ svg: String) {
      super.init()
      let parser = XMLParser(data: Data(svg.utf8))
      parser.delegate = self
      guard parser.parse() else { return nil }
    }

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      counts[name, default: 0] += 1
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      // Labels below and above are parts of a text.
      if name != "tspan" { text += "\n" }
    }
  }

  @Test(arguments: Example.all.map(\.name))
  func `every node and every weight is drawn`(_ name: String) throws {
    let picture = run("export", name, "--to", "svg").output
    let svg = try #require(Reader(picture))
    let topology = try example(name).network.topology
    // Of a layer of more than eight nodes the first and the last four are drawn; maps have cells.
    let maps = (-1..<topology.layers.count).map { topology.shape(ofLayer: $0) }
    let columns = ([topology.inputs] + topology.layers).enumerated().map { l, nodes in
      nodes.count <= 8 || maps[l] != nil ? Array(nodes) : nodes.prefix(4) + nodes.suffix(4)
    }
    let circles = zip(columns, maps).reduce(0) { $1.1 == nil ? $0 + $1.0.count : $0 }
    #expect(svg.counts["circle", default: 0] == circles)
    // Lines lead to circles only, one by one or all those out of a map as one.
    var links = 0
    for l in columns.indices.dropFirst() where maps[l] == nil {
      let own = columns[l].reduce(0) { count, node in
        count + topology.sources(of: node).count { columns[l - 1].contains($0) }
      }
      let isFan = maps[l - 1] != nil && picture.contains("data-fan=")
      links += isFan ? columns[l].count * min(4, maps[l - 1]?.maps ?? 0) : own
    }
    #expect(picture.matches(of: /<path class="edge[^>]*data-(edge|fan)="/).count == links)
    let windows = maps.dropFirst().count { $0 != nil }
    #expect(picture.matches(of: /<g class="window first"/).count == windows)
    #expect(svg.counts["path"] == links + 2 * windows)
  }

  @Test func `values stand on the nodes`() throws {
    let svg = try #require(Reader(run("export", "mazur", "--to", "svg").output))
    for text in ["outh1", "0.593270", "0.05", "b1 = 0.35", "targeto2 = 0.99", "0.45"] {
      #expect(svg.text.contains(text), "\(text)")
    }
  }

  @Test func `labels stand below and above their letters`() {
    let picture = run("export", "xor", "--to", "svg", "--notation", "nielsen").output
    let bias = "b<tspan dy=\"0.33em\" font-size=\"75%\">1</tspan>"
    #expect(picture.contains(bias + "<tspan dy=\"-0.8em\" font-size=\"75%\">2</tspan>"))
    #expect(picture.contains("<tspan dy=\"0.35em\"> = -0.8</tspan>"))
    for name in ["xor", "three-classes", "curve"] {
      let folder = TemporaryFolder()
      let plot = folder.path("plot.svg")
      #expect(run("train", name, "--epochs", "2", "--plot", plot).code == 0)
      let text = (try? String(contentsOfFile: plot, encoding: .utf8)) ?? "_"
      #expect(!text.contains("_"), "\(name)")
    }
  }

  @Test(arguments: Example.all.map(\.name))
  func `no number covers another`(_ name: String) {
    let picture = run("export", name, "--to", "svg").output
    let box = /<rect class="paper" x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="16"\/>/
    let boxes = picture.matches(of: box).map { match in
      [match.1, match.2, match.3].map { Double($0) ?? .nan }
    }
    for (n, a) in boxes.enumerated() {
      for b in boxes[(n + 1)...] {
        let isApart = a[0] + a[2] <= b[0] || b[0] + b[2] <= a[0] || (a[1] - b[1]).magnitude >= 16
        #expect(isApart, "\(a) and \(b)")
      }
    }
  }

  @Test func `where there is no room, lines say how large weights are`() throws {
    let picture = run("export", "more-layers", "--to", "svg").output
    #expect(picture.contains("Lines without numbers"))
    let widths = picture.matches(of: /stroke-width="([\d.]+)"( stroke-dasharray="7 4")?/)
    let layer = try example("more-layers").network.layers[1]
    let weights = layer.neurons.flatMap(\.weights)
    #expect(widths.count == weights.count)
    let largest = try #require(weights.map(\.magnitude).max())
    for (match, weight) in zip(widths, weights) {
      let share = (Double(match.1) ?? .nan) - 0.6
      // Widths are written to a tenth.
      #expect((share - 4.4 * weight.magnitude / largest).magnitude < 0.0501)
      #expect((match.2 != nil) == (weight < 0))
    }
    #expect(!run("export", "mazur", "--to", "svg").output.contains("Lines without numbers"))
  }

  @Test func `a page's picture has what the steps come to`() throws {
    let page = run("export", "mazur", "--to", "html").output
    for (kind, count) in [("gradient", 8), ("new", 8), ("weight", 8)] {
      #expect(page.matches(of: try Regex("<g class=\"\(kind)\"")).count == count)
    }
    #expect(page.matches(of: /<text class="delta"/).count == 4)
    #expect(page.contains("<title>w5⁺</title>0.359</text>"))
    #expect(page.contains("<select aria-label=\"go to a section\"></select>"))
    #expect(!run("export", "mazur", "--to", "svg").output.contains("<g class=\"new\">"))
    // A step is named by its symbol.
    #expect(page.contains("math.getAttribute(\"alttext\")"))
  }

  @Test func `titles inject nothing, and wide layers are cut short`() throws {
    let network = """
      {title: "</svg><script>&", inputs: 40, layers: [{neurons: 30, weights: {random: "he"}}],
       samples: [{inputs: \(Array(repeating: 1, count: 40))}]}
      """
    let output = run("export", "-", "--to", "svg", input: network).output
    #expect(!output.contains("<script"))
    let svg = try #require(Reader(output))
    #expect(svg.text.contains("</svg><script>&"))
    #expect(svg.counts["circle"] == 16)
  }
}
