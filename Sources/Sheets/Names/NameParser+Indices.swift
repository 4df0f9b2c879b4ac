// What stands below, above and behind a letter.

extension NameParser {
  /// The indices behind a letter: _h1, ^(2)_1, [0][1], 35, _1→2; `nil` where there is anything else.
  func indices(_ text: Substring, of kind: Name.Kind) -> [Name.Index]? {
    var indices: [Name.Index] = []
    var rest = text
    var isAbove = false
    while let first = rest.first {
      switch first {
      case "_", ",", ".", "(", ")", "-", "→", "]", ">":
        if first == "_" { isAbove = false }
        rest.removeFirst()
      case "^":
        isAbove = true
        rest.removeFirst()
      case "[":
        // W^[1] is of layer 1.
        isAbove = text[..<rest.startIndex].hasSuffix("^")
        rest.removeFirst()
      default:
        guard let (found, width) = token(rest) else { return nil }
        var index = found
        index.isAbove = isAbove
        index.isBracket = !isAbove && text[..<rest.startIndex].hasSuffix("[")
        indices.append(index)
        rest = rest.dropFirst(width)
      }
      if indices.count > 4 { return nil }
    }
    if kind == .loss,
      indices.allSatisfy({ $0.number == nil && $0.layer == nil && !labels.contains($0.text) })
    {
      return []
    }
    return indices
  }

  /// A node's name, the longest that fits, a run of digits, or a word or letter that names a layer, with
  /// a number or without.
  func token(_ text: Substring) -> (Name.Index, Int)? {
    let run = text.prefix { $0.isLetter || $0.isNumber }
    let digits = run.prefix { $0.isASCIIDigit }
    if let best = spellings.first(where: { text.hasPrefix($0.written) }),
      best.written.count >= digits.count
    {
      return (Name.Index(text: best.label), best.written.count)
    }
    if !digits.isEmpty { return (Name.Index(text: String(digits)), digits.count) }
    let word = String(run.prefix { $0.isLetter })
    let number = String(run.dropFirst(word.count).prefix { $0.isASCIIDigit })
    if word == "L" {
      let rest = text.dropFirst()
      guard rest.first == "-", let back = rest.dropFirst().first?.wholeNumberValue else {
        return (Name.Index(text: "", layer: .output), 1)
      }
      return (Name.Index(text: "", layer: .beforeLast(back)), 3)
    }
    if let layer = NameParser.layers[word],
      !number.isEmpty || word.count > 1 && word != "in" || "hHoOsSyY".contains(word)
    {
      return (Name.Index(text: number, layer: layer), word.count + number.count)
    }
    return NameParser.words.contains(word) ? (Name.Index(text: word), word.count) : nil
  }

  /// Words and letters for a layer.
  static let layers: [String: Name.Index.Layer] = [
    "out": .output, "output": .output, "pred": .output, "hidden": .hidden, "hid": .hidden,
    "h": .hidden, "H": .hidden, "o": .output, "O": .output, "i": .input, "x": .input, "in": .input,
    "y": .output, "s": .output, "S": .output,
  ]

  /// Words below the loss, and others that name no node.
  static let words: Set<String> = [
    "total", "tot", "Total", "BCE", "CE", "MSE", "mse", "总", "总和", "gesamt", "ges",
  ]
}
