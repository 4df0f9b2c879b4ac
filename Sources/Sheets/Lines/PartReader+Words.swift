internal import Texts

// Words that stand for signs, and words before a name.

extension PartReader {
  /// A line with signs for the words that stand for them: "the output of h1 is 0.59".
  func withSigns(_ line: String) -> String {
    var line = line
    for verb in PartReader.verbs {
      var done = line.startIndex
      while let place = line[done...].firstPlace(of: verb) {
        let behind = String(line[line.utf8.index(place, offsetBy: verb.utf8.count)...])
        let before = line[..<place]
        let start = before.lastIndex { ",;。.".contains($0) }.map {
          before[before.index(after: $0)...]
        }
        var name = String(start ?? before).trimmed
        if let and = name.firstPlace(of: " and ") {
          name = String(name[name.utf8.index(and, offsetBy: 5)...])
        }
        let isSign =
          (behind.startsNumber || verb.holds("just") || verb.holds("simply"))
          && isName(withoutWords(name))
        let head = before + (isSign ? " = " : verb)
        line = head + behind
        done = line.utf8.index(line.startIndex, offsetBy: head.utf8.count)
      }
    }
    return line
  }

  static let verbs = [
    " is just ", " is simply ", " is approximately ", " is about ", " is equal to ", " is then ",
    " is ", " equals ",
    " becomes ",
    " was ", " comes to ", " comes out as ", " ist ", " beträgt ", " ergibt ", " vale ", " es ",
    " è ",
    " vaut ", " est ", " é ", "约为", "等于", "变为", "为", "是", "得到", "=>",
  ]

  /// A name without the words before it that only lead to it: "So out h1" is out h1. Behind words that
  /// are not known a name must say by itself of what kind it is.
  func withoutWords(_ text: String, isWorkedOut: Bool = false) -> String {
    if let blank = text.firstIndex(where: \.isWhitespace),
      PartReader.conjunctions.contains(String(text[..<blank])),
      case let rest = String(text[blank...]).trimmed, saysItself(rest)
    {
      return rest
    }
    guard !isName(text) else { return text }
    let all = NameParser.words(of: text)
    let end = all.dropLast().lastIndex { ($0.hasSuffix(".") || $0.hasSuffix(".}")) && $0.count > 3 }
    // A sentence before it has ended.
    let words = end.map { Array(all[($0 + 1)...]) } ?? all
    if end != nil, case let rest = words.joined(separator: " "), isName(rest) { return rest }
    var start = 0
    while start + 1 < words.count, PartReader.leading.contains(PartReader.bare(words[start])) {
      start += 1
      let rest = words[start...].joined(separator: " ")
      if isName(rest) { return rest }
    }
    for width in (1...6).reversed() where width < words.count {
      let (before, rest) = (words.dropLast(width), words.suffix(width).joined(separator: " "))
      // What is worked out of an old value is new, whatever words lead to it.
      if saysItself(rest) || isWorkedOut && width == 1 && isParameter(rest) && rest.holdsDigit,
        !before.contains(where: { PartReader.others.contains(PartReader.bare($0)) }),
        !before.contains(where: PartReader.saysOther), let last = before.last,
        last.contains(where: \.isLetter), !last.contains(where: { "/∂*+=".contains($0) }),
        !PartReader.joining.contains(PartReader.bare(last))
      {
        return rest
      }
    }
    return text
  }

  /// Whether a word makes another quantity of the names around it: a gradient, a change, a slope.
  private static func saysOther(_ word: String) -> Bool {
    switch Words.meaning(of: [bare(word)]) {
    case .role(.gradient), .role(.change), .role(.after), .derivative: true
    default: false
    }
  }

  static func bare(_ word: String) -> String {
    word.lowercased().filter { !",:.(".contains($0) }
  }

  /// Words that make another quantity of the name behind them: "derivative of out_h1".
  static let joining: Set<String> = [
    "of", "in", "for", "wrt", "w.r.t", "respect", "on", "about", "times", "minus", "plus", "per",
    "at",
    "by", "von", "de", "di", "du", "des", "для", "的",
  ]

  /// Words by which a number is another's, or none that was worked out.
  static let others: Set<String> = [
    "neighbour", "neighbor", "friend", "book", "says", "should", "expected", "instead", "not",
    "without", "would", "wrong", "solution", "教材", "书上", "同学",
  ]

  /// Words for "and" of one letter, which are letters of quantities as well.
  static let conjunctions: Set<String> = ["e", "y", "i", "a", "o", "и"]

  /// Words that lead to a name and say nothing of it.
  static let leading: Set<String> = [
    "so", "then", "and", "thus", "hence", "therefore", "now", "we", "i", "get", "got", "have",
    "has",
    "the", "a", "for", "my", "our", "with", "finally", "first", "next", "also", "where", "that",
    "this",
    "gives", "which", "compute", "calculate", "computing", "calculating", "find", "obtain", "since",
    "because", "giving", "let", "if", "but", "to", "is", "forward", "pass", "backward", "again",
    "by",
    "from", "in", "at", "on", "it", "as", "answer", "result", "plus", "yields", "well", "ok",
    "okay",
    "und", "dann", "also", "somit", "daher", "mit", "für", "die", "der", "das", "wir", "erhalten",
    "entonces", "luego", "por", "lo", "tanto", "el", "la", "los", "con", "y", "para", "se",
    "obtiene",
    "quindi", "allora", "per", "il", "e", "donc", "alors", "le", "les", "on", "obtient", "et",
    "pour", "dus", "dan", "en", "geeft", "portanto", "temos", "daraus", "folgt", "więc", "zatem",
    "então", "logo", "o", "os", "所以", "因此", "则", "得", "故", "由此", "可得", "其中", "即", "于是", "那么", "有",
    "итак", "тогда", "и", "然后", "接着", "最后", "同理", "同样", "よって", "したがって", "また",
  ]
}
