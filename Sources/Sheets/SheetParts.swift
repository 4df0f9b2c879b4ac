internal import Texts

/// The text of a sheet, divided into what is about each sample of a batch and what is about the whole
/// batch; each part has all lines, those of the others empty, so that lines keep their numbers.
package struct SheetParts {
  /// What is about the batch, or about a step on one sample.
  package private(set) var common: [UInt8] = []
  /// What is about each sample, by its number.
  package private(set) var samples: [Int: [UInt8]] = [:]

  /// Whose a line is.
  private enum Owner: Equatable {
    case common, everyone
    case sample(Int)
  }

  /// Divides a sheet.
  ///
  /// - Parameters:
  ///   - numbers: those of the batch's samples; where there are none, nothing is divided.
  ///   - isProse: whether a line is none of answers; such lines are left out.
  ///   - names: what a sample's quantities are called by themselves, by what they are called among
  ///     the others'.
  package init(
    _ bytes: [UInt8], samples numbers: [Int], without isProse: (String) -> Bool,
    names: (Int) -> [String: String]
  ) {
    let lines = SheetParts.lines(bytes).map { line in
      isProse(line.text) ? SheetParts.Line(text: "", end: line.end) : line
    }
    guard !numbers.isEmpty else {
      common = SheetParts.joined(lines)
      return
    }
    let owners = SheetParts.columnOwners(bytes, lines.count) ?? SheetParts.headingOwners(lines)
    func part(_ owner: Owner) -> [UInt8] {
      var isInTable = false
      return SheetParts.joined(
        zip(lines, owners).map { line, own in
          isInTable = line.isRow && (isInTable || own == .everyone)
          if own == owner || own == .everyone { return line }
          return Line(text: isInTable ? line.rule : "", end: line.end)
        })
    }
    common = part(.common)
    for number in numbers where owners.contains(.sample(number)) {
      let names = names(number)
      samples[number] = SheetParts.unmarked(part(.sample(number)), number, names)
    }
  }

  // MARK: Lines

  private struct Line {
    var text: String
    var end: [UInt8]

    /// Whether it is a row of a Markdown table.
    var isRow: Bool { text.trimmed.hasPrefix("|") }

    /// A row that says nothing, in place of another: an empty line would end the table.
    var rule: String {
      "|" + String(repeating: "--|", count: max(1, text.split(separator: "|").count))
    }
  }

  private static func lines(_ bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    var place = 0
    while place < bytes.count {
      let isPair = bytes[place] == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
      guard bytes[place] == 0x0A || bytes[place] == 0x0D else {
        place += 1
        continue
      }
      let next = place + (isPair ? 2 : 1)
      let text = String(decoding: bytes[start..<place], as: UTF8.self)
      lines.append(Line(text: text, end: Array(bytes[place..<next])))
      (start, place) = (next, next)
    }
    return lines + [Line(text: String(decoding: bytes[start...], as: UTF8.self), end: [])]
  }

  private static func joined(_ lines: [Line]) -> [UInt8] {
    lines.flatMap { Array($0.text.utf8) + $0.end }
  }

  // MARK: Whose a line is

  /// By headings: "Sample 2" above its lines or before a single one, "The whole batch" above others;
  /// and by what a worksheet for paper says in its rows.
  private static func headingOwners(_ lines: [Line]) -> [Owner] {
    var owner = Owner.common
    var columns: Int?
    return lines.map { line in
      let text = line.text.trimmed
      if let number = number(in: text, behind: "data-sample=\"") { return .sample(number) }
      if text.contains("data-cell=\"") { return .common }
      guard text.hasPrefix("|") else {
        columns = nil
        if let number = sampleHeading(text) {
          let isAlone = text.contains("=")
          if !isAlone { owner = .sample(number) }
          return .sample(number)
        }
        if isBatchHeading(text) { owner = .common }
        return owner
      }
      // A table with a column of samples; its heading is for everyone.
      let cells = text.split(separator: "|", omittingEmptySubsequences: false).map {
        String($0).trimmed
      }
      if let column = cells.firstIndex(where: isSampleWord) {
        columns = column
        return .everyone
      }
      guard let columns else { return owner }
      if cells.allSatisfy({ $0.allSatisfy { "-: ".contains($0) } }) { return .everyone }
      return cells.indices.contains(columns)
        ? Int(cells[columns]).map(Owner.sample) ?? .common : .common
    }
  }

  /// By a column of samples in CSV; `nil` where there is none.
  private static func columnOwners(_ bytes: [UInt8], _ count: Int) -> [Owner]? {
    let rows = CSVRows(bytes).rows
    guard let header = rows.first, header.count > 1,
      let column = header.firstIndex(where: { isSampleWord($0.text.trimmed) })
    else { return nil }
    var owners = Array(repeating: Owner.common, count: count)
    let positions = SourcePosition.positions(of: rows.map { $0[0].offset }, in: bytes[...])
    for (n, row) in rows.enumerated() {
      let line = positions[n].line - 1
      guard owners.indices.contains(line) else { continue }
      let number = row.indices.contains(column) ? Int(row[column].text.trimmed) : nil
      owners[line] = n == 0 ? .everyone : number.map(Owner.sample) ?? .common
    }
    return owners
  }

  private static func isSampleWord(_ text: String) -> Bool {
    ["sample", "样本"].contains(text.lowercased())
  }

  /// The number of "Sample 2", "## 样本 2", "**Sample 2:** net = 0.3"; `nil` for another line.
  private static func sampleHeading(_ line: String) -> Int? {
    var text = line.drop { "#*_ \t>-\\".contains($0) }[...]
    for command in ["subsection*{", "subsubsection*{", "section*{"] where text.hasPrefix(command) {
      text = text.dropFirst(command.count)
    }
    for word in ["sample", "样本"] where text.lowercased().hasPrefix(word) {
      let rest = text.dropFirst(word.count).drop { " #:：*_".contains($0) }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      let next = rest.dropFirst(digits.count).first
      if let next, next.isLetter || next == "." || next == "=" { return nil }
      return Int(digits)
    }
    return nil
  }

  private static func isBatchHeading(_ line: String) -> Bool {
    let text = line.lowercased()
    return !text.contains("=") && text.count < 60
      && ["batch", "整批", "all samples", "全部样本"].contains { text.contains($0) }
  }

  private static func number(in text: String, behind mark: String) -> Int? {
    guard let start = Array(text.utf8).firstIndex(of: Array(mark.utf8)) else { return nil }
    return Int(
      String(
        decoding: text.utf8.dropFirst(start + mark.utf8.count).prefix {
          (0x30...0x39).contains($0)
        },
        as: UTF8.self))
  }

  /// The lines of a sample without its number: neither before a line nor on its symbols.
  private static func unmarked(
    _ bytes: [UInt8], _ number: Int, _ names: [String: String]
  ) -> [UInt8] {
    let marks = ["^(\(number))", "^{(\(number))}", "^{\(number)}", "⁽\(number)⁾"]
    return joined(
      lines(bytes).map { line in
        var text = line.text
        if text.contains("="), sampleHeading(text.trimmed) == number,
          let colon = text.firstIndex(where: { ":：".contains($0) })
        {
          text = String(text[text.index(after: colon)...].drop { "* ".contains($0) })
        }
        func named(_ text: String) -> String? {
          guard let equals = text.firstIndex(of: "=") else { return nil }
          return names[String(text[..<equals]).trimmed].map { $0 + " " + text[equals...] }
        }
        // A known symbol may bear its layer in the same way.
        if let known = named(text) { return Line(text: known, end: line.end) }
        for mark in marks where text.contains(mark) {
          text = text.split(separator: mark, omittingEmptySubsequences: false).joined()
        }
        return Line(text: named(text) ?? text, end: line.end)
      })
  }
}
