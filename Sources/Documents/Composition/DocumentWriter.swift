internal import Derivations
internal import Phrases
internal import ScalarBackprop

/// Writes a document in one format, part by part, as the composer hands it over. It decides how a
/// part looks, never what it says, and computes nothing.
protocol DocumentWriter {
  /// The title, and what the document was made under.
  mutating func begin(_ title: String, remark: Wording)
  /// A sentence by itself.
  mutating func paragraph(_ text: Wording)
  /// Sentences below each other, each a thought of its own.
  mutating func items(_ texts: [Wording])
  /// Short items behind each other: "Given. x_1 = 0.5, …". A heading opens a section of its own.
  mutating func list(_ opening: ListOpening, _ items: [ListItem])
  /// A section's heading, and the reasons behind what it holds.
  mutating func section(_ heading: Phrase, _ reasons: [Phrase])
  /// The reason behind the lines that follow.
  mutating func reason(_ reason: Phrase)
  /// Formulas in a general form, each equal to the next.
  mutating func derive(_ chain: [Formula], _ form: FormulaForm)
  /// Formulas with vectors and matrices, each by itself.
  mutating func matrices(_ formulas: [MatrixFormula])
  /// Lines of one kind: symbol = formula = numbers = value.
  mutating func equations(_ lines: EquationLines)
  mutating func table(_ table: DocumentTable)
  /// What stands below everything else.
  mutating func end()
}

/// What stands before the items of a list.
enum ListOpening {
  /// A section's heading with its items on the same line; set apart from what stands above, or not.
  case heading(Phrase, isApart: Bool)
  /// A word: where.
  case word(Phrase)
}

/// A symbol and what is said of it.
struct ListItem {
  /// What the number behind the symbol is of.
  var quantity: Quantity
  var symbol: Symbol
  /// What stands behind the symbol: " = 0.5", " 0.75 → 0.74 (target 0.01)".
  var text: String
  /// A condition behind it, where the value depends on one.
  var condition: (formula: Formula, indices: Indices)?
}

/// A table of symbols, numbers and words.
struct DocumentTable {
  enum Cell {
    case symbol(Symbol)
    /// A symbol with a minus before it.
    case negative(Symbol)
    /// The number of a quantity.
    case value(String, of: Quantity)
    /// A word, or a number that no step of the trace has.
    case text(String)

    /// The same as what it says, of no step.
    var withoutPlace: Cell {
      if case .value(let text, _) = self { .text(text) } else { self }
    }

    var isNegative: Bool {
      if case .negative = self { true } else { false }
    }
  }

  /// The columns' names.
  var header: [String]
  var rows: [[Cell]] = []
  /// The columns of words, which stand at the left; those of numbers stand point under point.
  var words: Set<Int> = [0]
}
