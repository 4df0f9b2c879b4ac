internal import Documents
internal import Phrases
internal import Sheets
internal import Texts

/// What feedback sheets are written as.
enum SlipFormat: String, CaseIterable {
  case md, html
}

extension Option {
  static let slipsTo = Option(
    name: "to", value: "FORMAT", choices: SlipFormat.words,
    help: Phrase(
      "feedback sheets as md, or as html for printing (default md)",
      "批改单的格式：md，或供打印的 html（默认 md）"))
}

extension SheetFile {
  /// Why nothing could be read of a sheet, of no student on it; `nil` where something was.
  func failure(of reports: [CheckReport]) -> CommandError? {
    guard !reports.contains(where: \.isReadable) else { return nil }
    guard let (line, piece) = reports.lazy.compactMap(\.firstNotRead).first else {
      let cell = reports.lazy.compactMap(\.firstCell).first
      let place = cell.map { position(of: $0.name, onLine: $0.line) }
      return .at(place ?? .start, of: file, .noReadableAnswer)
    }
    let phrase = line.suggestion.map { .mightMean(line.reason, $0) } ?? line.reason
    return .at(position(of: piece, onLine: line.line), of: file, phrase)
  }
}
