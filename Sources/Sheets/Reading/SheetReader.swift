package import Derivations
internal import Phrases
package import ScalarBackprop
internal import Texts

/// Reads the answers of sheets about one training step, as people write them.
///
/// Bytes become lines, lines parts, parts entries with a name and a value. The sheet as a whole then
/// tells how it numbers what; only with that an entry is of a quantity. What is not understood is
/// listed, and keeps nothing else from being read.
package struct SheetReader {
  let derivation: Derivation
  let names: QuantityNames
  let plan: NetworkPlan
  let parser: NameParser
  let hasThresholds: Bool
  let known = KnownNames()
  /// The quantities of a worksheet's cells, in their order; empty where a sheet is of none.
  var cells: [Quantity] = []
  /// How the learning rate may be called.
  let rates: Set<String>

  /// Takes the step, and how its symbols are written.
  ///
  /// - Parameters:
  ///   - hasThresholds: whether the network's biases were given as thresholds.
  ///   - constants: what the numbers of the update are called, which are no answers.
  package init(
    _ derivation: Derivation, names: QuantityNames, hasThresholds: Bool = false,
    constants: Set<String> = []
  ) {
    self.derivation = derivation
    self.hasThresholds = hasThresholds
    self.names = names
    plan = NetworkPlan(derivation.trace.network)
    parser = NameParser(labels: Set(plan.labels))
    let own = constants.flatMap { [$0, Spelling.plain($0)] }
    rates = Set((own + [derivation.notation.learningRate, "η", "lr"]).map(QuantityNames.plain))
  }

  var trace: Trace { derivation.trace }

  /// What a sheet says, one reading a student.
  ///
  /// - Parameter cells: what the numbered cells of the worksheet are of that a sheet says it is, in their
  ///   order; empty where it says none.
  package func readings(of sheet: SheetText, cells: [Quantity] = []) -> [SheetReading] {
    var own = self
    own.cells = cells
    return own.readings(of: sheet)
  }

  func readings(of sheet: SheetText) -> [SheetReading] {
    var readings = sheet.students.map { SheetReading(student: $0.text) }
    var entries = self.entries(of: sheet, &readings)
    entries.acceptDecimalCommas()
    for student in readings.indices {
      var own = entries.filter { $0.student == student }
      read(&own, into: &readings[student])
    }
    return readings
  }

  /// Whether a text is a name that could be of anything here.
  func isName(_ text: String) -> Bool {
    known.isName(text) {
      own(text) != nil || parser.name(text) != nil || rates.contains(QuantityNames.plain(text))
    }
  }

  /// Whether a name is that of a weight or bias.
  func isParameter(_ text: String) -> Bool {
    if let own = names.own(text) { return own.isParameter }
    return [.weight, .bias].contains(parser.symbol(text)?.kind)
  }

  /// Whether a name says by itself of what kind of quantity it is, whatever words stand before it.
  func saysItself(_ text: String) -> Bool {
    if let own = names.own(text), !own.isParameter,
      text.count > 1 || !text.utf8.allSatisfy({ $0 < 0x80 })
    {
      return true
    }
    guard let name = parser.symbol(text) else { return false }
    switch name.kind {
    case .weight, .bias: return name.role != .plain && name.role != .old
    case .net, .output, .delta, .error, .slope:
      return !name.indices.isEmpty || name.letter.count > 1
    case .loss: return true
    case .rate: return true
    case .input, .target: return name.letter.count == 1
    case .node, .anyError: return false
    }
  }

  // MARK: Entries

  func entries(of sheet: SheetText, _ readings: inout [SheetReading]) -> [Entry] {
    var entries: [Entry] = []
    var plain: [(number: Int, text: String)] = []
    var context = Heading()
    for row in sheet.rows {
      let line = sheet.position(of: row.name.offset).line
      if row.isPlain {
        plain.append((line, sheet.line(at: row.name.offset)))
        continue
      }
      entries += self.entries(of: LineReader.lines(plain), &context, &readings)
      plain = []
      entries += self.entries(ofTable: row, line, in: sheet, context, &readings)
    }
    return entries + self.entries(of: LineReader.lines(plain), &context, &readings)
  }

  func entries(
    ofTable row: SheetText.Row, _ line: Int, in sheet: SheetText, _ context: Heading,
    _ readings: inout [SheetReading]
  ) -> [Entry] {
    let pairs = row.isMisfit ? pairs(row.unknown, line, in: sheet) : nil
    for n in readings.indices where pairs == nil {
      readings[n].unread += row.unknown.prefix(row.isMisfit ? 1 : .max).map {
        unread($0, of: row, in: sheet)
      }
    }
    var entries = row.entries.map { student, text, old, role in
      var own = entry(row.name.text, text.text, line: line, student, role)
      let place = sheet.position(of: text.offset)
      (own.old, own.line, own.column) = (old, place.line, place.column)
      return own
    }
    entries += pairs ?? []
    if !row.cells.isEmpty { entries += self.entries(of: row, line, in: sheet, &readings) }
    if let step = context.step, !isMarked(step) {
      for entry in entries where entry.value.isNumeric {
        readings[entry.student].unread.append(
          UnreadLine(
            line: entry.line, column: entry.column, text: entry.text, reason: .ofStep(step.number)))
      }
      return []
    }
    for n in entries.indices { entries[n].heading = context }
    return entries
  }

  /// A cell that is not read, or a row that has another number of cells than its heading.
  func unread(
    _ cell: PlacedText, of row: SheetText.Row, in sheet: SheetText
  ) -> UnreadLine {
    let place = sheet.position(of: cell.offset)
    return UnreadLine(
      line: place.line, column: place.column,
      text: row.isMisfit
        ? row.unknown.map(\.text).joined(separator: " | ")
        : "\(row.name.text) | \(cell.text)",
      reason: row.isMisfit ? .otherCellCount : .unknownColumn)
  }

  func entry(
    _ name: String, _ value: String, line: Int, _ student: Int, _ role: Name.Role?
  ) -> Entry {
    var spelling = Spelling.plain(name)
    if !isName(name), let sign = spelling.firstIndex(where: { "=(".contains($0) }) {
      // A formula beside the name: E = (t − y)².
      let before = String(spelling[..<sign]).trimmed
      if isName(before) { spelling = before }
    }
    let own = self.own(name) ?? self.own(spelling)
    var working = Spelling.plain(value).split { "=≈".contains($0) }.map { String($0).trimmed }
    let number = WrittenValue(working.popLast() ?? "")
    return Entry(
      line: line, text: "\(name) = \(value)", part: "\(name) = \(value)", student: student,
      names: [name], name: parser.name(spelling), own: own, working: working,
      value: number, written: value, texts: number.numbers, role: role, isOfTable: true)
  }

  /// What a name means by itself. Numbers of weights are left to the sheet's own way of counting, unless
  /// the name is none that people write.
  func own(_ name: String) -> OwnName? {
    let spelt = Spelling.plain(name)
    let isOthers = parser.name(spelt) == nil
    let words = isOthers ? NameParser.words(of: spelt) : []
    if words.count == 2, case .role(let role) = Words.meaning(of: [words[0].lowercased()]),
      let own = names.own(words[1])?.with(role), trace.block(of: own) != nil
    {
      return OwnName(quantity: own)
    }
    if isOthers, let own = ownWithRole(spelt) { return OwnName(quantity: own) }
    return names.own(name, counted: isOthers).map {
      OwnName(quantity: $0, isID: names.isID(name))
    }
  }
}

extension SheetReader {
  /// A letter of the network's own notation with what is said behind it: γ_1'.
  private func ownWithRole(_ text: String) -> Quantity? {
    let text = text.trimmed
    guard text.utf8.count < 24 else { return nil }
    for (word, role, isBefore) in Vocabulary.roles where !isBefore && text.hasSuffix(word) {
      if let own = names.own(String(text.dropLast(word.count)))?.with(role), own.isParameter,
        trace.block(of: own) != nil
      {
        return own
      }
    }
    return nil
  }
}

extension [Entry] {
  /// Commas as decimal points, where nothing else on the sheet has a point, or where the number
  /// begins with 0.
  mutating func acceptDecimalCommas() {
    let hasPoint = contains { $0.numbers.contains { $0.contains(".") } }
    for n in indices {
      self[n].value = self[n].value.mapped { text in
        guard (try? WrittenNumber(text)) == nil else { return text }
        let digits = text.drop { "+-".contains($0) }
        guard !hasPoint || digits.hasPrefix("0,") else { return text }
        let pointed = text.split(separator: ",", omittingEmptySubsequences: false)
          .joined(separator: ".")
        return (try? WrittenNumber(pointed)) == nil ? text : pointed
      }
    }
  }
}

extension WrittenValue {
  /// The same with every number in another spelling.
  func mapped(_ spell: (String) -> String) -> WrittenValue {
    switch self {
    case .number(let text): .number(spell(text))
    case .list(let texts): .list(texts.map(spell))
    case .matrix(let rows): .matrix(rows.map { $0.map(spell) })
    case .blank, .unfinished: self
    }
  }
}
