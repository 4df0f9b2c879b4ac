internal import Derivations
internal import Marking
internal import Phrases
internal import ScalarBackprop
package import Texts

/// What is said of sheets, one by one and together: marks, and which mistakes were made how often.
package struct ClassReport {
  /// The sheets, one a student.
  package let results: [SheetResult]
  let scheme: MarkingScheme
  /// Whether each report says what its sheet earns.
  let showsPoints: Bool
  let language: Language
  /// What each sheet goes by: its student, where no two have the same name.
  let names: [String]

  /// Takes what came of all sheets, and what answers earn.
  ///
  /// - Parameter showsPoints: whether the report on one sheet alone says what it earns, too.
  package init(
    _ results: [SheetResult], scheme: MarkingScheme, showsPoints: Bool, language: Language
  ) {
    self.results = results
    self.scheme = scheme
    self.showsPoints = showsPoints || results.count > 1
    self.language = language
    let students = results.map(\.slipName.visible)
    names = Set(students).count == students.count ? students : results.map(\.name)
  }

  // MARK: Points

  /// What a sheet has earned, and what it could have earned.
  struct Points {
    var earned = 0.0
    var most = 0.0

    var text: String { "\(Points.text(earned)) / \(Points.text(most))" }

    static func text(_ points: Double) -> String { NumberFormat.significant(6).text(points) }
  }

  /// The points of each sheet. One on which nothing could be read has earned none of what the others
  /// usually can.
  var points: [Points] {
    let usual = usualPoints
    return results.map { result in
      guard result.isReadable, let report = result.report else {
        return Points(earned: 0, most: usual)
      }
      return report.sheet.answers.reduce(into: Points(most: most(report))) { points, answer in
        points.earned += scheme.earned(answer, on: report)
      }
    }
  }

  /// What most sheets can earn of which anything could be read; else of those that are empty.
  var usualPoints: Double {
    for isReadable in [true, false] {
      let known = results.filter { $0.isReadable == isReadable }.compactMap(\.report).map(most)
      if let usual = ClassReport.usual(known) { return usual }
    }
    return 0
  }

  private func most(_ report: CheckReport) -> Double {
    report.sheet.answers.reduce(0) { $0 + scheme.worth($1, on: report) }
  }

  /// The most frequent number, the largest of those; `nil` where there is none.
  private static func usual(_ numbers: [Double]) -> Double? {
    var counts: [Double: Int] = [:]
    for number in numbers { counts[number, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  // MARK: Sheets

  /// What is said of each sheet.
  private func contents(_ n: Int, _ points: Points) -> ReportContents {
    var contents = results[n].contents
    if showsPoints { contents.points = Phrase.pointsOf(points.text)[language] }
    return contents
  }

  /// Writes the report on every sheet for a terminal, and, of more than one, what is to be said of
  /// all.
  package func writeText(style: TerminalStyle, to output: TextOutput) {
    let pen = TerminalPen(style: style, output: output)
    let points = points
    for n in results.indices {
      if n > 0 { pen.line() }
      contents(n, points[n]).writeText(with: pen)
    }
    if results.count > 1 { writeSummary(points, pen) }
  }

  /// Writes what one student gets back, as Markdown or as a page.
  package func writeSlip(_ n: Int, asPage isPage: Bool, to output: TextOutput) {
    var contents = results[n].contents
    contents.title = names[n]
    contents.points = Phrase.pointsOf(points[n].text)[language]
    if isPage { contents.writeHTML(to: output) } else { contents.writeMarkdown(to: output) }
  }

  /// Writes the fixed JSON form, version 2; in English, if not asked for another language, for data
  /// must not depend on the environment.
  package func writeJSON(in language: Language, to output: TextOutput) {
    let json = JSONWriter(output)
    json.object(layout: .lines) {
      json.field("format", "backprop-check")
      json.field("version", 2)
      json.array("sheets", layout: .lines) {
        for result in results {
          switch result {
          case .marked(var report):
            report.language = language
            report.write(to: json)
          case .refused(let sheet): sheet.write(to: json)
          }
        }
      }
    }
  }

  /// Writes one row an answer, of all sheets.
  package func writeCSV(in language: Language, to output: TextOutput) {
    let hasBatch = results.contains { $0.report?.isOfBatch ?? false }
    output.write(CheckReport.csvHeader + (hasBatch ? ",sample\n" : "\n"))
    for case .marked(var report) in results {
      report.language = language
      report.writeCSV(showsSamples: hasBatch, to: output)
    }
  }
}
