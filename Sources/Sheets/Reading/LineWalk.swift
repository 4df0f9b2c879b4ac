internal import Phrases
internal import Texts

/// Goes through the lines of a sheet, and makes entries of them with what the headings above them say.
struct LineWalk {
  let reader: SheetReader
  let parts: PartReader
  /// What the headings above say.
  var context: Heading
  private(set) var entries: [Entry] = []
  private(set) var unread: [UnreadLine] = []
  /// "h1: net = 0.38" goes on in the lines below that stand further in.
  private var hanging: (place: [Name.Index], indent: Int)?
  private var isTooFarDown = false
  /// Where the entries of names stand that are far down on a sheet.
  private var places: [String: Int] = [:]

  init(_ reader: SheetReader, below context: Heading) {
    self.reader = reader
    self.context = context
    parts = PartReader(
      isName: reader.isName, saysItself: reader.saysItself, isParameter: reader.isParameter)
  }

  mutating func add(_ line: LineReader.Line) {
    if line.isQuick { return addQuickly(line) }
    if line.indent == 0, context.step == nil, line.plain.hasOneSign,
      let entry = reader.quickEntry(line, context)
    {
      entries.append(entry)
      hanging = nil
      return
    }
    let (heading, text) = reader.heading(before: line.plain)
    let parts = self.parts.parts(of: text)
    guard isOfStep(line, heading, hasParts: !parts.isEmpty) else { return }
    if !parts.isEmpty, !line.plain.holdsNumber,
      case let update = Heading(line.plain, reader.parser), update.isUpdate
    {
      // "Update: w ← w − η·∂E/∂w"
      context.follow(update)
    }
    if line.plain.hasSuffix(":"), case let own = Heading(line.plain.firstWords, reader.parser),
      !own.place.isEmpty
    {
      // "Hidden layer, with tanh'(z) = 1 - a^2:"
      follow(own, line.plain)
    }
    if parts.isEmpty {
      addWithoutSigns(line, text)
    } else {
      add(parts.map { $0.of(heading?.parameter) }, line, below: heading)
    }
  }

  /// A line far down: of very many the last one of a name counts, and nobody is told of the others.
  private mutating func addQuickly(_ line: LineReader.Line) {
    if let entry = reader.quickEntry(line, context) {
      let name = entry.names[0]
      if let place = places[name] { entries[place] = entry } else { entries.append(entry) }
      places[name] = places[name] ?? entries.count - 1
    } else if line.holdsAnswer, !isTooFarDown {
      isTooFarDown = true
      unread.append(line.unread(.tooFarDown(LineReader.mostInFull)))
    }
  }

  /// Whether a line is about the step that is marked; else what might be an answer on it is listed.
  private mutating func isOfStep(
    _ line: LineReader.Line, _ heading: Heading?, hasParts: Bool
  ) -> Bool {
    let told = heading?.step ?? Heading.Step(line.plain)
    if let step = told, heading?.step != nil || !hasParts || step.number < 0 {
      guard step.number >= 0 else {
        if line.holdsAnswer { unread.append(line.unread(.overEpochs)) }
        return false
      }
      context.step = step
    }
    guard let step = context.step, !reader.isMarked(step) else { return true }
    if hasParts ? line.plain.contains(where: \.isASCIIDigit) : line.holdsAnswer {
      unread.append(line.unread(.ofStep(step.number)))
    }
    return false
  }

  /// A line on which no sign stands before a value: a worksheet's cell, names beside numbers, a heading.
  private mutating func addWithoutSigns(_ line: LineReader.Line, _ text: String) {
    let own = reader.cell(line).map { [$0] } ?? reader.pairs(line, text, context)
    if let own = own ?? (total(line) ?? reader.pair(line, context)).map({ [$0] }) {
      entries += own
      return
    }
    var heading = line
    if let before = line.plain.beforeRemark, !reader.isTelling(line.plain.dropFirst(before.count)) {
      heading.plain = before
    }
    if heading.holdsAnswer {
      unread.append(line.unread(.noAnswerInLine))
    } else if heading.isShort {
      follow(Heading(heading.plain, reader.parser), heading.plain)
    }
  }

  /// Another heading; one like "and of the hidden weights:" goes on with what the last one says.
  private mutating func follow(_ heading: Heading, _ text: String) {
    let role = context.role
    context.follow(heading)
    if context.role == nil, text.goesOn { context.role = role }
  }

  /// "total 0.2984" below the outputs' errors.
  private func total(_ line: LineReader.Line) -> Entry? {
    guard let last = entries.last, let (words, number) = line.plain.wordsThenNumber else {
      return nil
    }
    var entry = reader.entry(Part(names: [words], value: number), line, context)
    let hadName = entry.name != nil
    entry.readTotal(below: last)
    return entry.name == nil || hadName ? nil : entry
  }

  private mutating func add(
    _ parts: [Part], _ line: LineReader.Line, below heading: Heading?
  ) {
    var here = context
    if let heading {
      here.add(heading)
      hanging = heading.place.isEmpty ? nil : (heading.place, line.indent)
    } else if let above = hanging, line.indent > above.indent {
      here.place = above.place
    } else {
      hanging = nil
    }
    var isBehindUnknown = false
    let outer = here.place
    let isAfter = line.plain.isAfterUpdate
    for part in parts {
      var entry = reader.entry(part, line, here)
      if isAfter { entry.name?.followUpdate() }
      if let kind = heading?.kind { entry.take(kind) }
      here.place = outer.isEmpty ? entry.name?.neuron ?? here.place : outer
      if let last = entries.last { entry.readTotal(below: last) }
      entry.isBehindUnknown = isBehindUnknown
      if entry.name == nil, entry.own == nil { isBehindUnknown = true }
      let twins = reader.twins(of: entry, part)
      entries += twins.map { reader.entry($0, line, here) }
      if !twins.isEmpty { entry.working = [] }
      entries.append(entry)
      if parts.count > 1, entry.isCalledNew { here.role = .new }
    }
  }
}
