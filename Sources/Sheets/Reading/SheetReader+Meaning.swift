internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

// What each entry is of: by its name, by its working, and by what else stands on the sheet.

extension SheetReader {
  /// Finds out what all entries of one person are of, and takes them into a reading.
  func read(_ entries: inout [Entry], into reading: inout SheetReading) {
    entries = entries.flatMap(singled)
    if !keepPrintedNames(&entries) { leaveOwnNotation(&entries) }
    countModules(&entries)
    let hidden = plan.layers.dropLast().flatMap { $0.map { plan.labels[$0] } }
    let facts = SheetFacts(entries, hidden: Set(hidden))
    let ways: [String: Numbering]
    (entries, ways) = settled(entries, facts, into: &reading)
    learn(&entries)
    leaveGivens(&entries)
    settleDifferentials(&entries, ways, into: &reading)
    take(entries, ways, into: &reading)
  }

  /// Entries with what they are of. Where a and z both stand there and nothing else says so, a is the net
  /// value only if that makes at least two more of their numbers right, and none less.
  private func settled(
    _ entries: [Entry], _ facts: SheetFacts, into reading: inout SheetReading
  ) -> ([Entry], [String: Numbering]) {
    var usual = reading
    let own = settling(entries, facts, into: &usual)
    var swapped = facts
    guard swapped.swapLetters() else {
      reading = usual
      return own
    }
    var other = reading
    let turned = settling(entries, swapped, into: &other)
    let (before, after) = (rightOfLetters(own.0), rightOfLetters(turned.0))
    let isBetter = after.isSuperset(of: before) && after.count > before.count + 1
    reading = isBetter ? other : usual
    return isBetter ? turned : own
  }

  private func settling(
    _ entries: [Entry], _ facts: SheetFacts, into reading: inout SheetReading
  ) -> ([Entry], [String: Numbering]) {
    var entries = entries
    for n in entries.indices { settleKind(of: &entries[n], facts) }
    let ways = numberings(for: entries, into: &reading)
    for n in entries.indices where entries[n].targets == nil {
      entries[n].targets = targets(of: entries[n], ways)
    }
    return (entries, ways)
  }

  /// Where a number of a or z is that of what it is taken for.
  private func rightOfLetters(_ entries: [Entry]) -> Set<[Int]> {
    let own = entries.enumerated().filter { ["a", "A", "z", "Z"].contains($1.name?.letter) }
    let right = rightPlaces(own.map(\.element), own.map(\.element.targets))
    return Set(right.map { [own[$0[0]].offset, $0[1]] })
  }

  /// The parameters of a program's modules, "0.weight" and "2.weight", by the modules that have any.
  private func countModules(_ entries: inout [Entry]) {
    func number(_ entry: Entry) -> Int? {
      guard let name = entry.name, name.letter.hasPrefix("layer.") else { return nil }
      return name.indices.first?.number
    }
    let numbers = Set(entries.compactMap(number)).sorted()
    guard let first = numbers.first, let last = numbers.last, numbers.count == plan.layers.count,
      last - first >= numbers.count
    else { return }
    for n in entries.indices {
      guard let own = number(entries[n]), let place = numbers.firstIndex(of: own) else { continue }
      entries[n].name?.indices[0].text = "\(place)"
    }
  }

  /// On a worksheet on which every cell still has its name, filled in or not, each name is of its cell: few
  /// numbers would not say how its nodes are numbered. Says whether it is one.
  private func keepPrintedNames(_ entries: inout [Entry]) -> Bool {
    guard !cells.isEmpty else { return false }
    let printed = entries.map { entry in
      entry.names.count == 1 ? names.printed(entry.names[0].trimmed) : nil
    }
    let open = Set(cells).subtracting(printed.compactMap(\.self))
    guard open.isEmpty else { return false }
    let asked = Set(cells)
    for (n, quantity) in printed.enumerated() {
      guard let quantity, asked.contains(quantity) else { continue }
      entries[n].own = OwnName(quantity: quantity, isID: true)
      entries[n].targets = [Target(quantity: quantity)]
    }
    return true
  }

  /// A letter with a number that the network's own notation does not have is numbered otherwise; then so
  /// are the others of that letter, whatever they mean in that notation.
  func leaveOwnNotation(_ entries: inout [Entry]) {
    func isNumbered(_ entry: Entry) -> Bool {
      guard let name = entry.name else { return false }
      return name.indices.count == 1 && name.indices[0].isNumberAlone
    }
    // A list is of a layer by its number.
    let others = Set(
      entries.filter { isNumbered($0) && ($0.own == nil || $0.shape != .one) }
        .compactMap(\.name?.group))
    for n in entries.indices where !(entries[n].own?.isID ?? true) && isNumbered(entries[n]) {
      if let group = entries[n].name?.group, others.contains(group) { entries[n].own = nil }
    }
  }

  /// Old values below a heading for gradients or changes are given all the same, and what is worked out
  /// from the old value is new.
  func leaveGivens(_ entries: inout [Entry]) {
    for n in entries.indices
    where entries[n].role == nil && [.gradient, .change].contains(entries[n].heading.role)
      && entries[n].takesRoleOfHeading
    {
      let entry = entries[n]
      let targets = (entry.targets ?? []).map { Target(quantity: $0.quantity.asValue) }
      let working = entry.working.last.map { $0.changes ? [$0.firstNumber] : [] }
      guard let texts = entry.working.isEmpty ? entry.numbers : working, !texts.isEmpty else {
        continue
      }
      let isOld = zip(texts, targets).allSatisfy { text, target in
        guard let number = try? WrittenNumber(text) else { return false }
        return trace[target.quantity].map { agrees(number, $0) } ?? false
      }
      guard isOld else { continue }
      entries[n].targets =
        entry.working.isEmpty
        ? targets : targets.map { Target(quantity: $0.quantity.with(.new), says: $0.says) }
    }
  }
}

extension SheetReader {
  /// Entries of one name each: a list for several names is one number for each.
  func singled(_ entry: Entry) -> [Entry] {
    guard entry.names.count > 1 else { return [entry] }
    var own = entry
    let texts = entry.numbers
    guard texts.count == entry.names.count else {
      // Words before the name are no names.
      own.names = [entry.names[entry.names.count - 1]]
      return [own]
    }
    return zip(entry.names, texts).enumerated().map { n, pair in
      let (name, text) = pair
      own.names = [name]
      own.texts = [entry.texts[n]]
      (own.name, own.own) = (parser.name(name), self.own(name))
      own.value = .number(text)
      return own
    }
  }
}
