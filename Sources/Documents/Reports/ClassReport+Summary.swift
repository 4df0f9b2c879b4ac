internal import Marking
internal import Phrases
internal import ScalarBackprop
internal import Texts

// What is said of a class as a whole.

extension ClassReport {
  /// A mistake that was made: on how many sheets, and in which quantities how often.
  struct Mistake {
    /// What was probably done; `nil` for what no common mistake explains.
    var misconception: Misconception?
    var sheets = 0
    var places: [(symbol: String, count: Int)] = []
  }

  /// The mistakes of the class, those of the most students first.
  var mistakes: [Mistake] {
    var found: [Misconception?: Mistake] = [:]
    for report in results.compactMap(\.report) {
      var places: [Misconception?: [String]] = [:]
      for answer in report.answers where answer.verdict == .wrong {
        let codes: [Misconception?] = report.diagnoses(answer).map(\.code)
        for code in codes.isEmpty ? [nil] : codes {
          places[code, default: []].append(report.symbol(answer.place))
        }
      }
      for (code, symbols) in places {
        found[code, default: Mistake(misconception: code)].add(symbols)
      }
    }
    let order: [Misconception?] = Misconception.allCases + [nil]
    return order.compactMap { found[$0] }.enumerated()
      .sorted { ($1.element.sheets, $0.offset) < ($0.element.sheets, $1.offset) }
      .map(\.element)
  }

  /// Writes which mistakes the class made, what it earned, and a table of its students; where a hint
  /// was asked for, the mistakes are not named.
  func writeSummary(_ points: [Points], _ pen: TerminalPen) {
    pen.line()
    pen.paragraph(Phrase.classHeading[language], .heading)
    let whole = points.reduce(into: Points()) { sum, points in
      sum.earned += points.earned
      sum.most += points.most
    }
    let refused = results.count { !$0.isReadable }
    pen.paragraph(Phrase.classPoints(results.count, whole.text, whole.percent)[language])
    if refused > 0 { pen.paragraph(Phrase.sheetsNotMarked(refused)[language]) }
    if results.compactMap(\.report).allSatisfy({ $0.disclosure.hint == nil }) {
      write(mistakes, pen)
    }
    pen.line()
    table(points).write(with: pen)
  }

  private func write(_ mistakes: [Mistake], _ pen: TerminalPen) {
    guard !mistakes.isEmpty else { return }
    pen.line()
    pen.paragraph(Phrase.classMistakes[language], .heading)
    for mistake in mistakes {
      let sentence = mistake.misconception?.phrase ?? .unexplained
      pen.paragraph(
        Phrase.studentsMade(mistake.sheets).followed(by: sentence, between: .colon)[language],
        indent: 1)
      let places = mistake.mostFrequent.map { symbol, count in
        count == 1 ? symbol : "\(symbol) (\(count)×)"
      }
      let list = places.joined(separator: Phrase.enumerationComma[language])
      pen.paragraph(Phrase.madeIn(list)[language], indent: 3, .remark)
    }
  }

  private func table(_ points: [Points]) -> TerminalTable {
    let showsNotRead = results.contains { !($0.report?.notRead.isEmpty ?? true) }
    let rows = results.indices.map { n in
      let report = results[n].report
      let first = report?.sheet.firstMistake.map { report?.symbol($0) ?? "" }
      let place = results[n].isReadable ? first ?? "—" : Phrase.notMarkedColumn[language]
      let notRead = report?.notRead.count ?? 0
      return [names[n], points[n].text] + (showsNotRead ? ["\(notRead)"] : []) + [place]
    }
    let header: [Phrase] =
      [.student, .points] + (showsNotRead ? [.linesNotReadColumn] : []) + [.firstMistakeColumn]
    return TerminalTable(
      header: header.map { $0[language] }, rows: rows, words: [0, header.count - 1])
  }
}

extension ClassReport.Mistake {
  /// So many places are named.
  private static let mostPlaces = 8

  /// Another sheet has it, in some quantities.
  mutating func add(_ symbols: [String]) {
    sheets += 1
    var known: Set<String> = []
    for symbol in symbols where known.insert(symbol).inserted {
      if let n = places.firstIndex(where: { $0.symbol == symbol }) {
        places[n].count += 1
      } else {
        places.append((symbol, 1))
      }
    }
  }

  /// Where most made it first, else in the order of calculation.
  var mostFrequent: [(symbol: String, count: Int)] {
    let sorted = places.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
    return Array(sorted.prefix(Self.mostPlaces))
      + (places.count > Self.mostPlaces ? [("…", 1)] : [])
  }
}

extension ClassReport.Points {
  /// The share in whole percent.
  var percent: Int { most > 0 ? Int((100 * earned / most).rounded()) : 0 }
}
