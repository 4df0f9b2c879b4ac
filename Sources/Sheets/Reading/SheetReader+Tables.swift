internal import Phrases
internal import ScalarBackprop
internal import Texts

// Tables whose headings are no words for columns of answers: what a cell is of, its row and its column
// say together.

extension SheetReader {
  /// The answers of a row, cell by cell; a cell with a number that is none is listed.
  func entries(
    of row: SheetText.Row, _ line: Int, in sheet: SheetText, _ readings: inout [SheetReading]
  ) -> [Entry] {
    if let entries = entries(ofGrid: row, line, in: sheet) { return entries }
    if row.cells.allSatisfy({ isName(Spelling.plain($0.heading)) }) {
      // Below names each row is a step, the first one's being that on the sample as given.
      let step = Heading.Step(number: row.rank + 1, isEpoch: false)
      if trace.isBatch || isMarked(step) { return named(row.cells[...], line, in: sheet) }
      list(row, line, of: step, in: &readings)
      return []
    }
    if let entries = entriesOfStep(row, line, in: sheet, &readings) { return entries }
    if let pairs = pairs(row.cells.map(\.text), line, in: sheet) { return pairs }
    if row.cells[0].text.text.isEmpty { return [] }
    let values = row.cells.dropFirst().filter { $0.text.text.isFilled }
    return values.compactMap { heading, cell in
      guard var own = entry(cell.text, below: heading, in: row, line, isOnly: values.count == 1)
      else { return nil }
      let place = sheet.position(of: cell.offset)
      (own.line, own.column) = (place.line, place.column)
      return own
    }
  }

  /// The answers of a row for a step, below names; `nil` where it is none.
  private func entriesOfStep(
    _ row: SheetText.Row, _ line: Int, in sheet: SheetText, _ readings: inout [SheetReading]
  ) -> [Entry]? {
    let others = row.cells.dropFirst()
    guard let step = Heading.Step("\(row.cells[0].heading) \(row.cells[0].text.text)"),
      others.count > 2, others.allSatisfy({ isName(Spelling.plain($0.heading)) })
    else { return nil }
    if isMarked(step) { return named(others, line, in: sheet) }
    list(row, line, of: step, in: &readings)
    return []
  }

  /// Lists a row of another step than the one that is marked.
  private func list(
    _ row: SheetText.Row, _ line: Int, of step: Heading.Step, in readings: inout [SheetReading]
  ) {
    let text = row.cells.map(\.text.text).joined(separator: " ")
    readings[0].unread.append(UnreadLine(line: line, text: text, reason: .ofStep(step.number)))
  }

  /// What a cell is of by its row and its column; `nil` where nothing is to be made of it.
  private func entry(
    _ text: String, below heading: String, in row: SheetText.Row, _ line: Int, isOnly: Bool
  ) -> Entry? {
    let label = row.cells[0].text.unquoted.text
    if let (name, role) = name(label, below: heading, isOnly: isOnly) {
      guard role != .old else { return nil }
      var own = entry(name, text, line: line, 0, role)
      own.old = row.cells.first { self.role(of: $0.heading) == .old }?.text.text
      return own
    }
    if let name = connection(label, heading) {
      return entry(name, text, line: line, 0, nil)
    }
    if let name = slope(at: label, below: heading, in: row) {
      return entry(name, text, line: line, 0, nil)
    }
    if let name = ofEnd(of: label, below: heading) {
      var own = entry("\(label) | \(heading)", text, line: line, 0, nil)
      (own.name, own.own) = (name, nil)
      return own
    }
    guard WrittenValue(Spelling.plain(text).afterLastSign).isNumeric else { return nil }
    var own = entry("\(label) | \(text)", text, line: line, 0, nil)
    (own.text, own.name, own.own) = ("\(label) | \(text)", nil, nil)
    own.isOfUnknownColumn = true
    own.unknown = place(Spelling.plain(label)).map {
      UnknownName(word: "column \(heading)", at: $0)
    }
    return own
  }

  /// Names above their numbers.
  private func named(
    _ cells: ArraySlice<(heading: String, text: PlacedText)>, _ line: Int, in sheet: SheetText
  ) -> [Entry] {
    cells.filter { $0.text.text.isFilled }.map { heading, cell in
      var own = entry(heading, cell.text, line: line, 0, nil)
      let place = sheet.position(of: cell.offset)
      (own.line, own.column) = (place.line, place.column)
      return own
    }
  }

  /// What a cell is called, and what is said of it: "w5" below "new", "h1" below "net", "net" below "h1".
  private func name(
    _ label: String, below heading: String, isOnly: Bool
  ) -> (String, Name.Role?)? {
    var label = label.split(separator: "`").joined()
    if !isName(label), let open = label.firstIndex(of: "("), open != label.startIndex {
      // w1 (x1→h1)
      let before = String(label[..<open]).trimmed
      if isName(before) { label = before }
    }
    let head = bare(heading)
    if isName(label), !isNode(label) || !isKind(head) {
      if !isNode(label), let role = role(of: head) { return (label, role) }
      if isOnly && !isNode(label) || SheetReader.isValue(head) { return (label, nil) }
    }
    if let name = composed(head, at: label) ?? composed(label, at: head) { return (name, nil) }
    if isName(head), let role = role(of: label) { return (head, role) }
    return nil
  }

  /// Names with their numbers behind them, which have nothing to do with the headings: two or more, or
  /// one behind empty cells.
  func pairs(_ all: [PlacedText], _ line: Int, in sheet: SheetText) -> [Entry]? {
    let cells = all.filter { $0.text.isFilled }
    if cells.count == 2, let name = ofFormula(cells[0].text), cells[1].text.isPlainNumber {
      var own = entry(name, cells[1].text, line: line, 0, nil)
      let place = sheet.position(of: cells[1].offset)
      (own.line, own.column) = (place.line, place.column)
      return [own]
    }
    let places = Array(stride(from: 0, to: cells.count - 1, by: 2))
    guard cells.count.isMultiple(of: 2), places.count > 1 || all.first?.text.isEmpty ?? false,
      places.allSatisfy({
        isName(cells[$0].text) && Int(cells[$0].text) == nil && cells[$0 + 1].text.isPlainNumber
      })
    else { return nil }
    return places.map { n in
      var own = entry(cells[n].text, cells[n + 1].text, line: line, 0, nil)
      let place = sheet.position(of: cells[n + 1].offset)
      (own.line, own.column) = (place.line, place.column)
      return own
    }
  }

  /// A cell of a matrix: the weight between the nodes that its row and its column are of.
  private func connection(_ row: String, _ column: String) -> String? {
    guard let j = plan.position(of: row), let i = plan.position(of: column) else { return nil }
    if plan.topology.followers(of: i).contains(j) { return "\(column)→\(row)" }
    return plan.topology.followers(of: j).contains(i) ? "\(row)→\(column)" : nil
  }

  /// "Derivative" beside δ is that of the activation.
  private func slope(at label: String, below heading: String, in row: SheetText.Row) -> String? {
    let words = ["derivative", "ableitung", "derivata", "derivada", "dérivée", "导数", "производная"]
    let hasDelta = row.cells.contains { composable(bare($0.heading))?.kind == .delta }
    return hasDelta && words.contains(heading.lowercased()) ? composed("slope", at: label) : nil
  }

  /// The name before a formula in letters, which stands beside its number: "E = (t - y)^2/2".
  func ofFormula(_ cell: String) -> String? {
    guard let sign = cell.firstIndex(of: "=") else { return nil }
    let name = String(cell[..<sign]).trimmed
    let formula = cell[cell.index(after: sign)...]
    return isName(name) && formula.contains(where: \.isLetter) ? name : nil
  }

  /// In the row of a weight: a quantity of the neuron which it leads to, or what comes in there.
  private func ofEnd(of label: String, below heading: String) -> Name? {
    guard let weight = parser.symbol(Spelling.plain(label)), weight.kind == .weight,
      weight.role == .plain, !weight.indices.isEmpty
    else { return nil }
    let head = Spelling.plain(heading)
    var name: Name
    if let own = parser.symbol(head), own.end == .sender, own.indices.isEmpty {
      name = own
    } else if let own = composable(bare(heading)) {
      name = own
      name.end = .receiver
    } else {
      return nil
    }
    (name.letter, name.indices) = (weight.letter, weight.indices)
    return name
  }

  private func role(of heading: String) -> Name.Role? {
    if let name = parser.symbol(Spelling.plain(heading)),
      name.kind == .weight || name.kind == .bias,
      name.indices.isEmpty, name.role != .plain
    {
      // ∂E/∂w, Δw
      return name.role
    }
    if let role = SheetText.Columns.role(of: heading.lowercased()) { return role }
    return Words.role(of: NameParser.words(of: heading.lowercased())).flatMap {
      $0 == .after ? nil : $0
    }
  }

  private static func isValue(_ heading: String) -> Bool {
    ["value", "answer", "result", "值", "答案", "结果"].contains(heading.lowercased())
  }

  /// A heading without what stands there for any node: "Net input, I_j", "out_j", "净输入Ij".
  private func bare(_ heading: String) -> String {
    var text = Spelling.plain(heading)
    if parser.symbol(text)?.kind == .slope { return text }
    if text.hasSuffix(")"), let open = text.lastIndex(of: "("), text[..<open].hasSuffix(" "),
      composable(String(text[..<open]).trimmed) == nil,
      case let inside = String(text[open...].dropFirst().dropLast()), composable(inside) != nil
    {
      // "Soma (net)"
      return inside
    }
    if let comma = text.firstIndex(where: { ",(=".contains($0) }), comma != text.startIndex {
      text = String(text[..<comma])
    }
    for ending in ["_ij", "_ji", "_{ij}", "_{ji}", "_{j}", "_j", "_k", "_i", " j"]
    where text.hasSuffix(ending) {
      text = String(text.dropLast(ending.count))
    }
    let words = NameParser.words(of: text)
    if words.count > 1, composable(text) == nil, let last = words.last, last.count <= 2,
      case let rest = words.dropLast().joined(separator: " "), composable(rest) != nil
    {
      return rest
    }
    return composable(text) == nil && text.hasSuffix("j")
      && composable(String(text.dropLast())) != nil
      ? String(text.dropLast()) : text.trimmed
  }
}

extension String {
  /// What stands behind the last sign: 0.5 of "0.3 + 0.2 = 0.5".
  fileprivate var afterLastSign: String {
    split { "=≈".contains($0) }.last.map(String.init) ?? self
  }

  /// Whether anything was filled in.
  var isFilled: Bool { !allSatisfy { "_-?…. ".contains($0) } }
}
