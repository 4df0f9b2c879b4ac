import CommandTestSupport
import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A network's picture in which a quantity stands out with what it comes from.
struct DiagramMarkTests {
  private func picture(_ network: String, _ mark: String) -> String {
    run("export", network, "--to", "svg", "--mark", mark).output
  }

  @Test func `a hidden error term stands out with both paths that lead to it`() {
    let svg = picture("documents", "delta[4]")
    #expect(svg.contains("[data-node=&quot;4&quot;]{stroke:var(--now);stroke-width:5}"))
    #expect(
      svg.contains(
        "[data-node=&quot;8&quot;],[data-node=&quot;9&quot;]{stroke:var(--now);stroke-width:3}"))
    #expect(svg.contains("[data-edge=&quot;8,4&quot;],[data-edge=&quot;9,4&quot;]{"))
    let shown = [4, 8, 9].map { ".delta[data-of=&quot;\($0)&quot;]" }.joined(separator: ",")
    #expect(svg.contains(shown + "{display:inline}</style>"))
    #expect(svg.contains("= -0.0135</tspan>"))
  }

  @Test func `a net value stands out with the edges that lead into it, also by its symbol`() {
    let svg = picture("documents", "net_8")
    #expect(
      svg.contains((4...7).map { "[data-edge=&quot;8,\($0)&quot;]" }.joined(separator: ",") + "{"))
    #expect(!svg.contains(".delta[data-of"))
    #expect(svg == picture("documents", "net[8]"))
  }

  @Test func `a new weight stands on its edge`() {
    let svg = picture("mazur", "w5⁺")
    #expect(svg.contains("[data-edge=&quot;o1,h1&quot;]{stroke:var(--now);stroke-width:4}"))
    #expect(svg.contains(".new[data-of=&quot;o1,h1&quot;]{display:inline}"))
    #expect(svg.contains(".weight[data-of=&quot;o1,h1&quot;]{display:none}</style>"))
  }

  @Test func `names of nodes cannot break out of the style sheet`() throws {
    let network =
      #"{inputs: ["a\"]{}</style>"], layers: [{neurons: ["b\\"], weights: [[1]]}], samples: [[[1], [0]]]}"#
    let result = run(
      "export", "-", "--to", "svg", "--mark", "net", "--force", input: network)
    if result.code == 0 {
      #expect(XMLParser(data: Data(result.output.utf8)).parse())
    } else {
      #expect(result.code == 2)
    }
  }

  @Test func `every part of every kind of network can be marked`() {
    for network in ["relu-softmax", "convolution", "lenet", "mazur", "adam", "perceptron"] {
      for phase in ["forward", "error", "backward", "update", "after"] {
        let result = run("export", network, "--to", "svg", "--mark", phase)
        #expect(result.code == 0, "\(network) \(phase): \(result.error)")
        #expect(XMLParser(data: Data(result.output.utf8)).parse(), "\(network) \(phase)")
      }
    }
  }

  @Test func `elsewhere it has no effect, which is said`() {
    let result = run("export", "mazur", "--to", "md", "--mark", "net[h1]")
    #expect(result.code == 2 && result.error.contains("'--mark' has no effect in md"))
    let unknown = run("export", "mazur", "--to", "svg", "--mark", "net[h9]")
    #expect(unknown.code == 2 && unknown.error.contains("net[h9]"))
  }
}
