import Derivations
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// Where a quantity comes from, and the paths from a parameter to the loss.
struct PathTests {
  private func derivation(_ network: NetworkCase, _ notation: Notation) throws -> Derivation {
    let file = try networkFile(network.source)
    let trace = try file.network.trace(
      file.samples[0], rule: file.training.rule, convention: notation.convention)
    return Derivation(of: trace, in: notation)
  }

  @Test(arguments: try NetworkCase.all(), [Notation.documents.name, Notation.zhou.name])
  func `the paths add up to the gradient`(_ network: NetworkCase, _ name: String) throws {
    let derivation = try derivation(network, try #require(Notation.named(name)))
    for parameter in derivation.trace.network.parameters {
      let gradient = Quantity.parameter(.gradient, parameter)
      let paths = derivation.paths(of: parameter)
      #expect(paths.count == derivation.pathCount(of: parameter))
      let shares = paths.map { derivation.share(of: $0, in: parameter) }
      let sum = shares.reduce(0, +)
      let scale = shares.map(\.magnitude).max() ?? 0
      let value = try #require(derivation.trace[gradient])
      #expect((sum - value).magnitude <= 1e-13 * max(scale, value.magnitude))
    }
  }

  @Test(arguments: try NetworkCase.all())
  func `everything a quantity came from is there, down to what is given`(
    _ network: NetworkCase
  ) throws {
    let derivation = try derivation(network, .documents)
    let ends = derivation.quantitiesByID.filter { $0.key.hasPrefix("new.w") || $0.key == "E" }
    #expect(ends["E"] != nil)
    for (_, quantity) in ends {
      let origins = derivation.origins(of: quantity)
      #expect(origins.contains(quantity))
      for origin in origins { #expect(derivation.trace[origin] != nil) }
      let inputs = derivation.symbols.topology.inputs
      #expect(inputs.allSatisfy { origins.contains(.input($0)) })
    }
  }

  @Test func `a net value does not come from the targets`() throws {
    let derivation = try derivation(
      NetworkCase(testDescription: "", source: Example.named("mazur")?.source() ?? ""), .mazur)
    let origins = derivation.origins(of: .net(2, .before))
    #expect(
      origins == [
        .net(2, .before), .input(0), .input(1), .parameter(.value, .weight(to: 2, from: 0)),
        .parameter(.value, .weight(to: 2, from: 1)),
        .parameter(.value, .shared(.bias, layer: 0, 0)),
      ])
  }
}
