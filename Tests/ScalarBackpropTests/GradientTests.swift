import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// Every gradient against central differences of the loss, the second witness.
struct GradientTests {
  @Test(arguments: try ReferenceCase.all().filter(\.isSmooth))
  func `every gradient agrees with the central difference`(_ reference: ReferenceCase) throws {
    let file = try networkFile(reference.network)
    let sample = file.samples[0]
    let trace = try file.network.trace(sample)
    let largest = file.network.parameters.map {
      (trace[.parameter(.gradient, $0)] ?? 0).magnitude
    }.max()
    let scale = max(1, try #require(trace[.loss(.before)]).magnitude, largest ?? 0)
    for parameter in file.network.parameters {
      let gradient = try #require(trace[.parameter(.gradient, parameter)])
      let differences = try [1e-4, 1e-5, 1e-6].map { epsilon in
        try centralDifference(file.network, sample, parameter, epsilon)
      }
      let best = differences.map { ($0 - gradient).magnitude }.min() ?? .infinity
      #expect(best <= 1e-8 * scale, "\(parameter): \(gradient), not \(differences)")
    }
  }

  @Test func `there are cases of the reference that are smooth`() throws {
    #expect(try ReferenceCase.all().count(where: \.isSmooth) == 86)
  }

  private func centralDifference(
    _ network: Network, _ sample: Sample, _ parameter: Parameter, _ epsilon: Double
  ) throws -> Double {
    let value = try #require(
      try network.trace(sample)[.parameter(.value, parameter)])
    func loss(_ change: Double) throws -> Double {
      let moved = try network.setting(parameter, to: value + change)
      return try #require(try moved.trace(sample)[.loss(.before)])
    }
    return (try loss(epsilon) - loss(-epsilon)) / (2 * epsilon)
  }

  @Test func `a gradient with its sign turned would be noticed`() throws {
    let file = try example("mazur")
    let parameter = Parameter.weight(to: 4, from: 2)
    let gradient = try #require(
      try file.network.trace(file.samples[0])[.parameter(.gradient, parameter)])
    let difference = try centralDifference(file.network, file.samples[0], parameter, 1e-5)
    #expect((gradient - difference).magnitude < 1e-9)
    #expect((-gradient - difference).magnitude > 0.1)
  }
}

extension ReferenceCase {
  /// Whether the case is one of those drawn at random, away from kinks and saturation, where
  /// differences tell nothing.
  var isSmooth: Bool { network.hasPrefix("{\"title\": \"random ") }
}
