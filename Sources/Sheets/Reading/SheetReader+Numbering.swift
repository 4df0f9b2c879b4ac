internal import Derivations
internal import Phrases
internal import ScalarBackprop

// How the sheet numbers what: one way for each letter. It has to fit all entries of the letter; then
// what the sheet says of old values decides; then, only if the other way makes at least two more
// answers right and none less, the numbers.

extension SheetReader {
  /// The way of each letter; a letter that fits none, or more than one, is left out.
  func numberings(
    for entries: [Entry], into reading: inout SheetReading
  ) -> [String: Numbering] {
    var groups: [String: [Entry]] = [:]
    for entry in entries where entry.targets == nil {
      guard let name = entry.name, entry.value.isNumeric else { continue }
      groups[name.group, default: []].append(entry)
    }
    var ways: [String: Numbering] = [:]
    for (group, entries) in groups {
      guard let way = numbering(for: entries) else { continue }
      ways[group] = way
      remark(on: way, entries, into: &reading)
    }
    return ways
  }

  /// Entries that are looked at to find the numbering.
  private static let most = 400

  private func numbering(for entries: [Entry]) -> Numbering? {
    let entries = Array(entries.prefix(SheetReader.most))
    var candidates: [(way: Numbering, meaning: [[Target]?], score: Int)] = []
    for way in [usual] + Numbering.all {
      let meaning = entries.map { entry in
        entry.name.flatMap { targets($0, entry.shape, way) }
      }
      guard !candidates.contains(where: { $0.meaning == meaning }) else { continue }
      candidates.append((way, meaning, meaning.count { $0 != nil }))
    }
    let most = candidates.map(\.score).max() ?? 0
    guard most > 0 else { return nil }
    var fitting = candidates.filter { $0.score == most }
    if fitting.count > 1 {
      let counts = fitting.map { evidence(entries, $0.meaning) }
      let best = counts.max() ?? 0
      fitting = zip(fitting, counts).filter { $0.1 == best }.map(\.0)
    }
    guard fitting.count > 1 else { return fitting[0].way }
    return decided(by: entries, fitting.map { ($0.way, $0.meaning) })
  }

  /// How many old values on the sheet are those of the network under a meaning, less those that are
  /// not.
  private func evidence(_ entries: [Entry], _ meaning: [[Target]?]) -> Int {
    var sum = 0
    for (entry, targets) in zip(entries, meaning) {
      guard let targets else { continue }
      let isOld = entry.name?.role == .old || entry.name?.role == .plain
      let texts = entry.old.map { [$0] } ?? (isOld ? entry.numbers : [])
      for (text, target) in zip(texts, targets) {
        guard case .parameter(_, let parameter) = target.quantity,
          let number = try? WrittenNumber(text)
        else { continue }
        let isSame = agrees(number, trace[.parameter(.value, parameter)] ?? .nan)
        sum += isSame ? 1 : entry.old == nil ? 0 : -1
      }
    }
    return sum
  }

  /// The notation's own way, or another one that makes at least two more answers right and none less;
  /// `nil` where layers or nodes may be counted from two bases.
  private func decided(
    by entries: [Entry], _ fitting: [(way: Numbering, meaning: [[Target]?])]
  ) -> Numbering? {
    let right = fitting.map { rightPlaces(entries, $0.meaning) }
    for (n, own) in right.enumerated()
    where right.indices.allSatisfy({
      $0 == n || own.isSuperset(of: right[$0]) && own.count >= right[$0].count + 2
    }) {
      return fitting[n].way
    }
    let bases = Set(fitting.map { [$0.way.inputLayer, $0.way.first] })
    guard bases.count == 1 else { return nil }
    return (fitting.first { $0.way == usual } ?? fitting[0]).way
  }

  private func rightPlaces(_ entries: [Entry], _ meaning: [[Target]?]) -> Set<[Int]> {
    var right: Set<[Int]> = []
    for (n, (entry, targets)) in zip(entries, meaning).enumerated() {
      for (m, (text, target)) in zip(entry.numbers, targets ?? []).enumerated() {
        guard let number = try? WrittenNumber(text) else { continue }
        let exact = trace[target.quantity] ?? .nan
        if agrees(number, target.isTurned ? -exact : exact) { right.insert([n, m]) }
      }
    }
    return right
  }

  /// Whether a number is another one to its own digits.
  func agrees(_ number: WrittenNumber, _ exact: Double) -> Bool {
    let room = (number.halfUnit ?? 1e-9) + 1e-12 * max(1, exact.magnitude)
    return (number.value - exact).magnitude <= room
  }

  private func remark(
    on way: Numbering, _ entries: [Entry], into reading: inout SheetReading
  ) {
    let isParameter = entries.contains { $0.name?.kind == .weight }
    var codes: [(ReadingRemark.Code, Phrase)] = []
    if isParameter, way.counting == .bySender, way.counting != usual.counting {
      codes.append((.numberedBySource, .numberedBySource))
    }
    let hasMatrix = entries.contains { if case .matrix = $0.value { true } else { false } }
    if hasMatrix, way.layout == .senders { codes.append((.transposedLayout, .transposedLayout)) }
    if way.inputLayer == -1 { codes.append((.layersFromHidden, .layersFromHidden)) }
    if way.first == 0 { codes.append((.indicesFromZero, .indicesFromZero)) }
    for (code, sentence) in codes {
      let remark = ReadingRemark(code, sentence)
      if !reading.remarks.contains(remark) { reading.remarks.append(remark) }
    }
  }
}

extension WrittenValue {
  /// Whether any number stands there.
  var isNumeric: Bool {
    switch self {
    case .number, .list, .matrix: true
    case .blank, .unfinished: false
    }
  }
}
