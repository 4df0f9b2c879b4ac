import ScalarBackprop
import TestSupport
import Testing

/// The README's example in Swift: it compiles, and gives what its comments say.
struct UseFromSwiftTests {
  @Test func `the README's lines of Swift give what they say`() throws {
    let layer = Layer(neurons: [Neuron(weights: [0.4, 0.6], bias: -0.3)])
    let network = try Network(inputs: ["size", "colour"], layers: [layer])
    let trace = try network.trace(Sample(inputs: [0.8, 0.9], targets: [1]))
    #expect(trace[.net(2, .before)] == 0.56)
    let gradient = try #require(trace[.parameter(.gradient, .bias(2))])
    #expect(trace[.delta(2)] == -gradient)
  }

  @Test func `and they are the lines above`() throws {
    let readme = try text(of: "README.md")
    let block = readme.split(separator: "```swift\n")[1].split(separator: "```")[0]
    let here = try text(of: "Tests/LessonTests/UseFromSwiftTests.swift")
    for line in block.split(separator: "\n") {
      let code = line.split(separator: /\ +\/\//)[0]
      #expect(here.contains(code), "\(line)")
    }
  }
}
