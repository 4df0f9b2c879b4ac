import Derivations
import ScalarBackprop
import Sheets
import Texts

@testable import Marking

// In a step on one sample, which these tests are about, a quantity has one place.

extension Workings {
  var quantities: [Quantity] { order.map(\.quantity) }

  func exact(_ quantity: Quantity) -> Double { exact(Place(quantity)) }

  func block(of quantity: Quantity) -> Block? { block(of: Place(quantity)) }

  func calculations(of quantity: Quantity) -> [Calculation] {
    calculations(of: Place(quantity)).map(\.plain)
  }

  func rewrites(of quantity: Quantity) -> [Rewrite] {
    rewrites(of: Place(quantity)).map {
      Rewrite(
        misconception: $0.misconception, variant: $0.variant, calculation: $0.calculation.plain)
    }
  }
}

extension PlacedCalculation {
  fileprivate var plain: Calculation {
    Calculation(operands: operands.map(\.quantity)) { known in value { known($0.quantity) } }
  }
}

extension Marker {
  func mark(
    _ answers: [Quantity: Answer], asked format: NumberFormat? = nil,
    within budget: inout SearchBudget
  ) -> MarkedSheet {
    mark(Place.common(answers), asked: format, within: &budget)
  }
}
