internal import Phrases

/// A formula with vectors and matrices: sides that are equal to each other, each of parts that stand
/// behind each other.
struct MatrixFormula {
  var sides: [[Part]]

  /// What stands on a side.
  enum Part {
    case math(MathPart)
    case matrix(Matrix)
    /// The transpose of a vector or matrix: aᵀ.
    case turned(Symbol)
    /// Between what is multiplied number by number.
    case elementwise
  }

  /// Whether it is written on one line.
  var isOneLine: Bool {
    sides.joined().allSatisfy { part in
      if case .matrix(let matrix) = part { matrix.rows.count == 1 } else { true }
    }
  }
}

/// Numbers or symbols in rows and columns.
struct Matrix {
  enum Cell: Hashable {
    case symbol(Symbol)
    case number(String)
    /// In place of rows or columns that are left out.
    case dots
  }

  let rows: [[Cell]]

  /// More of them would fill a page.
  private static let (mostRows, mostColumns) = (10, 6)

  /// Takes its rows, all as long as each other; of very many only the first ones and the last one.
  init(_ rows: [[Cell]]) { self.init(rows, mostColumns: Matrix.mostColumns) }

  private init(_ rows: [[Cell]], mostColumns: Int) {
    let short = Matrix.shortened(rows, atMost: Matrix.mostRows) { row in row.map { _ in .dots } }
    self.rows = short.map { Matrix.shortened($0, atMost: mostColumns) { _ in .dots } }
  }

  /// The same with a column less, where so many are more than fit; `nil` where there are but two.
  var narrower: Matrix? {
    let count = rows.first?.count ?? 0
    guard count > 2 else { return nil }
    // What is left out already stays so.
    let kept = rows.map { row in row.filter { $0 != .dots || row.allSatisfy { $0 == .dots } } }
    return Matrix(kept, mostColumns: count - 1)
  }

  /// A column.
  init(column: [Cell]) { self.init(column.map { [$0] }) }

  /// A row.
  init(row: [Cell]) { self.init([row]) }

  private static func shortened<Element>(
    _ elements: [Element], atMost most: Int, _ dots: (Element) -> Element
  ) -> [Element] {
    guard elements.count > most else { return elements }
    return elements.prefix(most - 2) + [dots(elements[0])] + elements.suffix(1)
  }
}
