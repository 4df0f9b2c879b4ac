internal import Texts

/// One quantity as a chain: symbol = formula = numbers = value.
struct Equation {
  var symbol: String
  /// What stands between the equals signs; parts that say the same twice are left out.
  var parts: [String]

  init(_ symbol: String, _ parts: [String]) {
    self.symbol = symbol
    self.parts = parts.enumerated().filter { n, part in
      !part.isEmpty && (n == 0 || part != parts[n - 1])
    }.map(\.element)
  }
}

/// Equations under each other, their equals signs in line where the window is wide enough; in a
/// narrow one each goes over several lines, broken between terms and never within a number.
struct EquationList {
  let pen: TerminalPen
  var indent = 1

  func write(_ equations: [Equation]) {
    let symbolWidth = equations.map { pen.columns(of: $0.symbol) }.max() ?? 0
    let columns = columnWidths(equations)
    let margin = equations.map { self.margin(of: $0, symbolWidth) }.min() ?? indent
    let whole = indent + symbolWidth + columns.reduce(0) { $0 + 3 + $1 }
    for equation in equations {
      pen.pad(indent)
      pen.write(equation.symbol, .symbol)
      pen.pad(symbolWidth - pen.columns(of: equation.symbol))
      if whole <= pen.style.width {
        writeAligned(equation, columns)
      } else {
        writeStacked(equation, at: indent + symbolWidth, margin: margin)
      }
    }
  }

  /// The widths of the columns, if all rows have as many parts as the longest; shorter rows put
  /// their value last.
  private func columnWidths(_ equations: [Equation]) -> [Int] {
    let count = equations.map(\.parts.count).max() ?? 0
    var widths = Array(repeating: 0, count: count)
    for equation in equations {
      for (column, part) in placed(equation, in: count) {
        widths[column] = max(widths[column], pen.columns(of: part))
      }
    }
    return widths
  }

  /// The parts with their columns: the value in the last one.
  private func placed(_ equation: Equation, in count: Int) -> [(Int, String)] {
    equation.parts.enumerated().map { n, part in
      (n == equation.parts.count - 1 ? count - 1 : n, part)
    }
  }

  private func writeAligned(_ equation: Equation, _ widths: [Int]) {
    let parts = placed(equation, in: widths.count)
    var column = 0
    var gap = 0
    for (place, part) in parts {
      while column < place {
        gap += widths[column] + 3
        column += 1
      }
      pen.pad(gap)
      pen.write(" = ")
      let isLast = place == widths.count - 1
      pen.write(part, isLast ? .result : .plain)
      gap = widths[place] - pen.columns(of: part)
      column = place + 1
    }
    pen.line()
  }

  /// Where the lines below the first begin: at the equals sign, or further left where that saves
  /// a line.
  private func margin(of equation: Equation, _ symbolWidth: Int) -> Int {
    let rest = equation.parts.dropFirst().reduce(0) { $0 + 3 + pen.columns(of: $1) }
    let room = pen.style.width - rest
    let savesLine = room >= indent + 2 && room < indent + symbolWidth
    return savesLine ? indent + 2 : indent + symbolWidth
  }

  /// As many parts on a line as there is room for.
  private func writeStacked(_ equation: Equation, at start: Int, margin: Int) {
    var used = start
    for (n, part) in equation.parts.enumerated() {
      let width = 3 + pen.columns(of: part)
      let isLast = n == equation.parts.count - 1
      if n > 0, used + width > pen.style.width {
        pen.line()
        pen.pad(margin)
        used = margin
      }
      pen.write(" = ")
      used = writeBroken(part, at: used + 3, margin: margin + 3, isLast ? .result : .plain)
    }
    pen.line()
  }

  /// Writes a part, broken before its + and − where it is longer than the line; tells where it ends.
  private func writeBroken(_ part: String, at start: Int, margin: Int, _ ink: Ink) -> Int {
    let part = pen.spelt(part)
    guard start + DisplayWidth.columns(of: part) > pen.style.width else {
      pen.write(part, ink)
      return start + DisplayWidth.columns(of: part)
    }
    var used = start
    let room = pen.style.width - max(start, margin)
    let terms = EquationList.terms(of: part, fitting: room)
    // A term that cannot be broken begins further left where it would stick out.
    let widest = terms.map { DisplayWidth.columns(of: $0.trimmed) }.max() ?? 0
    let margin = max(indent + 1, min(margin, pen.style.width - widest))
    for (n, term) in terms.enumerated() {
      var term = term
      if n > 0, used + DisplayWidth.columns(of: term) > pen.style.width {
        pen.line()
        pen.pad(margin)
        used = margin
        term = term.trimmed
      }
      pen.write(term, ink)
      used += DisplayWidth.columns(of: term)
    }
    return used
  }

  /// A sum's terms, each with the sign before it; those that are longer than a line are broken
  /// within their brackets too, and at last between factors.
  private static func terms(of part: String, fitting width: Int) -> [String] {
    func broken(_ texts: [String], _ parts: (String) -> [String]) -> [String] {
      texts.flatMap { DisplayWidth.columns(of: $0) <= width ? [$0] : parts($0) }
    }
    let choices = broken([part], alternatives)
    let sums = broken(choices) { terms(of: $0) { $0 == 0 } }
    return broken(broken(sums) { terms(of: $0) { _ in true } }, factors)
  }

  /// The alternatives of a choice, each with the semicolon behind it.
  private static func alternatives(of part: String) -> [String] {
    let texts = part.split(separator: ";").map(String.init)
    return texts.dropLast().map { $0 + ";" } + texts.suffix(1)
  }

  /// A product's factors, each with the sign before it, the entries of a list, and a condition; the
  /// space between two parts stands before the second, where the end of a line swallows it.
  private static func factors(of term: String) -> [String] {
    var factors: [String] = [""]
    var spaces = ""
    for character in term {
      let isEntry = !spaces.isEmpty && factors[factors.count - 1].last == ","
      if character == " " {
        spaces.append(character)
        continue
      }
      if isEntry || "·/*[".contains(character) { factors.append("") }
      factors[factors.count - 1] += spaces + String(character)
      spaces = ""
    }
    return factors
  }

  /// Breaks before each sign at a depth of brackets where that is wanted.
  private static func terms(of part: String, where breaks: (Int) -> Bool) -> [String] {
    var terms: [String] = [""]
    var depth = 0
    for (n, word) in part.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      let isSign = word == "+" || word == "−" || word == "-"
      if isSign, breaks(depth), terms[terms.count - 1].contains(where: { $0 != " " }) {
        terms.append(" " + word)
      } else {
        terms[terms.count - 1] += n == 0 ? word : " " + word
      }
      for character in word {
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
      }
    }
    return terms
  }
}
