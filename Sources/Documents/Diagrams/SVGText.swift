internal import Phrases

// Texts of pictures, in which labels stand below and above their letters.

extension Wording {
  /// The content of an SVG text element.
  var inSVG: String {
    var runs: [SVGRun] = []
    for piece in pieces {
      switch piece {
      case .words(let words): runs.append(SVGRun(words))
      case .math(let parts):
        for part in parts {
          if case .symbol(let symbol) = part {
            runs += symbol.runs
          } else {
            runs.append(SVGRun([part].text))
          }
        }
      }
    }
    return SVGRun.elements(runs)
  }
}

extension Symbol {
  /// The letters with what stands below and above them.
  fileprivate var runs: [SVGRun] {
    switch self {
    case .letter(let base, let sub, let sup, let sample, let isUpdated):
      let above = Symbol.marksAbove(sup, sample) + (isUpdated ? "+" : "")
      return [SVGRun(base), SVGRun(sub, .below), SVGRun(above, .above)].filter { !$0.text.isEmpty }
    case .derivative(let of, let by, let isNegative):
      let above = of.closedRuns
      // A hair's breadth, for the rim of a text on a curve would cut into small letters before it.
      let gap = above.last?.level == .line ? "" : "\u{200A}"
      return [SVGRun(isNegative ? "−∂" : "∂")] + above + [SVGRun(gap + "/∂")] + by.closedRuns
    case .slope(let function, let at):
      return function.runs + [SVGRun("′(")] + at.runs + [SVGRun(")")]
    case .product(let a, let b): return a.runs + [SVGRun("·")] + b.runs
    case .difference(let a, let b): return a.runs + [SVGRun(" − ")] + b.runs
    case .change(let of): return [SVGRun("Δ")] + of.runs
    case .state(let letter, let of): return [SVGRun(letter + "(")] + of.runs + [SVGRun(")")]
    }
  }

  /// A symbol that has to hold together: a difference gets brackets.
  private var closedRuns: [SVGRun] {
    guard case .difference = self else { return runs }
    return [SVGRun("(")] + runs + [SVGRun(")")]
  }
}

/// Characters of a text that stand on one line.
private struct SVGRun {
  enum Level {
    case line, below, above

    /// How far below the line, in the size of its letters.
    var shift: Double {
      switch self {
      case .line: 0
      case .below: 0.25
      case .above: -0.35
      }
    }
  }

  var text: String
  var level: Level

  init(_ text: String, _ level: Level = .line) {
    self.text = text
    self.level = level
  }

  /// Labels are smaller than what they stand at.
  private static let share = 0.75

  static func elements(_ runs: [SVGRun]) -> String {
    var level = Level.line
    return runs.map { run in
      defer { level = run.level }
      let shift = run.level.shift - level.shift
      guard run.level != .line else {
        return shift == 0 ? run.text.inXML : "<tspan dy=\"\(em(shift))\">\(run.text.inXML)</tspan>"
      }
      // Within the smaller letters an em is smaller, too.
      return "<tspan dy=\"\(em(shift / share))\" font-size=\"75%\">\(run.text.inXML)</tspan>"
    }.joined()
  }

  private static func em(_ value: Double) -> String {
    String((value * 100).rounded() / 100) + "em"
  }
}
