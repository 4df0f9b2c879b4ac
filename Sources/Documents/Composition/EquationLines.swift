internal import Derivations

/// A step with the rule behind it.
struct EquationLine {
  var step: Step
  var rule: Rule
  /// Whether it says once more what another line is about.
  var isAside = false
  /// Whether the line before says the same in symbols, of another place of a map.
  var isRepeated = false

  /// Whether the formula is written in symbols before its numbers.
  var showsSymbols: Bool { rule.saysMoreInSymbols && !isRepeated }
}

/// Lines of equations, each made only when it is asked for, so that a layer of any size can be told
/// without holding its lines.
struct EquationLines: RandomAccessCollection {
  let count: Int
  private let line: (Int) -> EquationLine

  init(count: Int, _ line: @escaping (Int) -> EquationLine) {
    self.count = count
    self.line = line
  }

  /// Lines that are there already.
  init(_ lines: [EquationLine]) {
    self.init(count: lines.count) { lines[$0] }
  }

  /// The first lines of several lists, as long as each other, then their second ones, and so on.
  init(inTurn lists: [EquationLines]) {
    let count = lists.reduce(0) { $0 + $1.count }
    self.init(count: count) { lists[$0 % lists.count][$0 / lists.count] }
  }

  /// The same lines, of which only the first is written in symbols.
  var shortened: EquationLines {
    EquationLines(count: count) { n in
      var line = self[n]
      line.isRepeated = n > 0
      return line
    }
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(n: Int) -> EquationLine { line(n) }
}
