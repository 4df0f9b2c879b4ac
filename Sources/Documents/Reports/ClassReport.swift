internal import Derivations
internal import Marking
internal import Phrases
internal import ScalarBackprop
internal import Sheets
public import Texts

/// What a carried answer earns.
public enum CarriedCredit: String, CaseIterable, Sendable {
  /// Nothing.
  case none = "0"
  /// Half a point.
  case half
  /// A point, as a right one.
  case full

  var points: Double {
    switch self {
    case .none: 0
    case .half: 0.5
    case .full: 1
    }
  }
}

/// What is said of several sheets together: marks, and which mistakes occurred how often.
public struct ClassReport {
  /// The sheets, one a student.
  public let reports: [CheckReport]
  let carried: CarriedCredit
  let language: Language
  /// What each sheet goes by: its student, where no two have the same name.
  private let names: [String]

  /// Takes the reports on all sheets, and what a carried answer earns.
  public init(_ reports: [CheckReport], carried: CarriedCredit, language: Language) {
    self.reports = reports
    self.carried = carried
    self.language = language
    let students = reports.map(\.slipName.visible)
    names = Set(students).count == students.count ? students : reports.map(\.name)
  }

  /// A point for each right answer; an answer that follows from a mistake earns what was asked
  /// for, unless the mistake made it trivial.
  func points(_ report: CheckReport) -> Double {
    report.sheet.answers.reduce(0) { sum, answer in
      switch answer.verdict {
      case .correct, .rounding: sum + 1
      case .carried: sum + (answer.isTrivial ? 0 : carried.points)
      case .tooCoarse, .wrong, .blank, .unreadable: sum
      }
    }
  }

  private func text(_ points: Double) -> String { NumberFormat.significant(6).text(points) }

  /// Which misconceptions occurred on how many sheets, the most frequent first.
  var misconceptions: [(misconception: Misconception, sheets: Int)] {
    var counts: [Misconception: Int] = [:]
    for report in reports {
      for misconception in Set(report.sheet.answers.flatMap(\.diagnoses).map(\.misconception)) {
        counts[misconception, default: 0] += 1
      }
    }
    return Misconception.allCases.compactMap { misconception in
      counts[misconception].map { (misconception, $0) }
    }.sorted { $0.1 > $1.1 }
  }

  /// Writes marks and mistakes for a terminal; where a hint was asked for, marks alone.
  public func writeText(
    _ hint: CheckReport.Hint? = nil, style: TerminalStyle, to output: TextOutput
  ) {
    let pen = TerminalPen(style: style, output: output)
    pen.line()
    pen.paragraph(Phrase.classHeading[language], .heading)
    let rows = zip(names, reports).map { name, report in
      [
        name, "\(text(points(report))) / \(report.sheet.answers.count)",
        report.sheet.firstMistake.map { report.symbol($0.quantity) } ?? "—",
      ]
    }
    let header: [Phrase] = [.student, .points, .firstMistakeColumn]
    TerminalTable(header: header.map { $0[language] }, rows: rows, words: [0, 2]).write(with: pen)
    let misconceptions = misconceptions
    guard hint == nil, !misconceptions.isEmpty else { return }
    pen.line()
    for (misconception, sheets) in misconceptions {
      let sentence = misconception.phrase[language]
      pen.paragraph("\(sheets) × \(sentence)", indent: 1)
    }
  }

  /// Writes the mark book as CSV.
  public func writeMarks(to output: TextOutput) {
    output.write(
      "student,points,of,correct,rounding,carried,too-coarse,wrong,blank,unreadable,first mistake\n"
    )
    for (name, report) in zip(names, reports) {
      output.write { buffer in
        buffer.append(csv: name)
        buffer.append(",\(text(points(report))),\(report.sheet.answers.count)")
        for verdict in Verdict.allCases { buffer.append(",\(report.sheet.count(verdict))") }
        buffer.append(",")
        let first = report.sheet.firstMistake.map { report.symbols.id(of: $0.quantity) } ?? ""
        buffer.append(csv: first)
        buffer.append("\n")
      }
    }
  }

  /// Writes what one student gets back, as Markdown.
  public func writeSlip(_ report: CheckReport, to output: TextOutput) {
    let sheet = report.sheet
    output.write("# \(report.name.inMarkdown)\n\n")
    let marks =
      Phrase.points[language] + Phrase.colon[language]
      + "\(text(points(report))) / \(sheet.answers.count)"
    output.write("\(marks)\n\n\(report.opening[language].inMarkdown)\n")
    for remark in sheet.remarks {
      output.write("\n- \(report.phrase(remark)[language].inMarkdown)\n")
    }
    let columns: [Phrase] = [.quantity, .answer, .expected, .verdict]
    output.write("\n| \(columns.map { $0[language] }.joined(separator: " | ")) |\n")
    output.write("| :-- | --: | --: | :-- |\n")
    for answer in sheet.answers {
      let cells = [
        report.symbol(answer.quantity), answer.answer.text.excerpt.trimmed,
        report.expected(answer), report.verdict(answer),
      ]
      output.write("| \(cells.map(\.inMarkdown).joined(separator: " | ")) |\n")
    }
    for answer in sheet.answers where answer.verdict == .wrong {
      let name = report.written(answer)
      output.write(
        "\n**\(name.inMarkdown)**\(Phrase.dash[language])\(report.diagnosis(answer)[language].inMarkdown)\n"
      )
      if let line = report.rightLine(of: answer) {
        let text = ([line.symbol] + line.parts).joined(separator: " = ")
        output.write("\n\(Phrase.rightLine[language]) \(text.inMarkdown)\n")
      }
    }
  }
}
