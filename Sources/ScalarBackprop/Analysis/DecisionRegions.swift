/// The decision regions of a network with two inputs: the class that it tells at each point of a
/// rectangle of their plane.
public struct DecisionRegions: Sendable {
  /// The rectangle: the first input from left to right, the second from the bottom up.
  public let x, y: ClosedRange<Double>
  /// Into how many cells each side is divided.
  public let cells: Int
  private let numbers: [Int]

  /// Asks a network for the class in the middle of every cell.
  ///
  /// - Parameters:
  ///   - network: with two inputs.
  ///   - classes: those that its outputs tell.
  ///   - x: the first input's range, in its own unit.
  ///   - y: the second input's.
  ///   - cells: along each side, at least 1.
  public init(
    _ network: Network, _ classes: Classes, x: ClosedRange<Double>, y: ClosedRange<Double>,
    cells: Int
  ) {
    let evaluator = Evaluator(network)
    func middle(_ n: Int, _ range: ClosedRange<Double>) -> Double {
      range.part((Double(n) + 0.5) / Double(cells))
    }
    numbers = (0..<cells).flatMap { row in
      (0..<cells).map { column in
        let point = [middle(column, x), middle(cells - 1 - row, y)]
        return classes.number(of: evaluator.outputs(for: point))
      }
    }
    (self.x, self.y, self.cells) = (x, y, cells)
  }

  /// The class of a cell, counted from 0, in rows from the top down.
  public subscript(column: Int, row: Int) -> Int { numbers[row * cells + column] }
}
