internal import Derivations
internal import Documents
internal import Phrases
internal import Texts

// What the options that every command understands amount to.

extension Invocation {
  /// Refuses wrong values of options that the command may not even need.
  func checkCommonOptions() throws(CommandError) {
    _ = try numberFormat()
    _ = try word(.notation)
    _ = try word(.language)
    _ = try style()
  }

  /// How numbers are shown: `--digits`, else `--decimals`, else six significant digits.
  func numberFormat() throws(CommandError) -> NumberFormat {
    if has(.digits), has(.decimals) { throw .usage(.exclusiveOptions("--digits", "--decimals")) }
    if let decimals = try wholeNumber(.decimals, in: 0...17) { return .decimals(decimals) }
    return .significant(try wholeNumber(.digits, in: 1...17) ?? 6)
  }

  /// The same where the command line says it.
  func askedFormat() throws(CommandError) -> NumberFormat? {
    has(.digits) || has(.decimals) ? try numberFormat() : nil
  }

  /// How a report looks in the terminal at hand.
  func style() throws(CommandError) -> TerminalStyle {
    let width = try wholeNumber(.width, in: 20...10_000)
    return TerminalStyle(
      width: width ?? max(20, console.surroundings.terminalWidth ?? 80),
      isColored: try isColored(), isASCII: has(.ascii), language: console.language,
      format: try numberFormat())
  }

  /// `--color`, then NO_COLOR, CLICOLOR_FORCE, TERM=dumb, then whether it is a terminal.
  private func isColored() throws(CommandError) -> Bool {
    switch try choice(.color, as: ColorChoice.self) ?? .auto {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    let environment = console.surroundings.environment
    if let no = environment["NO_COLOR"], !no.isEmpty { return false }
    if let force = environment["CLICOLOR_FORCE"], !force.isEmpty, force != "0" { return true }
    return environment["TERM"] != "dumb" && console.surroundings.isTerminal
  }

  /// The numeric policy in words.
  func policy(_ language: Language) throws(CommandError) -> String {
    let digits = Phrase.precision(try numberFormat())
    return (has(.roundAsYouGo) ? Phrase.roundAsYouGo(digits) : .fullPrecision)[language]
  }

  /// The policy, and how many digits are shown.
  func policyLine() throws(CommandError) -> String {
    let language = console.language
    let policy = try policy(language)
    if has(.roundAsYouGo) { return policy }
    let digits = Phrase.precision(try numberFormat())
    return policy + Phrase.comma[language] + Phrase.shown(digits)[language]
  }
}

extension Invocation {
  /// The numbers of a shape like 2-2-1, or what is wrong with it.
  static func shape(_ text: String) throws(CommandError) -> [Int] {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let shape = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    let isShape = shape.count == parts.count && shape.allSatisfy { (1...100).contains($0) }
    guard isShape, (2...100).contains(shape.count), shape.reduce(0, +) <= 1000 else {
      throw .usage(.badShape(text.excerpt))
    }
    return shape
  }
}
