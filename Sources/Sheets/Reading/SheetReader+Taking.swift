internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

// Takes entries into a reading, in the order of the sheet: what is given is compared with the network,
// what is bare is new or old, what is not understood is listed.

extension SheetReader {
  func take(_ entries: [Entry], into reading: inout SheetReading) {
    var hasNew = false
    var last: Quantity?
    for (n, entry) in entries.enumerated() {
      guard let targets = entry.targets else {
        list(entry, isLed: leads(n, entries), into: &reading)
        continue
      }
      if entry.value == .unfinished, !entry.isOfTable {
        // A definition has no number; a sum that is worked out below leads to one.
        let hasNumber = entry.written.contains(where: \.isASCIIDigit)
        if !hasNumber && entry.written.isFormula || leads(n, entries) { continue }
      }
      if entry.isBareParameter {
        take(bare: entry, targets, &last, into: &reading)
        continue
      }
      if takeOld(entry, into: &reading) { continue }
      for (n, target) in targets.enumerated() {
        if case .parameter(.new, _) = target.quantity { hasNew = true }
        let quantity = hasNew ? target.quantity.ifAfter(trace) : target.quantity
        take(entry, n, Target(quantity: quantity, isTurned: target.isTurned), into: &reading)
      }
    }
  }

  /// Whether an unfinished line leads to a number in the next one of the same name.
  private func leads(_ n: Int, _ entries: [Entry]) -> Bool {
    guard entries.indices.contains(n + 1) else { return false }
    return entries[n].value == .unfinished && entries[n + 1].names == entries[n].names
  }

  private func take(
    _ entry: Entry, _ n: Int, _ target: Target, into reading: inout SheetReading
  ) {
    let name = entry.names.last ?? ""
    let number = n < entry.numbers.count ? entry.numbers[n] : entry.written
    if target.quantity.isGiven { return compare(entry, number, target.quantity, into: &reading) }
    if n == 0 { checkWorking(of: entry, number, into: &reading) }
    var answer = Answer(name: name, text: number, line: entry.line)
    answer.text = n < entry.texts.count ? entry.texts[n] : entry.written
    answer.column = entry.column
    answer.isTurned = target.isTurned
    if target.isTurned {
      answer.number?.turn()
      reading.add(.derivativeSign, .derivativeSign(name.excerpt))
    }
    let before = reading.answers.updateValue(answer, forKey: target.quantity)
    guard let before, before.number?.value != answer.number?.value else { return }
    reading.add(
      .writtenTwice,
      .writtenTwice(
        derivation.symbols.symbol(for: target.quantity), first: before.text.excerpt,
        last: answer.text.excerpt))
  }

  /// Says where a line's own working does not come to its number: by more than a hundredth, and more
  /// than two units of the last digit, as people go on with more digits than they write.
  private func checkWorking(of entry: Entry, _ text: String, into reading: inout SheetReading) {
    guard case .number = entry.value, let last = entry.working.last,
      last.contains(where: { "+-*/".contains($0) }), let value = Arithmetic.value(of: last),
      let number = try? WrittenNumber(text)
    else { return }
    let gap = (number.value - value).magnitude
    guard gap > value.magnitude / 100, gap > 4 * (number.halfUnit ?? 0.5) else { return }
    reading.add(
      .workingDisagrees,
      .workingDisagrees(
        entry.line, last.excerpt, NumberFormat.significant(6).text(value), written: text.excerpt))
  }

  /// The old value before an arrow, of E, net and out that before the update.
  private func takeOld(_ entry: Entry, into reading: inout SheetReading) -> Bool {
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

  // MARK: What is given

  private func compare(
    _ entry: Entry, _ text: String, _ quantity: Quantity, into reading: inout SheetReading
  ) {
    guard let number = try? WrittenNumber(text), let own = trace[quantity],
      !agrees(number, own), reading.answers.isEmpty
    else { return }
    reading.add(
      .givenDiffers,
      .givenDiffers(
        derivation.symbols.symbol(for: quantity), written: text.excerpt,
        own: NumberFormat.significant(6).text(own)))
  }

  /// A weight or bias of which nothing is said: given where it has the old value, new where its working
  /// or its number says so.
  private func take(
    bare entry: Entry, _ targets: [Target], _ last: inout Quantity?,
    into reading: inout SheetReading
  ) {
    for (n, (text, target)) in zip(entry.numbers, targets).enumerated() {
      guard case .parameter(_, let parameter) = target.quantity,
        let number = try? WrittenNumber(text)
      else { continue }
      let (old, new) = (Quantity.parameter(.value, parameter), Quantity.parameter(.new, parameter))
      if entry.old != nil || entry.working.contains(where: \.changes) {
        take(entry, n, Target(quantity: new), into: &reading)
      } else if agrees(number, trace[old] ?? .nan) {
        continue
      } else if let exact = trace[new], agrees(number, exact) {
        take(entry, n, Target(quantity: new), into: &reading)
        reading.add(.readAsNew, .readAsNew(derivation.symbols.symbol(for: old)))
      } else {
        let symbol = derivation.symbols.symbol(for: old)
        reading.unread.append(
          UnreadLine(
            line: entry.line, column: entry.column, text: entry.text,
            reason: .bareParameter(
              symbol, NumberFormat.significant(6).text(trace[old] ?? .nan)),
            suggestion: .writeNew(derivation.symbols.symbol(for: new))))
      }
    }
  }

  // MARK: What is not understood

  private func list(_ entry: Entry, isLed: Bool, into reading: inout SheetReading) {
    let name = entry.names.last ?? ""
    if isLed || rates.contains(QuantityNames.plain(name))
      || entry.name.map({ [.input, .target, .rate].contains($0.kind) }) ?? false
    {
      return
    }
    guard ([entry.written] + entry.working).contains(where: { $0.contains(where: \.isASCIIDigit) })
    else { return }
    let reason: Phrase =
      entry.name == nil
      ? .unknownName(name.excerpt) : entry.value.isNumeric ? .unclearName(name.excerpt) : .noNumber
    reading.unread.append(
      UnreadLine(
        line: entry.line, column: entry.column, text: entry.text, reason: reason,
        // Nobody reads more of them, and each takes its time.
        suggestion: reading.unread.count < 20
          ? names.nearest(to: name).map { Phrase(verbatim: $0) } : nil))
  }
}

extension Entry {
  /// Whether it is a weight or bias of which nothing is said.
  fileprivate var isBareParameter: Bool {
    guard let name, name.kind == .weight || name.kind == .bias else { return false }
    return name.role == .plain && value.isNumeric
  }
}

extension String {
  /// Whether it is worked out from other names: -∂E/∂net, w*x + b.
  fileprivate var isFormula: Bool { contains { "∂Σ∑*/+-()".contains($0) } }

  /// Whether a change is taken off or added: 0.4 − 0.5·0.08.
  fileprivate var changes: Bool {
    let text = drop { "+-".contains($0) || $0.isWhitespace }
    return text.contains("-") || text.contains("+")
  }
}

extension SheetReading {
  /// Remarks on something once.
  fileprivate mutating func add(_ code: ReadingRemark.Code, _ sentence: Phrase) {
    let isKnown =
      code == .derivativeSign && remarks.contains { $0.code == code }
      || remarks.contains(ReadingRemark(code, sentence))
    if !isKnown { remarks.append(ReadingRemark(code, sentence)) }
  }
}

extension Quantity {
  /// Whether it is given, and so is copied rather than worked out.
  fileprivate var isGiven: Bool {
    switch self {
    case .input, .target, .parameter(.value, _): true
    case .parameter, .product, .sum, .net, .output, .outputLoss, .loss, .back, .error, .slope,
      .jacobian, .delta:
      false
    }
  }

  /// The same with the new parameters, where the step has it: E, out and net below the new weights.
  fileprivate func ifAfter(_ trace: Trace) -> Quantity {
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
