internal import Texts

/// What a heading says of the lines below it, or of the rest of its own line.
struct Heading: Hashable {
  /// That parameters are new, old, gradients or changes.
  var role: Name.Role?
  /// Whether it only speaks of an update: what stands below may be the old value as well.
  var isUpdate = false
  /// The layer or the neuron.
  var place: [Name.Index] = []
  /// What the numbers of the nodes behind it are: "E: o1 = 0.27, o2 = 0.02".
  var kind: Name.Kind?
  /// The weight or bias that it names: "w5: grad = 0.08, new = 0.36".
  var parameter: String?
  /// The step of a training, or the epoch.
  var step: Step?

  struct Step: Hashable {
    /// Counted from 1; negative where it says how many have passed.
    var number: Int
    var isEpoch: Bool
  }

  /// What another heading says, on the line itself, goes before what is said above.
  mutating func add(_ own: Heading) {
    if own.role != nil || own.isUpdate { (role, isUpdate) = (own.role, own.isUpdate) }
    if !own.place.isEmpty { place = own.place }
    step = own.step ?? step
  }

  /// Another heading below it: it goes on until the next one, and one that says nothing ends it.
  mutating func follow(_ heading: Heading) {
    let step = heading.step ?? self.step
    // "Gradients" below "Output layer" are of that layer.
    let place = heading.place.isEmpty && heading.role != nil ? self.place : heading.place
    self = heading
    (self.step, self.place) = (step, place)
  }
}

extension Heading {
  /// Reads a heading; what it says is found word by word, and other words are passed over.
  init(_ text: String, _ parser: NameParser) {
    step = Step(text)
    let words = NameParser.words(of: text.withoutMarks).map { word in
      word.filter { !"()[]{},.:#*_".contains($0) || word == "w.r.t." }
    }.filter { !$0.isEmpty }
    let lower = words.map { $0.lowercased() }
    let all = text.lowercased()
    isUpdate = Heading.updates.contains { all.holds($0) }
    var n = 0
    var kinds: Set<Name.Kind> = []
    var last: Words.Meaning?
    while n < words.count {
      let width = (1...Words.longest).reversed().first { width in
        n + width <= words.count && Words.meaning(of: lower[n..<n + width]) != nil
      }
      let meaning = width.flatMap { Words.meaning(of: lower[n..<n + $0]) }
      switch meaning {
      case .role(let own): role = role ?? own
      case .layer(let layer): place.append(Name.Index(text: "", layer: layer))
      case .kind(let kind): kinds.insert(kind)
      case .node, .layerNumber, .derivative, .filler, nil: break
      }
      if last == .layerNumber, let number = Int(words[n]) {
        place.append(Name.Index(text: "\(number)", isAbove: true))
      } else if parser.labels.contains(words[n]), last == .node || words.count == 1 || isLayer(last)
      {
        place.append(Name.Index(text: words[n]))
      } else if last == .node || isLayer(last), let number = Int(words[n]) {
        place.append(Name.Index(text: "\(number)"))
      }
      if meaning != .filler { last = meaning }
      n += width ?? 1
    }
    // "New loss", "error of the output layer" say nothing of parameters.
    if role == .after || isUpdate && role != .new { role = nil }
    if place.count > 2 { place = [] }
  }

  private func isLayer(_ meaning: Words.Meaning?) -> Bool {
    if case .layer = meaning { true } else { false }
  }

  private static let updates = [
    "descent", "descenso", "discesa", "descente", "下降", "abstieg", "update", "updating", "更新",
    "aktualis", "aktualiz", "actualiz", "aggiorna", "atualiz", "mise à jour", "mises à jour",
    "güncelle", "갱신", "обновл", "actualis",
  ]
}

extension Heading.Step {
  /// "Iteration 2", "2nd iteration", "Epoch #1", "第 2 次迭代"; `nil` where no step or epoch is numbered.
  init?(_ text: String) {
    let lower = text.lowercased()
    for (word, isEpoch) in Self.units {
      var start = lower.startIndex
      while let place = lower[start...].firstPlace(of: word) {
        start = lower.index(after: place)
        if let number = Self.number(in: lower, word, at: place) {
          self.init(number: number, isEpoch: isEpoch)
          return
        }
      }
    }
    return nil
  }

  /// The number behind a word at a place, or before it; negative where it says how many there are.
  private static func number(in text: String, _ word: String, at place: String.Index) -> Int? {
    let before = text[..<place]
    guard before.last.map({ !$0.isLetter || !$0.isASCII }) ?? true else { return nil }
    // The rest of the word: iterat-ion, epoch-s.
    let behind = text[place...].dropFirst(word.count).drop {
      $0.isLetter && $0.unicodeScalars.first!.value < 0x2E80
    }
    let filling = behind.prefix { !$0.isNumber && (!$0.isLetter || $0 == "n" || $0 == "o") }
    let next = behind.dropFirst(filling.count).prefix(while: \.isASCIIDigit)
    if filling.count <= 3, let number = Int(next) {
      let rest = behind.dropFirst(filling.count + next.count).drop { $0 == " " }
      // "迭代 1500 次" is how often, and no number of a step.
      let isCount = ["次", "遍", "回", "times"].contains { rest.hasPrefix($0) }
      return isCount && number > 1 ? -number : number
    }
    let ending = before.reversed().drop { !$0.isASCIIDigit }
    let gap = before.count - ending.count
    let digits = String(ending.prefix(while: \.isASCIIDigit).reversed())
    let start = before.dropLast(gap + digits.count)
    guard gap <= 5, let number = Int(digits), start.last != ".",
      !before.suffix(gap).contains(where: { ",;，。；、".contains($0) })
    else { return nil }
    // "after 100 epochs" is none of them.
    let between = before.suffix(gap)
    let isOrdinal =
      before.contains("第")
      || ["st", "nd", "rd", "th", ".", "ª", "º", "a", "o", "e", "-"]
        .contains { between.hasPrefix($0) }
    return isOrdinal || number <= 1 ? number : -number
  }

  /// What words for a step or an epoch begin with.
  private static let units: [(String, Bool)] = [
    ("iterat", false), ("iterac", false), ("iteraz", false), ("itérat", false), ("iteraç", false),
    ("итерац", false), ("迭代", false), ("反復", false), ("iterasyon", false),
    ("training step", false), ("trainingsschritt", false), ("update step", false),
    ("训练步", false), ("iter", false), ("epoch", true), ("épo", true), ("epoc", true),
    ("epok", true), ("эпох", true), ("エポック", true), ("轮", true),
  ]
}
