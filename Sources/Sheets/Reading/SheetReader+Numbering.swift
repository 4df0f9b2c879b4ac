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
    var order: [String] = []
    for entry in entries where entry.targets == nil {
      guard let name = entry.name, entry.value.isNumeric else { continue }
      if groups[name.group] == nil { order.append(name.group) }
      groups[name.group, default: []].append(entry)
    }
    var ways = weightLetters(groups, order)
    order.removeAll { ways[$0] != nil }
    let fitting = order.map { numberings(of: groups[$0] ?? []) }
    for (group, fitting) in zip(order, fitting) where fitting.count == 1 {
      ways[group] = fitting[0]
    }
    for (group, fitting) in zip(order, fitting) where fitting.count > 1 {
      // W and b, z and net, a and out count layers alike.
      let kin = ways.filter { $0.key.family == group.family }.map(\.value)
      let family = kin.isEmpty ? ways.map(\.value) : kin
      let own = fitting.filter { way in family.contains { $0.hasBase(of: way) } }
      if own.count == 1 { ways[group] = own[0] }
    }
    for group in groups.keys.sorted() {
      if let way = ways[group] { remark(on: way, groups[group] ?? [], into: &reading) }
    }
    return ways
  }

  /// Where two letters without a layer stand for weights of a network of two layers, each is that of one
  /// layer: v and w, in the order in which their indices and old values fit.
  private func weightLetters(
    _ groups: [String: [Entry]], _ order: [String]
  ) -> [String: Numbering] {
    let own = order.filter { group in
      group.count == 1 && group.allSatisfy(\.isLetter)
        && (groups[group] ?? []).allSatisfy { entry in
          entry.name?.kind == .weight && entry.shape == .one
            && !(entry.name?.indices.contains { $0.isAbove || $0.layer != nil } ?? true)
        }
    }
    guard plan.layers.count == 2, own.count == 2 else { return [:] }
    let choices = [0, 1].map { first in
      zip(own, [first, 1 - first]).map { group, layer in
        best(of: groups[group] ?? [], ofLayer: layer)
      }
    }
    let scores = choices.map { $0.reduce([0, 0, 0]) { zip($0, $1.score).map { $0 + $1 } } }
    let isFirst = scores[1].lexicographicallyPrecedes(scores[0])
    guard isFirst || scores[0].lexicographicallyPrecedes(scores[1]) else { return [:] }
    return Dictionary(uniqueKeysWithValues: zip(own, choices[isFirst ? 0 : 1].map(\.way)))
  }

  /// The best way for a letter's weights that lead to a layer: how many entries fit, how many old values
  /// are those of the network, how many numbers are right.
  private func best(of entries: [Entry], ofLayer layer: Int) -> (way: Numbering, score: [Int]) {
    let entries = Array(entries.prefix(SheetReader.most))
    let ways = Numbering.all.filter {
      $0.weightLayer == layer && $0.first == 1 && $0.counting == .byReceiver
        && $0.layout == .receivers
    }
    let usualFirst = ways.sorted { a, _ in a.order == usual.order }
    let scored = usualFirst.map { way in
      let meaning = entries.map { entry in entry.name.flatMap { targets($0, entry, way) } }
      return (
        way,
        [
          meaning.count { $0 != nil }, evidence(entries, meaning),
          rightPlaces(entries, meaning).count,
        ]
      )
    }
    return scored.reduce(scored[0]) { $0.1.lexicographicallyPrecedes($1.1) ? $1 : $0 }
  }

  /// Entries that are looked at to find the numbering.
  private static let most = 400

  /// The numberings that a letter's entries may have: one where that is decided, none where none fits.
  private func numberings(of entries: [Entry]) -> [Numbering] {
    let entries = Array(entries.prefix(SheetReader.most))
    var candidates: [(way: Numbering, meaning: [[Target]?], score: Int)] = []
    let hasZero = entries.contains { $0.name?.indices.contains { $0.number == 0 } ?? false }
    for way in [usual] + Numbering.all where hasZero || way.first == 1 && way.inputLayer >= 0 {
      let meaning = entries.map { entry in
        entry.name.flatMap { targets($0, entry, way) }
      }
      guard !candidates.contains(where: { $0.meaning == meaning }) else { continue }
      candidates.append((way, meaning, meaning.count { $0 != nil }))
    }
    let most = candidates.map(\.score).max() ?? 0
    guard most > 0 else { return [] }
    var fitting = candidates.filter { $0.score == most }
    if fitting.count > 1 {
      let counts = fitting.map { evidence(entries, $0.meaning) }
      let best = counts.max() ?? 0
      fitting = zip(fitting, counts).filter { $0.1 == best }.map(\.0)
    }
    if fitting.count == 1, let other = otherLayer(entries, fitting[0].meaning) { return [other] }
    guard fitting.count > 1 else { return [fitting[0].way] }
    let ways = fitting.map { ($0.way, $0.meaning) }
    return decided(by: entries, ways).map { [$0] } ?? fitting.map(\.way)
  }

  /// Another layer that the numbers of a letter count, as s does beside z: where none is right as it is, and
  /// at least two are there.
  private func otherLayer(_ entries: [Entry], _ meaning: [[Target]?]) -> Numbering? {
    guard entries.count > 1, rightPlaces(entries, meaning).isEmpty,
      entries.allSatisfy({ $0.name?.isOfNodes ?? false && $0.name?.indices.count == 1 })
    else { return nil }
    return plan.layers.indices.map { layer in
      var way = Numbering(isThrough: false)
      way.weightLayer = layer
      return way
    }.first { way in
      let other = entries.map { entry in entry.name.flatMap { targets($0, entry, way) } }
      return rightPlaces(entries, other).count > 1 && other.allSatisfy { $0 != nil }
    }
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
    guard fitting.allSatisfy({ $0.way.hasBase(of: fitting[0].way) }) else { return nil }
    return (fitting.first { $0.way == usual } ?? fitting[0]).way
  }

  func rightPlaces(_ entries: [Entry], _ meaning: [[Target]?]) -> Set<[Int]> {
    var right: Set<[Int]> = []
    for (n, (entry, targets)) in zip(entries, meaning).enumerated() {
      for (m, (text, target)) in zip(entry.numbers, targets ?? []).enumerated() {
        guard let number = try? WrittenNumber(text) else { continue }
        let exact = trace[target.quantity] ?? .nan
        let sign = target.says.isTurned(in: trace.convention) ? -1.0 : 1
        if agrees(number, sign * exact) { right.insert([n, m]) }
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

extension Numbering {
  /// Whether layers and nodes are counted from where another way counts them.
  fileprivate func hasBase(of other: Numbering) -> Bool {
    inputLayer == other.inputLayer && first == other.first && isThrough == other.isThrough
      && isOrdinal == other.isOrdinal
  }
}

extension String {
  /// Letters that are numbered together, by one of them.
  fileprivate var family: String {
    switch self.lowercased().drop(while: { "∂d".contains($0) }) {
    case "w", "b", "weight", "bias", "z", "net", "s": "w"
    case "a", "out", "δ", "delta", "y", "h": "a"
    default: self
    }
  }
}
