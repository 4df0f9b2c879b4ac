internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

// The answers of lines, with what the headings above them say.

extension SheetReader {
  func entries(
    of lines: [LineReader.Line], _ context: inout Heading, _ readings: inout [SheetReading]
  ) -> [Entry] {
    var walk = LineWalk(self, below: context)
    for line in lines { walk.add(line) }
    context = walk.context
    readings[0].unread += walk.unread
    return walk.entries
  }

  /// A line "name = number" far down on a sheet, with an id, a symbol as the tool writes it, or a name that
  /// stood above.
  func quickEntry(_ line: LineReader.Line, _ context: Heading) -> Entry? {
    guard let sign = line.plain.utf8.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    let name = String(line.plain[..<sign]).trimmed
    let value = String(line.plain[line.plain.utf8.index(after: sign)...]).trimmed
    guard known.isKnown(name) || names.isExact(name), (try? WrittenNumber(value)) != nil else {
      return nil
    }
    return entry(Part(names: [name], value: value), line, context)
  }

  /// The heading of a line before its answers, and these: "New weights: w5 = 0.36", "h1: net = 0.38". A
  /// name before the colon is one where another name stands behind it.
  func heading(before line: String) -> (Heading?, String) {
    guard let colon = line.firstIndex(of: ":"),
      !isName(String(line[..<colon]).trimmed) || !line[..<colon].contains("→")
    else {
      let start = line.prefix { !"=≈→".contains($0) }
      return start.count < line.count && Heading.Step(String(start)) != nil
        ? (Heading(String(start), parser), line) : (nil, line)
    }
    let before = String(line[..<colon]).trimmed
    let rest = String(line[line.index(after: colon)...]).trimmed
    guard !before.isEmpty, !before.contains(where: { "=≈→".contains($0) }), !rest.isEmpty else {
      return (nil, line)
    }
    let next = String(rest.prefix { !"=≈→:;,".contains($0) }).trimmed
    let saysRole = Words.role(of: NameParser.words(of: next.lowercased())) != nil
    guard
      !isName(before)
        || next.count < rest.count && !next.isPlainNumber && (isName(next) || saysRole)
        || parser.label(String(rest.prefix { !$0.isWhitespace })) != nil
    else { return (nil, line) }
    var heading = Heading(before, parser)
    if let name = parser.name(before), name.indices.isEmpty, name.role == .plain {
      heading.kind = name.kind
    }
    if let name = parser.symbol(before), name.kind == .weight || name.kind == .bias {
      heading.parameter = before
    }
    return (heading, rest)
  }

  /// Whether a heading's step is the one that is marked.
  func isMarked(_ step: Heading.Step) -> Bool {
    let state = derivation.state
    return step.number == (step.isEpoch ? state?.epoch : state?.step) ?? 1
  }

  func entry(_ part: Part, _ line: LineReader.Line, _ heading: Heading) -> Entry {
    var (value, working) = (part.value, part.working)
    // A number and its rounding: the more exact is the answer.
    if let before = working.last, before.isPlainNumber, !before.contains("/"),
      value.isPlainNumber, part.old == nil,
      before.digitCount > value.digitCount
    {
      value = working.removeLast()
    }
    let name = part.names.last ?? ""
    let meaning = known.meaning(of: name) { (parser.name(name), own(name)) }
    let number = WrittenValue(value)
    let isNew =
      (part.isAssigned || part.old != nil) && number.isNumeric && meaning.name?.role == .plain
      && [.weight, .bias].contains(meaning.name?.kind)
    return Entry(
      line: line.number, column: line.column(of: value), text: line.text,
      part: ([name] + part.working + [value]).joined(separator: " = "), student: 0,
      names: part.names, name: meaning.name, own: meaning.own, working: working, value: number,
      written: value, texts: number.numbers, old: part.old, role: isNew ? .new : nil,
      heading: heading)
  }

  /// The other names that share a number: Δv21 = Δv22 = 0.
  func twins(of entry: Entry, _ part: Part) -> [Part] {
    guard let name = entry.name, !name.indices.isEmpty, !part.working.isEmpty else { return [] }
    let others = part.working.map { parser.symbol($0) }
    let isShared = others.allSatisfy { other in
      guard let other, other.role == name.role, other.indices != name.indices else { return false }
      let isParameter = [Name.Kind.weight, .bias].contains(name.kind) && name.role != .plain
      return isParameter && [.weight, .bias].contains(other.kind)
        || other.kind == name.kind && other.letter == name.letter
          && other.indices.count == name.indices.count
    }
    return isShared ? part.working.map { Part(names: [$0], value: part.value) } : []
  }

  /// The answer of a cell of the worksheet that the sheet's `network:` line names.
  func cell(_ line: LineReader.Line) -> Entry? {
    guard let (number, value) = line.cell, cells.indices.contains(number - 1) else { return nil }
    let id = derivation.symbols.id(of: cells[number - 1])
    return entry(Part(names: [id], value: value), line, Heading())
  }

  /// Names with a number behind each, and nothing but tabs, commas or blanks between.
  func pairs(_ line: LineReader.Line, _ text: String, _ heading: Heading) -> [Entry]? {
    let separators: [(Character) -> Bool] = [{ $0 == "\t" }, { $0 == "," }, { $0.isWhitespace }]
    for isSeparator in separators where text.contains(where: isSeparator) {
      let cells = text.split(whereSeparator: isSeparator).map { String($0).trimmed }
      if let pairs = pairs(cells.filter { !$0.isEmpty }, line, heading) { return pairs }
    }
    return nil
  }

  private func pairs(
    _ cells: [String], _ line: LineReader.Line, _ heading: Heading, atLeast least: Int = 2
  ) -> [Entry]? {
    if cells.count > 2, !cells.count.isMultiple(of: 2), parser.label(cells[0]) != nil {
      // h1 net 0.3775 out 0.5933
      var own = heading
      own.place = [Name.Index(text: parser.label(cells[0]) ?? "")]
      let rest = Array(cells.dropFirst())
      let isOfKinds = stride(from: 0, to: rest.count, by: 2).allSatisfy {
        parser.name(rest[$0])?.indices.isEmpty ?? false
      }
      return isOfKinds ? pairs(rest, line, own, atLeast: 1) : nil
    }
    let places = Array(stride(from: 0, to: cells.count - 1, by: 2))
    guard places.count >= least, cells.count.isMultiple(of: 2),
      places.allSatisfy({ isName(cells[$0]) && cells[$0 + 1].isPlainNumber })
    else { return nil }
    return places.map { entry(Part(names: [cells[$0]], value: cells[$0 + 1]), line, heading) }
  }

  /// Two columns without a heading: a name, and a number.
  func pair(_ line: LineReader.Line, _ heading: Heading) -> Entry? {
    let separators: [(Character) -> Bool] = [
      { $0 == "\t" }, { $0 == ";" }, { $0 == "," }, { $0.isWhitespace },
    ]
    for isSeparator in separators {
      guard let place = line.plain.lastIndex(where: isSeparator) else { continue }
      let value = String(line.plain[line.plain.index(after: place)...]).trimmed
      let name = String(line.plain[..<place]).trimmed
      guard value.isPlainNumber, !name.isEmpty, let name = isName(name) ? name : ofFormula(name)
      else { continue }
      return entry(Part(names: [name], value: value), line, heading)
    }
    return nil
  }
}

extension String {
  /// How many digits a number is written with.
  var digitCount: Int { filter(\.isASCIIDigit).count }
}
