internal import Derivations
internal import Marking
internal import NetworkFiles
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// A network for `--random`: simple numbers, drawn again until all common mistakes can be told apart.
struct RandomNetwork {
  let source: String
  let title: Phrase
  /// Whether every misconception gives a visibly different answer on it.
  let isDiscriminating: Bool

  private static let mostAttempts: UInt64 = 60

  /// The network that belongs to a shape, a seed and the precision asked for.
  init(shape: [Int], seed: UInt64, format: NumberFormat, language: Language) {
    let name = shape.map(String.init).joined(separator: "-")
    let number = String(seed)
    title = Phrase("\(name) no. \(number)", "\(name) 第 \(number) 号")
    var first: String?
    for attempt in 0..<RandomNetwork.mostAttempts {
      // Seeds next to each other must not share their later attempts.
      var template = NetworkTemplate(
        shape: shape, seed: seed &* 0x9E37_79B9_7F4A_7C15 &+ attempt, hasDistinctNumbers: true)
      let source = template.source(title: title, in: language)
      if first == nil { first = source }
      if RandomNetwork.isDiscriminating(source, format) {
        (self.source, isDiscriminating) = (source, true)
        return
      }
    }
    (self.source, isDiscriminating) = (first ?? "", false)
  }

  private static func isDiscriminating(_ source: String, _ format: NumberFormat) -> Bool {
    guard let file = try? NetworkFile(parsing: Array(source.utf8), notations: Notation.names),
      let trace = try? file.network.trace(file.samples[0], rule: file.training.rule)
    else { return false }
    return Derivation(of: trace, in: .documents, isStepwise: true)
      .showsEveryMisconception(in: format)
  }
}

extension Invocation {
  /// The network of `--random`, if that is asked for.
  func randomNetwork() throws(CommandError) -> RandomNetwork? {
    guard let text = text(.random) else { return nil }
    let shape = try Invocation.shape(text)
    guard shape.reduce(0, +) <= 24 else { throw .usage(.badRandomShape(text.excerpt)) }
    let seed = try wholeNumber(.seed, in: 0...Int.max) ?? 1
    return RandomNetwork(
      shape: shape, seed: UInt64(seed), format: try numberFormat(), language: console.language)
  }
}
