internal import Texts

// Names in words: "net input of neuron 4", "gradient of w5", "输出层的误差项". What each word says is put
// together, in whatever order they stand; a word that says nothing known makes it no name.

extension NameParser {
  /// What the words of a name say, one by one.
  struct Saying {
    var kinds: [Name.Kind] = []
    var role: Name.Role?
    /// A symbol among the words: w5, o1.
    var symbol: Name?
    /// Layers, numbers and names of neurons.
    var indices: [Name.Index] = []
    var isDerivative = false
    /// A row of a matrix, counted from 0.
    var row: Name.Index?
    /// Whether the last word says nothing by itself.
    var isBehindFiller = false
    /// Whether a neuron or a layer is spoken of.
    var isOfNeuron = false
    /// Whether any word is not known.
    var hasOthers = false
  }

  /// What a name in words says; `nil` for what is none.
  func phrase(_ text: String) -> Name? {
    let words = NameParser.words(of: text)
    guard
      words.count > 1 || words.first.map({ Words.meaning(of: [$0.lowercased()]) != nil }) ?? false,
      words.count <= 14
    else { return nil }
    let saying = saying(words)
    return saying.hasOthers ? nil : name(saying)
  }

  /// The words of a text, also of languages that put no blanks between them.
  static func words(of text: String) -> [String] {
    guard text.utf8.contains(where: { $0 >= 0xE2 }) else {
      return text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    var words: [String] = []
    var rest = text[...]
    var word = ""
    while let first = rest.first {
      if first.isWhitespace || first.unicodeScalars.first!.value > 0x2E80 {
        let known = Words.unspaced(at: rest)
        if known != nil || first.isWhitespace, !word.isEmpty {
          words.append(word)
          word = ""
        }
        if let known {
          words.append(known)
          rest = rest.dropFirst(known.count)
          continue
        }
        if first.isWhitespace {
          rest = rest.dropFirst()
          continue
        }
      }
      if let last = word.unicodeScalars.last, last.value > 0x2E80, first.isLetter,
        first.unicodeScalars.first!.value < 0x2E80
      {
        words.append(word)
        word = ""
      }
      word.append(first)
      rest = rest.dropFirst()
    }
    return word.isEmpty ? words : words + [word]
  }

  /// What words say; those that say nothing are passed over, and that is noted.
  func saying(_ words: [String]) -> Saying {
    let lower = words.map { $0.lowercased() }
    var saying = Saying()
    var n = 0
    while n < words.count {
      let width = (1...Words.longest).reversed().first { width in
        n + width <= words.count && Words.meaning(of: lower[n..<n + width]) != nil
      }
      if NameParser.rowWords.contains(lower[n]), n + 1 < words.count, let row = Int(words[n + 1]),
        row > 0
      {
        saying.row = Name.Index(text: "\(row - 1)", isBracket: true)
        n += 2
      } else if let width, let meaning = Words.meaning(of: lower[n..<n + width]),
        width > 1 || !labels.contains(words[n])
      {
        n += width
        saying.add(meaning, before: n < words.count ? Int(words[n]) : nil)
        if meaning == .layerNumber, n < words.count, Int(words[n]) != nil { n += 1 }
      } else {
        add(words[n], to: &saying)
        n += 1
      }
    }
    return saying
  }

  private static let rowWords: Set<String> = ["row", "zeile", "fila", "ligne", "riga", "linha"]

  /// Whether a word of letters alone is none of a quantity, though its letters might be: "dus" is no du_s.
  private func isOrdinaryWord(_ word: String, _ name: Name) -> Bool {
    word.count > 2 && word.allSatisfy(\.isLetter) && !labels.contains(word)
      && name.indices.contains { $0.layer != nil && $0.text.isEmpty }
  }

  /// A word that is a symbol, a number or the name of a neuron.
  private func add(_ word: String, to saying: inout Saying) {
    let bare = word.filter { !"{}()[],:".contains($0) || word.contains("_") }
    if labels.contains(bare) || Int(bare) != nil {
      saying.indices.append(Name.Index(text: bare))
    } else if saying.symbol == nil, let name = symbol(word),
      !isOrdinaryWord(word, name),
      !name.indices.isEmpty || name.isDerivative
        || [.loss, .target, .rate, .input].contains(name.kind) || name.letter == "ŷ"
        || !saying.kinds.isEmpty || saying.indices.contains(where: { $0.layer != nil })
    {
      saying.symbol = name
    } else if bare.count <= 2, bare.allSatisfy(\.isLetter),
      saying.kinds.contains(where: { [.rate, .target, .input].contains($0) })
    {
      // A letter for what is given.
    } else if !word.allSatisfy({ $0.isPunctuation }) || word == "-" {
      saying.hasOthers = true
    }
  }

  /// What it all comes to; `nil` where it says nothing, or two things.
  func name(_ saying: Saying) -> Name? {
    var saying = saying
    guard let kind = saying.kind else { return nil }
    guard let symbol = saying.symbol else {
      return named(
        Name(kind: kind, role: .plain, letter: "in words: \(kind)", indices: saying.indices), saying
      )
    }
    switch (symbol.kind, kind) {
    case (.node, _), (.output, .net), (.output, .output), (.output, .delta), (.output, .error),
      (.output, .anyError), (.output, .slope), (.output, .target), (.output, .bias):
      guard symbol.role == .plain, !symbol.isDerivative else { return nil }
      return named(
        Name(
          kind: kind, role: .plain, letter: symbol.letter, indices: saying.indices + symbol.indices),
        saying)
    case (let a, let b) where a == b || (a == .loss || a == .error) && b == .anyError:
      var name = symbol
      let own = symbol.indices
      name.indices = own.isEmpty ? saying.indices : saying.indices.filter { $0.layer != nil } + own
      return named(name, saying)
    default: return nil
    }
  }

  /// The name with what is said of it.
  private func named(_ name: Name, _ saying: Saying) -> Name? {
    var name = name
    if let row = saying.row {
      guard name.kind == .weight else { return nil }
      name.indices.append(row)
    }
    if saying.isDerivative {
      guard name.kind == .output || name.kind == .slope else { return nil }
      name.kind = .slope
    }
    guard let role = saying.role else { return name }
    switch (name.kind, role) {
    case (.weight, _), (.bias, _):
      let role = role == .after ? .new : role
      guard name.role == .plain || name.role == role else { return nil }
      name.role = role
    case (.loss, .new), (.loss, .after), (.net, .after), (.output, .after), (.output, .new),
      (.net, .new), (.anyError, .after), (.anyError, .new):
      if name.kind == .anyError { name.kind = .loss }
      name.role = .after
    case (.loss, .old), (.net, .old), (.output, .old), (.anyError, .old): break
    default: return nil
    }
    return name
  }
}

extension NameParser.Saying {
  mutating func add(_ meaning: Words.Meaning, before number: Int?) {
    switch meaning {
    case .kind(let kind):
      if let last = kinds.last, kind == .output, last != .output, isBehindFiller {
        // "error at the output"
        indices.append(Name.Index(text: "", layer: .output))
      } else {
        // What goes into a neuron is its net value.
        kinds.append(kind == .input && isOfNeuron ? .net : kind)
      }
    case .role(let role): self.role = self.role ?? role
    case .layer(let layer):
      indices.append(Name.Index(text: "", layer: layer))
      if layer != .input { seeNeuron() }
    case .layerNumber:
      if let number { indices.append(Name.Index(text: "\(number)", isAbove: true)) }
    case .derivative: isDerivative = true
    case .node: seeNeuron()
    case .filler: break
    }
    isBehindFiller = meaning == .filler
  }

  /// A neuron, or its layer: "input to neuron 4" and "神经元的输入" are net values, "input neuron" is none.
  private mutating func seeNeuron() {
    isOfNeuron = kinds.last != .input || isBehindFiller
    if kinds.last == .input, isBehindFiller { kinds[kinds.count - 1] = .net }
  }

  /// What the words are of: the only kind; "output delta" is the δ of the output, "gradient of the loss
  /// for w5" that of w5.
  fileprivate var kind: Name.Kind? {
    mutating get {
      var own: [Name.Kind] = []
      for kind in kinds where !own.contains(kind) { own.append(kind) }
      if own.count == 2, own[0] == .output {
        indices.insert(Name.Index(text: "", layer: .output), at: 0)
        own.removeFirst()
      } else if own.count == 2, own[1] == .output, own[0] != .net, own[0] != .input {
        // "bias uscita"
        indices.append(Name.Index(text: "", layer: .output))
        own.removeLast()
      }
      if role == .gradient { own.removeAll { $0 == .loss || $0 == .anyError } }
      if own.isEmpty, let symbol { return symbol.kind }
      return own.count == 1 ? own[0] : nil
    }
  }
}
