internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

// Bare parameters, which are given or new, and what is not understood.

extension SheetReader {
  // MARK: What is given

  func compare(
    _ entry: Entry, _ text: String, _ target: Target, into reading: inout SheetReading
  ) {
    let quantity = target.quantity
    let sign = target.says.isTurned(in: trace.convention) ? -1.0 : 1
    guard let number = try? WrittenNumber(text), let own = trace[quantity].map({ sign * $0 }),
      reading.answers.isEmpty
    else { return }
    if agrees(number, own) { return reading.agree(quantity) }
    reading.differ(
      quantity, sign * number.value,
      .givenDiffers(
        derivation.symbols.symbol(for: quantity), written: text.excerpt,
        own: NumberFormat.significant(6).text(own)))
  }

  /// Weights and biases of which nothing is said, as far as they follow each other: each is given where it
  /// has the old value, and new where its working, its number or the others say so.
  /// Returns whether any is new.
  func take(_ run: inout BareRun, into reading: inout SheetReading) -> Bool {
    defer { run.numbers = [] }
    for n in run.numbers.indices {
      run.numbers[n].meaning = meaning(run.numbers[n], run, reading)
    }
    let isNew = run.numbers.count { $0.meaning == .new || $0.meaning == .likeNew } >= 2
    var hasNew = false
    for number in run.numbers {
      var meaning = number.meaning
      if isNew, meaning == .unclear || meaning == .given && run.isOnce(number.parameter) {
        meaning = .new
      }
      take(number, as: meaning, into: &reading)
      if meaning == .given { run.restated.insert(number.parameter) }
      hasNew = hasNew || meaning == .new || meaning == .likeNew
    }
    return hasNew
  }

  func meaning(
    _ bare: BareRun.Number, _ run: BareRun, _ reading: SheetReading
  ) -> BareRun.Meaning {
    let old = Quantity.parameter(.value, bare.parameter)
    if bare.entry.old != nil || bare.entry.working.contains(where: \.changes) { return .new }
    let sign = bare.says.isTurned(in: trace.convention) ? -1.0 : 1
    guard let number = bare.number else { return .unclear }
    if agrees(number, sign * (trace[old] ?? .nan)) { return .given }
    if bare.entry.heading.isUpdate || run.restated.contains(bare.parameter) { return .new }
    let change = reading.answers[.parameter(.change, bare.parameter)]?.number?.value
    if let change, let old = trace[old],
      [change, -change].contains(where: { agrees(number, old + $0) })
    {
      // The old value and the change that stands above it.
      return .new
    }
    let exact = trace[.parameter(.new, bare.parameter)]
    return exact.map { agrees(number, sign * $0) } ?? false ? .likeNew : .unclear
  }

  func take(
    _ bare: BareRun.Number, as meaning: BareRun.Meaning, into reading: inout SheetReading
  ) {
    let old = Quantity.parameter(.value, bare.parameter)
    let new = Quantity.parameter(.new, bare.parameter)
    let (entry, symbol) = (bare.entry, derivation.symbols.symbol(for: old))
    switch meaning {
    case .given: return
    case .new where trace.block(of: new) != nil, .likeNew:
      take(entry, bare.place, Target(quantity: new, says: bare.says), into: &reading)
      if meaning == .likeNew { reading.add(.readAsNew, .readAsNew(symbol)) }
    case .unclear where reading.answers.isEmpty && entry.working.isEmpty && bare.number != nil:
      compare(entry, bare.text, Target(quantity: old, says: bare.says), into: &reading)
    case .new, .unclear:
      reading.unread.append(
        UnreadLine(
          line: entry.line, column: entry.column, text: entry.shownText,
          reason: .bareParameter(symbol, NumberFormat.significant(6).text(trace[old] ?? .nan)),
          suggestion: trace.block(of: new) == nil
            ? nil : .writeNew(derivation.symbols.symbol(for: new))))
    }
  }

  // MARK: What is not understood

  /// Whether a name behind other words is that of a given number, which stands there as it is.
  func isGiven(_ entry: Entry, _ ways: [String: Numbering]) -> Bool {
    guard entry.name == nil, case .number(let text) = entry.value,
      let word = NameParser.words(of: entry.names.last ?? "").last,
      let number = try? WrittenNumber(text)
    else { return false }
    if let own = names.own(word), own.isGiven, let value = trace[own] {
      return agrees(number, value)
    }
    guard let name = parser.symbol(word), name.role == .plain,
      let target = targets(name, .one, ways[name.group] ?? usual)?.first, target.quantity.isGiven,
      let own = trace[target.quantity]
    else { return false }
    return agrees(number, own)
  }

  /// Whether the name means anything here under some way of numbering.
  func means(_ entry: Entry) -> Bool {
    guard let name = entry.name else { return false }
    return name.kind == .anyError || entry.shape != .one
      || Numbering.all.contains { targets(name, entry, $0) != nil }
  }

  func list(_ entry: Entry, into reading: inout SheetReading) {
    let name = entry.names.last ?? ""
    if entry.isOfUnknownColumn {
      reading.unread.append(
        UnreadLine(
          line: entry.line, column: entry.column, text: entry.text, reason: .unknownColumn))
      return
    }
    compareRate(entry, into: &reading)
    if rates.contains(QuantityNames.plain(name)) || entry.name?.kind == .rate { return }
    guard ([entry.written] + entry.working).contains(where: \.holdsNumber),
      !entry.written.isShape
    else { return }
    // A definition: a name, and a formula of other names.
    if entry.value == .unfinished, entry.written.namesOthers, !entry.isOfTable { return }
    let reason: Phrase =
      reading.unread.count < 20 && !means(entry) || entry.name == nil
      ? .unknownName(name.excerpt) : entry.value.isNumeric ? .unclearName(name.excerpt) : .noNumber
    reading.unread.append(
      UnreadLine(
        line: entry.line, column: entry.column, text: entry.shownText, reason: reason,
        // Nobody reads more of them, and each takes its time.
        suggestion: reading.unread.count < 20
          ? names.nearest(to: name).map { Phrase(verbatim: $0) } : nil))
  }
}
