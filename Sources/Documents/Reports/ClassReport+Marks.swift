internal import Marking
internal import Sheets
package import Texts

/// What a roster says of one student besides the name.
package struct RosterEntry: Hashable, Sendable {
  /// The name, as it is written in the roster.
  package var name: String
  /// The columns that are kept, in the order of the roster's own.
  package var fields: [String]

  /// Takes a student of a roster.
  package init(name: String, fields: [String]) {
    self.name = name
    self.fields = fields
  }
}

extension ClassReport {
  /// Writes the mark book as CSV: a row a student, and a last one with the sums.
  ///
  /// - Parameters:
  ///   - columns: of the roster, which stand behind the name.
  ///   - entries: of the roster, one a sheet; `nil` where it does not know the student.
  ///   - absent: students of the roster without a sheet.
  package func writeMarks(
    columns: [String] = [], entries: [RosterEntry?] = [], absent: [RosterEntry] = [],
    to output: TextOutput
  ) {
    // Without a roster, what the sheets themselves say of their students.
    let own = columns.isEmpty ? ownColumns : []
    let columns = columns + own
    let verdicts = Verdict.allCases.map(\.rawValue)
    let header = ["student"] + columns + ["points", "of"] + verdicts + ["unread", "first mistake"]
    output.write(header.joined(separator: ",") + "\n")
    let points = points
    var sum = MarkRow(counts: Array(repeating: 0, count: verdicts.count + 1))
    let empty = Array(repeating: "", count: columns.count)
    for (n, result) in results.enumerated() {
      let row = MarkRow(result, points[n])
      let entry = n < entries.count ? entries[n] : nil
      let fields = own.isEmpty ? entry?.fields ?? empty : own.map { result.detail($0) }
      write(names[n], fields, row, first: result.firstMistake, to: output)
      sum.add(row)
    }
    let usual = usualPoints
    for entry in absent {
      var row = MarkRow(counts: Array(repeating: 0, count: sum.counts.count))
      row.points.most = usual
      write(entry.name, entry.fields, row, first: "", to: output)
      sum.add(row)
    }
    write("total", empty, sum, first: "", to: output)
  }

  /// What the sheets of a roster say of their students besides the name.
  private var ownColumns: [String] {
    var columns: [String] = []
    for case .marked(let report) in results {
      for (key, _) in report.person?.details ?? [] where !columns.contains(key) {
        columns.append(key)
      }
    }
    return columns
  }

  private func write(
    _ name: String, _ fields: [String], _ row: MarkRow, first: String, to output: TextOutput
  ) {
    output.write { buffer in
      for text in [name] + fields {
        buffer.append(csv: text)
        buffer.append(",")
      }
      buffer.append("\(Points.text(row.points.earned)),\(Points.text(row.points.most)),")
      for count in row.counts { buffer.append("\(count),") }
      buffer.append(csv: first)
      buffer.append("\n")
    }
  }
}

/// The numbers in a row of the mark book.
private struct MarkRow {
  var points = ClassReport.Points()
  /// Of each verdict, and of what was not read.
  var counts: [Int]

  init(counts: [Int]) { self.counts = counts }

  init(_ result: SheetResult, _ points: ClassReport.Points) {
    self.points = points
    counts =
      Verdict.allCases.map { result.report?.sheet.count($0) ?? 0 }
      + [result.report?.reading.unread.count ?? 0]
  }

  mutating func add(_ row: MarkRow) {
    points.earned += row.points.earned
    points.most += row.points.most
    counts = zip(counts, row.counts).map(+)
  }
}

extension SheetResult {
  /// What the sheet says of its student; empty where it says nothing.
  fileprivate func detail(_ key: String) -> String {
    report?.person?.details.first { $0.key == key }?.value ?? ""
  }

  /// The id of the first wrong answer; empty where there is none.
  fileprivate var firstMistake: String {
    report?.sheet.firstMistake.map { report?.id($0) ?? "" } ?? ""
  }
}
