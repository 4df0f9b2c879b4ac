internal import Derivations
internal import Documents
internal import NetworkFiles
internal import Phrases
internal import Texts

/// What `--points` says: what the answers of a phase, a kind or an id are worth.
struct PointWorths {
  let worths: [String: Double]
  /// The words that were found on no step yet, in their order.
  private var unknown: [String] = []
  /// The words of the step that was looked at last.
  private var known: [String] = []

  /// No answer is worth more.
  private static let most = 1_000.0

  init(_ invocation: Invocation) throws(CommandError) {
    guard let text = invocation.text(.points) else {
      worths = [:]
      return
    }
    var worths: [String: Double] = [:]
    for item in ArgumentReader.list(text) {
      guard let equals = item.lastIndex(of: "=") else { throw .usage(.badPoints(item.excerpt)) }
      let word = String(item[..<equals]).trimmed
      let number = try Exercise.number(String(item[item.index(after: equals)...]), .points).value
      guard !word.isEmpty, (0...PointWorths.most).contains(number) else {
        throw .usage(.badPoints(item.excerpt))
      }
      guard worths.updateValue(number, forKey: word) == nil else {
        throw .usage(.pointsTwice(word.excerpt))
      }
      unknown.append(word)
    }
    self.worths = worths
  }

  var isEmpty: Bool { worths.isEmpty }

  /// Looks which words are those of a step.
  mutating func look(at derivation: Derivation) {
    guard !unknown.isEmpty else { return }
    known = MarkingScheme.words(of: derivation)
    let words = Set(known)
    unknown.removeAll(where: words.contains)
  }

  /// Refuses a word that no step has.
  func check() throws(CommandError) {
    guard let word = unknown.first else { return }
    throw .usage(.unknownPoints(word.excerpt, Suggestion.nearest(to: word, among: known)))
  }
}
