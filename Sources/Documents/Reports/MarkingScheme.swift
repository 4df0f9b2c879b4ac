package import Derivations
internal import Marking
internal import ScalarBackprop

/// What a carried answer earns.
package enum CarriedCredit: String, CaseIterable, Sendable {
  /// Nothing.
  case none = "0"
  /// Half the points.
  case half
  /// All points, as a right one.
  case full

  var share: Double {
    switch self {
    case .none: 0
    case .half: 0.5
    case .full: 1
    }
  }
}

/// What each answer is worth, and what one earns that follows from a mistake.
package struct MarkingScheme: Sendable {
  /// What a carried answer earns.
  package var carried: CarriedCredit
  /// What answers are worth, by phase, kind or id; one point where nothing is said. The id goes
  /// before the kind, the kind before the phase.
  package var worths: [String: Double]

  /// Gives one point for each answer where nothing else is said.
  package init(carried: CarriedCredit = .full, worths: [String: Double] = [:]) {
    self.carried = carried
    self.worths = worths
  }

  /// What a right answer is worth.
  func worth(_ answer: MarkedAnswer, on report: CheckReport) -> Double {
    guard !worths.isEmpty else { return 1 }
    let id = report.id(answer)
    let phase = report.sheet.derivation.trace.block(of: answer.quantity)?.phase.rawValue
    let words = [id] + MarkingScheme.kinds(of: id) + [phase].compactMap(\.self)
    return words.lazy.compactMap { worths[$0] }.first ?? 1
  }

  /// What an answer has earned: nothing where a mistake before has made it trivial.
  func earned(_ answer: MarkedAnswer, on report: CheckReport) -> Double {
    switch answer.verdict {
    case .correct, .rounding: worth(answer, on: report)
    case .carried: answer.isTrivial ? 0 : carried.share * worth(answer, on: report)
    case .tooCoarse, .wrong, .blank, .unreadable: 0
    }
  }

  /// The kinds that an id is of, the narrowest first: grad.w[4,1] is a grad.w and a grad. What stands
  /// without brackets for one quantity is no kind: E, of which E[1] is a part.
  private static func kinds(of id: String) -> [String] {
    guard let bracket = id.firstIndex(of: "[") else { return [] }
    let whole = String(id[..<bracket])
    guard whole != "E", whole != "after.E" else { return [] }
    guard let point = whole.firstIndex(of: "."), !whole.hasPrefix("after.") else { return [whole] }
    return [whole, String(whole[..<point])]
  }

  /// The words that points may be given to on sheets about a step: phases, kinds and ids.
  package static func words(of derivation: Derivation) -> [String] {
    var words: [String] = []
    var known: Set<String> = []
    let ids = derivation.blocks.filter { $0.phase != .given }.flatMap { block in
      (0..<block.count).map { derivation.symbols.id(of: derivation.trace.quantity($0, of: block)) }
    }
    let phases = Phase.allCases.filter { $0 != .given }.map(\.rawValue)
    for word in phases + ids.flatMap({ kinds(of: $0) }) + ids where known.insert(word).inserted {
      words.append(word)
    }
    return words
  }
}
