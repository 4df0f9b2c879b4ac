internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

// Takes entries into a reading, in the order of the sheet: what is given is compared with the network,
// what is bare is new or old, what is not understood is listed.

extension SheetReader {
  func take(
    _ entries: [Entry], _ ways: [String: Numbering], into reading: inout SheetReading
  ) {
    var hasNew = false
    var bare = BareRun()
    for (n, entry) in entries.enumerated() {
      guard let targets = entry.targets, !targets.isEmpty else {
        if !leads(n, entries), !isGiven(entry, ways) { list(entry, into: &reading) }
        continue
      }
      if entry.value == .unfinished, !entry.isOfTable {
        // A definition has no number; a sum that is worked out below leads to one.
        if !entry.written.holdsNumber && entry.written.isFormula || leads(n, entries) { continue }
      }
      if entry.value == .unfinished, !entry.isOfTable, entry.written.isProse { continue }
      if entry.isBareParameter {
        bare.add(entry, targets)
        if n + 1 == entries.count || !entries[n + 1].isBareParameter
          || entries[n + 1].targets == nil
        {
          hasNew = take(&bare, into: &reading) || hasNew
        }
        continue
      }
      if takeOld(entry, into: &reading) { continue }
      for (n, target) in targets.enumerated() {
        if case .parameter(.new, _) = target.quantity { hasNew = true }
        // Written again below the first new weight: after the update.
        let isAgain = hasNew && reading.answers[target.quantity] != nil
        let back = returning(entry, target, reading)
        let quantity = back ?? (isAgain ? target.quantity.ifAfter(trace) : target.quantity)
        if entry.isBehindUnknown, reading.answers[quantity] != nil {
          list(entry, into: &reading)
          break
        }
        take(entry, n, Target(quantity: quantity, says: target.says), into: &reading)
      }
    }
  }

  /// "Sum for h1" is the net value where that does not stand there yet, and what comes back below it.
  private func returning(_ entry: Entry, _ target: Target, _ reading: SheetReading) -> Quantity? {
    guard case .net(let j, .before) = target.quantity, reading.answers[target.quantity] != nil,
      let name = entry.names.last,
      NameParser.words(of: name.lowercased()).contains(where: Words.sums.contains)
        || entry.name?.letter == ""
          && plan.outputs.contains(where: {
            reading.answers[.delta($0)] != nil
          }),
      trace[.error(j)] != nil, plan.layer(of: j) < plan.layers.count - 1
    else { return nil }
    return .error(j)
  }

  /// Whether an unfinished line leads to a number in the next one of the same name.
  func leads(_ n: Int, _ entries: [Entry]) -> Bool {
    guard entries.indices.contains(n + 1) else { return false }
    return entries[n].value == .unfinished && entries[n + 1].names == entries[n].names
  }

  func take(
    _ entry: Entry, _ n: Int, _ target: Target, into reading: inout SheetReading
  ) {
    let name = entry.names.last ?? ""
    let number = n < entry.numbers.count ? entry.numbers[n] : entry.written
    if target.quantity.isGiven { return compare(entry, number, target, into: &reading) }
    if entry.name?.end == .sender { return restate(entry, number, target, into: &reading) }
    if n == 0, remarkOnOtherLoss(entry, target, into: &reading) { return }
    if n == 0 { checkWorking(of: entry, number, into: &reading) }
    var answer = Answer(name: name, text: number, line: entry.line)
    answer.text = n < entry.texts.count ? entry.texts[n] : entry.written
    answer.column = entry.column
    answer.says = target.says
    if target.says.isTurned(in: trace.convention) {
      reading.add(
        .derivativeSign,
        target.says == .threshold ? .thresholdSign(name.excerpt) : .derivativeSign(name.excerpt))
    }
    let before = reading.answers[target.quantity]
    // A formula is no answer where there is a number.
    if entry.value == .unfinished, before?.number != nil { return }
    reading.answers[target.quantity] = answer
    guard let before, let first = before.number, first.value != answer.number?.value else { return }
    reading.add(
      .writtenTwice,
      .writtenTwice(
        derivation.symbols.symbol(for: target.quantity), first: before.text.excerpt,
        last: answer.text.excerpt))
  }

  /// ∂net/∂w = out repeats an output: it is listed only where it is another number than above, and another
  /// one than is right.
  private func restate(
    _ entry: Entry, _ text: String, _ target: Target, into reading: inout SheetReading
  ) {
    guard let number = try? WrittenNumber(text) else { return }
    let above = reading.answers[target.quantity]?.number?.value
    let known = [above, trace[target.quantity]].compactMap { $0 }
    if !known.contains(where: { agrees(number, $0) }) { list(entry, into: &reading) }
  }

  /// Says where a line's own working does not come to its number.
  func checkWorking(of entry: Entry, _ text: String, into reading: inout SheetReading) {
    guard case .number = entry.value, let last = entry.working.last,
      let value = Arithmetic.result(of: last, unlike: text)
    else { return }
    reading.add(
      .workingDisagrees,
      .workingDisagrees(entry.line, last.excerpt, value, written: text.excerpt))
  }

  /// The old value before an arrow, of E, net and out that before the update.
  func takeOld(_ entry: Entry, into reading: inout SheetReading) -> Bool {
    guard let old = entry.old, let target = entry.targets?.first, entry.targets?.count == 1 else {
      return false
    }
    let after = target.quantity.ifAfter(trace)
    guard after != target.quantity else { return false }
    var before = entry
    (before.value, before.texts, before.written) = (.number(old), [old], old)
    take(before, 0, target, into: &reading)
    take(entry, 0, Target(quantity: after), into: &reading)
    return true
  }
}

extension Entry {
  /// The line, or of a long one the answer by itself.
  var shownText: String { text.count > 90 ? part : text }

  /// Whether it is a weight or bias of which nothing is said.
  var isBareParameter: Bool {
    guard value.isNumeric, role == nil, heading.role != .old, name?.role ?? .plain == .plain,
      let targets, !targets.isEmpty
    else { return false }
    return targets.allSatisfy {
      if case .parameter(.value, _) = $0.quantity { true } else { false }
    }
  }
}

extension String {
  /// Whether a number stands here, and not only digits of names: w1, W[0].
  var holdsNumber: Bool {
    var last: Character = " "
    for character in self {
      if character.isASCIIDigit, !last.isLetter, !last.isASCIIDigit, !"_^[({\\".contains(last) {
        return true
      }
      if character.isASCIIDigit, last == "(" || last == "{" { return true }
      last = last.isLetter && character.isASCIIDigit || "_^".contains(last) ? "a" : character
    }
    return false
  }

  /// Whether it says how many neurons there are: 2-3-1.
  var isShape: Bool {
    let counts = trimmed.split(separator: "-", omittingEmptySubsequences: false)
    return counts.count > 2 && counts.allSatisfy { (1...2).contains($0.count) && Int($0) != nil }
  }

  /// Whether names stand here other than of functions: a formula.
  var namesOthers: Bool {
    split { !$0.isLetter }.contains { !["e", "exp", "ln", "log", "max", "sqrt"].contains($0) }
  }

  /// Whether it is worked out from other names: -∂E/∂net, w*x + b.
  var isFormula: Bool { contains { "∂Σ∑*/+-()".contains($0) } }

  /// The number that it begins with; empty where it begins with something else.
  var firstNumber: String {
    let text = prefix { $0.isASCIIDigit || ".,".contains($0) || "+-".contains($0) && $0 == first }
    return text.contains(".") ? String(text) : text.split(separator: ",").joined(separator: ".")
  }

  /// Whether a change is taken off or added: 0.4 − 0.5·0.08.
  var changes: Bool {
    let text = drop { "+-".contains($0) || $0.isWhitespace }
    return text.contains("-") || text.contains("+")
  }
}

extension SheetReading {
  /// Remarks on something once.
  mutating func add(_ code: ReadingRemark.Code, _ sentence: Phrase) {
    // Nobody reads more of a kind.
    guard counts[code, default: 0] < (code == .derivativeSign ? 1 : 20),
      !remarks.contains(ReadingRemark(code, sentence))
    else { return }
    counts[code, default: 0] += 1
    remarks.append(ReadingRemark(code, sentence))
  }
}

extension Quantity {
  /// Whether it is given, and so is copied rather than worked out.
  var isGiven: Bool {
    switch self {
    case .input, .target, .parameter(.value, _): true
    case .parameter, .product, .sum, .scaledSum, .net, .output, .outputLoss, .loss, .back, .error,
      .slope,
      .jacobian, .delta:
      false
    }
  }

  /// The same with the new parameters, where the step has it: E, out and net below the new weights.
  func ifAfter(_ trace: Trace) -> Quantity {
    let after: Quantity? =
      switch self {
      case .loss(.before): .loss(.after)
      case .net(let j, .before): .net(j, .after)
      case .output(let j, .before): .output(j, .after)
      default: nil
      }
    guard let after, trace[after] != nil else { return self }
    return after
  }
}
