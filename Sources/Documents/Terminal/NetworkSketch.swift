internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// The network as a picture in characters: a column a layer, the nodes by their symbols, between two
/// layers a bus that joins every node with every node.
///
/// It keeps to any window: lines grow shorter, numbers are left out, at last layers are. What is marked
/// is shown in any case.
struct NetworkSketch {
  let derivation: Derivation
  let text: FormulaText
  /// The place in the batch of the sample whose numbers stand in it; `nil` for the only one.
  var sample: Int?
  /// Numbers for which room is kept while they are not known, so that nothing moves once they are.
  var expected: [Values] = []

  /// Makes the picture of a step; the format is for numbers that were not typed.
  init(_ derivation: Derivation, format: NumberFormat) {
    self.derivation = derivation
    text = FormulaText(derivation, format: format)
  }

  /// Which numbers stand in it.
  struct Values {
    /// Whether the number of a quantity is known.
    let includes: (Quantity) -> Bool

    /// Symbols only.
    static var none: Values { Values { _ in false } }

    /// Inputs and targets.
    static var given: Values {
      Values {
        switch $0 {
        case .input, .target: true
        case .parameter, .product, .sum, .scaledSum, .net, .output, .outputLoss, .loss, .back,
          .error, .slope, .jacobian, .delta:
          false
        }
      }
    }

    /// Inputs, targets, and what the nodes put out before the update.
    static var all: Values {
      Values {
        switch $0 {
        case .input, .target, .output(_, .before): true
        case .parameter, .product, .sum, .scaledSum, .net, .output, .outputLoss, .loss, .back,
          .error, .slope, .jacobian, .delta:
          false
        }
      }
    }
  }

  /// How much room is taken.
  struct Look {
    /// Whether there are blanks between lines and texts.
    var hasLongLines: Bool
    var numbers: Numbers

    enum Numbers { case all, ofNodes, ofMarked, none }

    /// From the fullest one on.
    static let all = [
      Look(hasLongLines: true, numbers: .all), Look(hasLongLines: false, numbers: .all),
      Look(hasLongLines: true, numbers: .ofNodes), Look(hasLongLines: false, numbers: .ofNodes),
      Look(hasLongLines: true, numbers: .ofMarked), Look(hasLongLines: false, numbers: .ofMarked),
      Look(hasLongLines: false, numbers: .none),
    ]
  }

  var symbols: Symbols { derivation.symbols }

  /// Writes the picture in at most so many lines, none of them wider than the window.
  ///
  /// - Parameters:
  ///   - marking: the nodes that stand out, through the network from 0, inputs first.
  ///   - values: the numbers that stand behind the symbols.
  func write(with pen: TerminalPen, height: Int, marking: Set<Int> = [], values: Values) {
    guard height > 0 else { return }
    let marking = marking.intersection(symbols.topology.nodes)
    let chosen = (-1..<symbols.topology.layers.count).map { nodes(ofLayer: $0, marking, height) }
    for look in Look.all {
      let columns = columns(chosen, marking, values, look, pen)
      let lines = SketchLines(columns: columns, hasLongLines: look.hasLongLines, height: height)
      if lines.width(pen) <= pen.style.width { return lines.write(with: pen) }
    }
    let columns = columns(
      chosen, marking, values, Look(hasLongLines: false, numbers: .none), pen)
    part(columns, around: marking, height, pen).write(with: pen)
  }

  // MARK: Some of the layers

  /// The layers nearest to those that are marked, else the outer ones, as many as there is room for.
  private func part(
    _ columns: [SketchColumn], around marking: Set<Int>, _ height: Int, _ pen: TerminalPen
  ) -> SketchLines {
    func lines(_ shown: Set<Int>) -> SketchLines {
      SketchLines(columns: columns, shown: shown, height: height)
    }
    var shown: Set<Int> = []
    for column in order(columns.count, around: marking) {
      if lines(shown.union([column])).width(pen) <= pen.style.width {
        shown.insert(column)
      }
      // What stands further away would tear a hole.
      else {
        break
      }
    }
    guard shown.isEmpty, let first = order(columns.count, around: marking).first else {
      return lines(shown)
    }
    // Not even one layer has room: its texts are cut.
    return SketchLines(columns: [columns[first].cut(to: pen.style.width - 2, pen)], height: height)
  }

  /// Columns in the order of their worth.
  private func order(_ count: Int, around marking: Set<Int>) -> [Int] {
    let marked = Set(marking.map { symbols.topology.layer(of: $0) + 1 })
    func distance(_ column: Int) -> Int {
      marked.isEmpty
        ? min(column, count - 1 - column) : marked.map { abs($0 - column) }.min() ?? 0
    }
    return (0..<count).sorted { (distance($0), $0) < (distance($1), $1) }
  }
}
