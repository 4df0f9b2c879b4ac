package import Derivations
internal import Phrases
package import ScalarBackprop
package import Texts

/// A training step to be worked out by hand: what is given, and a table of cells by phase, some of
/// them blank. Filled in, it is an answer sheet.
package struct Worksheet {
  /// A quantity with room for its value.
  struct Cell {
    /// Counted through the worksheet from 1.
    var number: Int
    var line: EquationLine
    var isBlank: Bool
  }

  /// The cells under one heading: of a batch, those of one sample, or what the batch makes of them.
  struct Section {
    var heading: Phrase
    /// The sample's place in the batch; `nil` for what the batch has in common.
    var sample: Int?
    /// Whether the heading of the sample, or of the batch, stands above it.
    var isFirst: Bool
    /// None where a sample of a batch is only given, as nothing of it alone is asked for.
    var cells: [Cell]
  }

  let derivation: Derivation
  let language: Language
  let format: NumberFormat
  let title: String
  /// Whose it is; `nil` where everyone gets the same.
  let student: Student?
  /// The words by which `check` finds the network again.
  let network: String
  let sections: [Section]
  /// The last phase that it asks for: what only later ones need is not told.
  let lastPhase: Phase
  /// What is left blank though nobody asked for that, as it would give away what is asked.
  package let giveaways: [Quantity]
  /// Whether the formula stands beside each cell, and whether its value does.
  let showsFormulas: Bool
  let isKey: Bool
  /// What has been filled in.
  var answers: [Place: String] = [:]
  /// Whether a text spells symbols in ASCII.
  package var isASCII = false

  /// How a worksheet is to be made.
  package struct Form {
    /// What is left to the reader; `nil` for everything.
    package var blanks: StepSelection?
    /// Which quantities have a cell.
    package var scope = Scope()
    /// Whether the formula stands beside each cell.
    package var showsFormulas = false
    /// Whether the answers are filled in.
    package var isKey = false

    /// Everything is asked for, without formulas.
    package init() {}
  }

  /// Makes a worksheet of a derivation.
  ///
  /// - Parameters:
  ///   - format: of the values that are filled in, and the precision that is asked for.
  ///   - student: whose it is, to be printed on it; `nil` leaves room for a name.
  ///   - network: the words of the command line that name the network again.
  ///   - form: how it is to be made.
  package init(
    _ derivation: Derivation, language: Language, format: NumberFormat, title: String,
    student: Student? = nil, network: String, _ form: Form
  ) {
    self.derivation = derivation
    self.language = language
    self.format = format
    self.title = title
    self.student = student
    self.network = network
    showsFormulas = form.showsFormulas
    isKey = form.isKey
    let blanks = form.isKey ? nil : form.blanks.map { Blanks(derivation, $0) }
    giveaways = blanks?.giveaways ?? []
    var sections: [Section] = []
    var number = 0
    var lastPhase = Phase.given
    derivation.forEachStep(form.scope.selection) { step, rule in
      guard form.scope.includes(step) else { return }
      lastPhase = max(lastPhase, step.phase)
      number += 1
      let isBlank = !form.isKey && blanks?.includes(step) ?? true
      let cell = Cell(
        number: number, line: EquationLine(step: step, rule: rule), isBlank: isBlank)
      let heading = Phrase.heading(of: step.phase)
      let sample = derivation.trace.isBatch ? step.sample : nil
      let last = sections.last
      if last?.heading != heading || last?.sample != sample {
        let isFirst = derivation.trace.isBatch && (last == nil || last?.sample != sample)
        sections.append(Section(heading: heading, sample: sample, isFirst: isFirst, cells: []))
      }
      sections[sections.count - 1].cells.append(cell)
    }
    let told = Set(sections.compactMap(\.sample))
    let samples = derivation.trace.isBatch ? Array(derivation.trace.samples.indices) : []
    self.sections =
      samples.filter { !told.contains($0) }.map {
        Section(heading: .givenHeading, sample: $0, isFirst: true, cells: [])
      } + sections
    self.lastPhase = lastPhase
  }

  /// What the numbered cells of a worksheet about one sample are of, in their order.
  package static func cells(of derivation: Derivation, _ scope: Scope) -> [Quantity] {
    guard !derivation.trace.isBatch else { return [] }
    var cells: [Quantity] = []
    derivation.forEachStep(scope.selection) { step, _ in
      if scope.includes(step) { cells.append(step.quantity) }
    }
    return cells
  }

  /// Which quantities of a step a worksheet has cells for.
  package struct Scope: Sendable {
    /// Only net values, outputs, δ, gradients and new parameters.
    package var isShort = false
    /// Only these; `nil` for all.
    package var selection: StepSelection?

    /// Everything that is calculated.
    package init() {}

    func includes(_ step: Step) -> Bool {
      step.phase != .given && (!isShort || step.quantity.isMain)
        && selection?.includes(step) ?? true
    }
  }

  var symbols: Symbols { derivation.symbols }

  /// Whether it is about several samples at once.
  var isBatch: Bool { derivation.trace.isBatch }

  /// Whether anything is left to the reader.
  package var hasBlanks: Bool { sections.contains { $0.cells.contains(where: \.isBlank) } }

  /// What stands in the network's picture.
  var picturedValues: NetworkDiagram.Values {
    guard !isBatch else { return .parameters }
    let outputs = sections.flatMap(\.cells).filter { cell in
      if case .output(_, .before) = cell.line.step.quantity { true } else { false }
    }
    return outputs.isEmpty || outputs.contains(where: \.isBlank) ? .given : .outputs
  }

  var heading: String { Phrase.worksheetTitle(title.visible, isKey: isKey)[language] }

  /// The columns' names, by which they are read again.
  var columns: [String] {
    let names: [Phrase] = [.numberColumn, .idColumn, .symbolColumn]
    return (names + (showsFormulas ? [.formulaColumn] : []) + [.answer]).map { $0[language] }
  }

  /// What stands above the cells of a sample, or of the batch.
  func groupHeading(_ section: Section) -> String {
    guard let sample = section.sample else { return Phrase.batchSection[language] }
    return Phrase.sampleSection(derivation.sampleNumber(sample))[language]
  }

  /// What a cell is of.
  func place(_ cell: Cell) -> Place {
    derivation.trace.place(cell.line.step.quantity, sample: cell.line.step.sample)
  }

  /// What stands in the answer's place; empty where that is blank.
  func answer(_ cell: Cell) -> String {
    cell.isBlank ? answers[place(cell)] ?? "" : format.roundedText(cell.line.step.value)
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

  func symbol(_ cell: Cell) -> Symbol { derivation.symbol(of: cell.line.step) }
}

extension Quantity {
  /// Whether a short worksheet asks for it.
  var isMain: Bool {
    switch self {
    case .net(_, .before), .output(_, .before), .delta, .parameter(.gradient, _),
      .parameter(.new, _):
      true
    case .input, .target, .product, .sum, .scaledSum, .net, .output, .outputLoss, .loss, .back,
      .error,
      .slope, .jacobian, .parameter:
      false
    }
  }
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
