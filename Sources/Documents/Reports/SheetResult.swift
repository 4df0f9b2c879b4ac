package import Phrases
package import Texts

/// What came of one sheet: a report, or the reason why there is none.
package enum SheetResult {
  case marked(CheckReport)
  case refused(RefusedSheet)

  /// Whom a slip is for: the student, else the file's own name, without its ending.
  package var slipName: String {
    switch self {
    case .marked(let report) where !report.student.isEmpty: report.student
    case .marked(let report): SheetResult.baseName(of: report.file)
    case .refused(let sheet): SheetResult.baseName(of: sheet.file)
    }
  }

  /// What the sheet goes by: the student, else the file.
  var name: String {
    switch self {
    case .marked(let report): report.name
    case .refused(let sheet): sheet.file.visible
    }
  }

  /// The report, if there is one.
  var report: CheckReport? {
    if case .marked(let report) = self { report } else { nil }
  }

  /// Whether any number was read.
  package var isReadable: Bool { report?.isReadable ?? false }

  /// Whether the answer is no.
  package var hasMistakes: Bool { report?.hasMistakes ?? true }

  private static func baseName(of file: String) -> String {
    let base = file.split(separator: "/").last.map(String.init) ?? file
    guard let dot = base.lastIndex(of: "."), dot != base.startIndex else { return base }
    return String(base[..<dot])
  }
}

/// A sheet that could not be opened, or is about something else.
package struct RefusedSheet: Sendable {
  let file: String
  let reason: Phrase
  let language: Language

  /// Takes the file's name, and why it was refused.
  package init(file: String, reason: Phrase, language: Language) {
    self.file = file
    self.reason = reason
    self.language = language
  }
}

extension CheckReport {
  /// What the sheet goes by: the student, else the file.
  var name: String { (student.isEmpty ? file : student).visible }
}

extension SheetResult {
  /// What is said of the sheet.
  var contents: ReportContents {
    switch self {
    case .marked(let report): return report.contents
    case .refused(let sheet):
      var contents = ReportContents(sheet.language, title: sheet.file.visible)
      contents.paragraphs = [Phrase.sheetRefused(sheet.reason).asSentence[sheet.language]]
      return contents
    }
  }
}
