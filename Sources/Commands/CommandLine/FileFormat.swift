internal import Derivations
internal import Phrases
internal import Texts

/// A format that documents are written in: the one table from which `--to`, its help, its completions
/// and the endings of files come. Raw values are the words of the command line.
enum FileFormat: String, CaseIterable {
  case md, tex, html, txt, json, csv, svg

  /// The endings of files in the format.
  var endings: [String] {
    switch self {
    case .md: ["md", "markdown"]
    case .tex: ["tex", "latex"]
    case .html: ["html", "htm"]
    case .txt: ["txt", "text"]
    case .json: ["json"]
    case .csv: ["csv"]
    case .svg: ["svg"]
    }
  }

  /// Whether it holds numbers or a picture alone, and no sentences about them.
  var isData: Bool {
    switch self {
    case .json, .csv, .svg: true
    case .md, .tex, .html, .txt: false
    }
  }
}

extension Invocation {
  /// The format of what is written: `--to`, else the file's ending, else Markdown.
  ///
  /// - Parameters:
  ///   - option: the command's `--to`.
  ///   - known: the formats that it can be written in.
  func fileFormat(_ option: Option, among known: [FileFormat]) throws(CommandError) -> FileFormat {
    if let format = try choice(option, as: FileFormat.self) { return format }
    // A roster's file is a folder.
    guard !has(.roster), let ending = argument(.outputFile)?.ending else { return .md }
    guard let format = known.first(where: { $0.endings.contains(ending) }) else {
      throw .usage(.unknownEnding(ending.excerpt, known: known.map(\.rawValue)))
    }
    return format
  }
}
