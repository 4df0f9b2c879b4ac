internal import Phrases
internal import Texts

/// The words of a command line that say which step a worksheet is about. They stand on the
/// worksheet, so that `check` can find the step again.
struct NetworkWords {
  var words: [String]

  /// The options that change the step.
  static let options: [Option] =
    [
      .random, .vary, .traceStep, .stage, .pretrain, .freezePretrained, .epochs, .seed, .digits,
      .decimals, .roundAsYouGo, .notation,
      .short, .only,
    ]
    + Option.overrides

  init(_ invocation: Invocation) {
    words = invocation.operands.prefix(1).map(\.text)
    if invocation.has(.random) { words = [] }
    for option in NetworkWords.options {
      for value in invocation.texts(option) {
        words += option.value == nil ? [option.spelling] : [option.spelling, value]
      }
    }
  }

  /// Reads the words behind `network:`.
  init(_ text: String) {
    words = text.split(separator: " ").map { NetworkWords.unescaped(String($0)) }
  }

  /// The words with spaces between them; those within them are spelt %20.
  var text: String { words.map(NetworkWords.escaped).joined(separator: " ") }

  /// Whether they certainly name another network than an operand does: by another file name.
  func isAnother(than operand: Argument) -> Bool {
    func base(_ name: String) -> Substring { name.split(separator: "/").last ?? "" }
    return words.first.map { base($0) != base(operand.text) } ?? false
  }

  private static func escaped(_ word: String) -> String {
    word.visible.map { $0 == " " ? "%20" : $0 == "%" ? "%25" : $0 == "`" ? "%60" : String($0) }
      .joined()
  }

  private static func unescaped(_ word: String) -> String {
    var result = word
    for (code, character) in [("%20", " "), ("%60", "`"), ("%25", "%")] {
      result = result.split(separator: code, omittingEmptySubsequences: false)
        .joined(separator: character)
    }
    return result
  }

  /// The invocation that these words make, for the command at hand; where that names a network, it is
  /// about that one.
  func invocation(
    for other: Invocation, about network: Argument? = nil
  ) throws(CommandError) -> Invocation {
    let reader = try ArgumentReader(words.map { Argument($0) }, known: NetworkWords.options)
    var values: [String: [Argument]] = [:]
    for (name, value) in reader.given { values[name, default: []].append(value ?? Argument("")) }
    if network != nil, let notation = other.argument(.notation) {
      values[Option.notation.name] = [notation]
    }
    let invocation = Invocation(
      command: other.command, operands: network.map { [$0] } ?? reader.operands, values: values,
      console: other.console)
    try invocation.checkCommonOptions()
    return invocation
  }
}

extension Option {
  /// Whether it says which step is meant, and on which numbers, and not how that is written down.
  var changesStep: Bool {
    ![Option.digits, .decimals, .roundAsYouGo, .notation, .short, .only].contains {
      $0.name == name
    }
  }
}
