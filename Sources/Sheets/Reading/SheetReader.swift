public import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// Reads the answers of sheets about one training step, as people write them.
///
/// Bytes become lines, lines parts, parts entries with a name and a value. The sheet as a whole then
/// tells how it numbers what; only with that an entry is of a quantity. What is not understood is
/// listed, and keeps nothing else from being read.
public struct SheetReader {
  let derivation: Derivation
  let names: QuantityNames
  let plan: NetworkPlan
  let parser: NameParser
  /// How the learning rate may be called.
  let rates: Set<String>

  /// Takes the step, and how its symbols are written.
  public init(_ derivation: Derivation, names: QuantityNames) {
    self.derivation = derivation
    self.names = names
    plan = NetworkPlan(derivation.trace.network)
    parser = NameParser(labels: Set(plan.labels))
    rates = Set([derivation.notation.learningRate, "η", "lr"].map(QuantityNames.plain))
  }

  var trace: Trace { derivation.trace }

  /// What a sheet says, one reading a student.
  public func readings(of sheet: SheetText) -> [SheetReading] {
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
    names.own(text) != nil || parser.name(text) != nil || rates.contains(QuantityNames.plain(text))
  }

  // MARK: Entries

  private func entries(of sheet: SheetText, _ readings: inout [SheetReading]) -> [Entry] {
    var entries: [Entry] = []
    var plain: [(number: Int, text: String)] = []
    for row in sheet.rows {
      let line = sheet.position(of: row.name.offset).line
      if row.isPlain {
        plain.append((line, sheet.line(at: row.name.offset)))
        continue
      }
      entries += row.entries.map { student, text, old, role in
        var own = entry(row.name.text, text.text, line: line, student, role)
        let place = sheet.position(of: text.offset)
        (own.old, own.line, own.column) = (old, place.line, place.column)
        return own
      }
    }
    return entries + self.entries(of: LineReader.lines(plain), &readings)
  }

  private func entry(
    _ name: String, _ value: String, line: Int, _ student: Int, _ role: Name.Role?
  ) -> Entry {
    let spelling = Spelling.plain(name)
    let number = WrittenValue(Spelling.plain(value))
    return Entry(
      line: line, text: "\(name) = \(value)", part: "\(name) = \(value)", student: student,
      names: [name], name: parser.name(spelling), own: own(name), working: [],
      value: number, written: value, texts: number.numbers, role: role, isOfTable: true)
  }

  /// What a name means by itself. Numbers of weights are left to the sheet's own way of counting, unless
  /// the name is none that people write.
  func own(_ name: String) -> OwnName? {
    let isOthers = parser.name(Spelling.plain(name)) == nil
    return names.own(name, counted: isOthers).map { OwnName(quantity: $0) }
  }

  private func entries(of lines: [LineReader.Line], _ readings: inout [SheetReading]) -> [Entry] {
    let reader = PartReader(isName: isName)
    var entries: [Entry] = []
    var role: Name.Role?
    for line in lines {
      let parts = reader.parts(of: line.plain)
      if parts.isEmpty {
        if let new = heading(line.plain) { role = new }
        if let pair = pair(line) {
          entries.append(pair)
        } else if line.holdsAnswer {
          readings[0].unread.append(
            UnreadLine(
              line: line.number, column: line.column(of: line.text), text: line.text,
              reason: .noAnswerInLine))
        }
        continue
      }
      for part in parts { entries.append(entry(part, line, role)) }
    }
    return entries
  }

  private func entry(_ part: Part, _ line: LineReader.Line, _ role: Name.Role?) -> Entry {
    var (value, working) = (part.value, part.working)
    // A number and its rounding: the more exact is the answer.
    if let before = working.last, before.isPlainNumber, value.isPlainNumber, part.old == nil,
      before.digitCount > value.digitCount
    {
      value = working.removeLast()
    }
    let name = part.names.last ?? ""
    let number = WrittenValue(value)
    return Entry(
      line: line.number, column: line.column(of: value), text: line.text,
      part: ([name] + part.working + [value]).joined(separator: " = "), student: 0,
      names: part.names, name: parser.name(name), own: own(name), working: working, value: number,
      written: value, texts: number.numbers, old: part.old, role: role)
  }

  /// Two columns without a heading: a name, and a number.
  private func pair(_ line: LineReader.Line) -> Entry? {
    let words = line.plain.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count >= 2, let last = words.last, last.isPlainNumber else { return nil }
    let name = words.dropLast().joined(separator: " ")
    guard isName(name) else { return nil }
    return entry(name, last, line: line.number, 0, nil)
  }

  /// What a line that is a heading says of the values below it.
  private func heading(_ line: String) -> Name.Role? {
    let text = line.lowercased()
    let isNew = ["new weights", "updated weights", "更新后", "after update", "neue gewichte"]
      .contains { text.contains($0) }
    return isNew ? .new : nil
  }
}

extension String {
  /// How many digits a number is written with.
  fileprivate var digitCount: Int { filter(\.isASCIIDigit).count }
}

extension LineReader.Line {
  /// Whether a number stands here that might be an answer: one with a point, or behind a sign.
  fileprivate var holdsAnswer: Bool {
    guard plain.contains(where: \.isASCIIDigit) else { return false }
    if plain.contains("=") || plain.contains("≈") { return true }
    let characters = Array(plain)
    return characters.indices.contains { n in
      n > 0 && n + 1 < characters.count && characters[n + 1].isASCIIDigit
        && (characters[n] == "." && characters[n - 1].isASCIIDigit
          || characters[n] == "," && characters[n - 1] == "0")
    }
  }
}

extension [Entry] {
  /// Commas as decimal points, where nothing else on the sheet has a point, or where the number
  /// begins with 0.
  fileprivate mutating func acceptDecimalCommas() {
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
