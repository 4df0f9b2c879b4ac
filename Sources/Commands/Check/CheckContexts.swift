internal import Derivations
internal import Documents
internal import Marking
internal import NetworkFiles
internal import Phrases
internal import Sheets
internal import Texts

/// The steps that sheets are about: the one that all of them are, or those that they name.
struct CheckContexts {
  private let common: CheckContext?
  private let invocation: Invocation
  private var contexts: [String: CheckContext] = [:]
  private var numbers = 0
  private var isToldOfBatch = false

  /// Of sheets about networks of their own so many are remembered.
  private static let mostContexts = 16

  init(_ common: CheckContext?, _ invocation: Invocation) {
    self.common = common
    self.invocation = invocation
  }

  /// The step that a sheet is about, or what keeps the sheet from being marked.
  mutating func context(of sheet: SheetFile) throws(CommandError) -> CheckContext {
    switch sheet.content {
    case .text(let text): return try context(of: text, sheet.file)
    case .failure(let error): throw error
    }
  }

  /// Counts the numbers of all students' steps, of which there may be too many together.
  mutating func count(_ sheet: SheetFile, _ context: CheckContext) throws(CommandError) {
    guard let text = sheet.text else { return }
    let room = (Limits.classNumbers - numbers) / context.numbers
    if let student = text.students.dropFirst(room).first {
      throw .at(
        student, on: text, sheet.file, .tooManyNumbers(context.numbers, Limits.classNumbers))
    }
    numbers += context.numbers * text.students.count
  }

  /// The step that a sheet is about: that of the command line, if it does not name another network.
  private mutating func context(
    of sheet: SheetText, _ file: Argument
  ) throws(CommandError) -> CheckContext {
    let words = sheet.network?.text ?? ""
    if common != nil, let network = sheet.network {
      let words = NetworkWords(network.text)
      guard !words.isAnother(than: invocation.operands[0]) else {
        throw .at(network, on: sheet, file, .sheetOfAnother(words.text.excerpt))
      }
    }
    if let known = contexts[words] ?? (followsSheets && sheet.network != nil ? nil : common) {
      tell(of: known)
      return known
    }
    let context = try makeContext(of: sheet, file)
    if contexts.count >= CheckContexts.mostContexts { contexts = [:] }
    contexts[words] = context
    tell(of: context)
    return context
  }

  /// Whether the sheets' own words say which step they are about, where the command line says
  /// nothing of it.
  private var followsSheets: Bool {
    !NetworkWords.options.contains { $0.changesStep && invocation.has($0) }
  }

  /// Says once that a batch is meant where nobody said which step.
  private mutating func tell(of context: CheckContext) {
    guard let count = context.assumedBatch, !isToldOfBatch else { return }
    isToldOfBatch = true
    invocation.console.note(.batchIsMeant(count))
  }

  private func makeContext(
    of sheet: SheetText, _ file: Argument
  ) throws(CommandError) -> CheckContext {
    guard let network = sheet.network else { throw .at(.start, of: file, .sheetWithoutNetwork) }
    do throws(CommandError) {
      let named = common == nil ? nil : invocation.operands[0]
      return try CheckContext(
        try NetworkWords(network.text).invocation(for: invocation, about: named))
    } catch {
      throw error.said(by: network, on: sheet, file)
    }
  }
}
