public import Derivations
internal import Phrases
internal import ScalarBackprop
public import Texts

/// A training step to be worked out by hand: what is given, and a table of cells by phase, some of
/// them blank. Filled in, it is an answer sheet.
public struct Worksheet {
  /// A quantity with room for its value.
  struct Cell {
    /// Counted through the worksheet from 1.
    var number: Int
    var line: EquationLine
    var isBlank: Bool
  }

  /// The cells under one heading.
  struct Section {
    var heading: Phrase
    var cells: [Cell]
  }

  let derivation: Derivation
  let language: Language
  let format: NumberFormat
  let title: String
  /// Whose it is; `nil` where everyone gets the same.
  let student: String?
  /// The words by which `check` finds the network again.
  let network: String
  let sections: [Section]
  /// Whether the formula stands beside each cell, and whether its value does.
  let showsFormulas: Bool
  let isKey: Bool
  /// Whether a text spells symbols in ASCII.
  public var isASCII = false

  /// Makes a worksheet of a derivation.
  ///
  /// - Parameters:
  ///   - format: of the values that are filled in, and the precision that is asked for.
  ///   - student: whose it is, to be printed on it; `nil` leaves room for a name.
  ///   - network: the words of the command line that name the network again.
  ///   - blanks: what is left to the reader; `nil` for everything.
  public init(
    _ derivation: Derivation, language: Language, format: NumberFormat, title: String,
    student: String? = nil, network: String, blanks: StepSelection?, showsFormulas: Bool,
    isKey: Bool
  ) {
    self.derivation = derivation
    self.language = language
    self.format = format
    self.title = title
    self.student = student
    self.network = network
    self.showsFormulas = showsFormulas
    self.isKey = isKey
    var sections: [Section] = []
    var number = 0
    derivation.forEachStep(nil) { step, rule in
      guard step.phase != .given else { return }
      number += 1
      let isBlank = !isKey && blanks?.includes(step) ?? true
      let cell = Cell(
        number: number, line: EquationLine(step: step, rule: rule), isBlank: isBlank)
      let heading = Phrase.heading(of: step.phase)
      if sections.last?.heading != heading { sections.append(Section(heading: heading, cells: [])) }
      sections[sections.count - 1].cells.append(cell)
    }
    self.sections = sections
  }

  var symbols: Symbols { derivation.symbols }

  /// Whether anything is left to the reader.
  public var hasBlanks: Bool { sections.contains { $0.cells.contains(where: \.isBlank) } }

  /// What is given, each with its number.
  var givens: [(symbol: Symbol, text: String)] {
    var result: [(Symbol, String)] = []
    derivation.forEachStep(StepSelection(phases: [.given], quantities: [])) { step, _ in
      result.append(
        (
          symbols.symbol(for: step.quantity),
          derivation.typedText(of: step.quantity)
            ?? NumberFormat.significant(17).text(step.value)
        ))
    }
    return result
  }

  /// η with its value.
  var learningRate: Wording {
    let formula: [MathPart] = [
      .symbol(symbols.learningRate), .equals, .number(derivation.learningRateText),
    ]
    return "\(formula)"
  }

  /// What to do, and how precisely.
  var task: Wording {
    Phrase.notationLine(derivation.notation.name, symbols.deltaDefinition)
      .followed(by: .worksheetTask(.precision(format)), between: .semicolon)
      .wording(in: language)
  }

  /// Room for the name, or the name, and for the date.
  var nameLine: String {
    Phrase.nameLine(student?.visible ?? "______________")[language]
  }

  var heading: String { Phrase.worksheetTitle(title.visible, isKey: isKey)[language] }

  /// The columns' names, which are the same in every language: they are read again.
  var columns: [String] {
    ["no", "id", "symbol"] + (showsFormulas ? ["formula"] : []) + ["answer"]
  }

  /// What stands in the answer's place; empty where that is blank.
  func answer(_ cell: Cell) -> String {
    cell.isBlank ? "" : format.roundedText(cell.line.step.value)
  }

  /// The formula in one way of writing mathematics; empty for what has none, or is one already.
  func formula<Glyphs: MathGlyphs>(_ cell: Cell, _ writer: FormulaWriter<Glyphs>) -> String {
    let rule = cell.line.rule
    guard let formula = rule.formula, !rule.isOwnName else { return "" }
    return writer.text(formula, .symbols, at: cell.line.step.indices)
  }

  func symbol<Glyphs: MathGlyphs>(_ symbol: Symbol, _: FormulaWriter<Glyphs>) -> String {
    var buffer = TextBuffer()
    Glyphs.symbol(symbol, into: &buffer)
    return buffer.text
  }

  func id(_ cell: Cell) -> String { symbols.id(of: cell.line.step.quantity) }

  func symbol(_ cell: Cell) -> Symbol { symbols.symbol(for: cell.line.step.quantity) }
}

extension Int {
  /// The number in a circle, ① to ㊿; beyond, in brackets.
  var circled: String {
    switch self {
    case 1...20: Int.character(0x2460 + self - 1)
    case 21...35: Int.character(0x3251 + self - 21)
    case 36...50: Int.character(0x32B1 + self - 36)
    default: "(\(self))"
    }
  }

  private static func character(_ number: Int) -> String {
    UnicodeScalar(UInt32(number)).map(String.init) ?? ""
  }
}
