import Derivations
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// Network files that are made to be edited.
struct TemplateTests {
  @Test(arguments: Activation.allCases)
  func `every activation goes with some loss, and is in the file`(_ activation: Activation) throws {
    var count = 0
    for loss in Loss.allCases {
      var template = NetworkTemplate(shape: [3, 4, 2], seed: 1)
      (template.activation, template.loss) = (activation, loss)
      guard let file = try? networkFile(template.source()) else { continue }
      #expect(file.network.loss == loss)
      #expect(loss.suits(file.network.outputLayer.activation))
      #expect(
        file.network.layers.contains { $0.activation == activation } || !loss.suits(activation))
      count += 1
    }
    #expect(count > 3)
  }

  @Test func `what was there before is as it was`() throws {
    var template = NetworkTemplate(shape: [2, 2, 1], seed: 7)
    let file = try networkFile(template.source())
    #expect(file.network.layers.map(\.activation) == [.sigmoid, .sigmoid])
    #expect(file.network.loss == .halfSquaredError)
    #expect(file.samples[0].targets == [0.9])
  }
}
