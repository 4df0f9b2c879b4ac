internal import Phrases
internal import Texts

/// A command line that was read: the command, what it is to work on, and the options given.
struct Invocation {
  let command: Command
  let operands: [Argument]
  let values: [String: [Argument]]
  let console: Console

  /// The value of an option as it was given, if it was.
  func argument(_ option: Option) -> Argument? { values[option.name]?.last }

  /// The same as text.
  func text(_ option: Option) -> String? { argument(option)?.text }

  func texts(_ option: Option) -> [String] { (values[option.name] ?? []).map(\.text) }

  func has(_ option: Option) -> Bool { values[option.name] != nil }

  /// The value of an option as a whole number within a range.
  func wholeNumber(_ option: Option, in range: ClosedRange<Int>) throws(CommandError) -> Int? {
    guard let text = text(option) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw .usage(
        .badOptionNumber(
          text.excerpt, option: option.spelling, from: range.lowerBound,
          to: range.upperBound == .max ? nil : range.upperBound))
    }
    return number
  }

  /// The value of an option that is one of few words.
  func word(_ option: Option) throws(CommandError) -> String? {
    guard let text = text(option).map(option.meaning) else { return nil }
    guard option.choices.contains(text) else {
      let near = Suggestion.nearest(to: text, among: option.choices)
      throw .usage(
        .badChoice(text.excerpt, option: option.spelling, near, known: option.choices))
    }
    return text
  }

  /// The same as what the word stands for.
  func choice<Choice: RawRepresentable<String>>(
    _ option: Option, as _: Choice.Type
  ) throws(CommandError) -> Choice? {
    try word(option).flatMap(Choice.init)
  }
}

extension Invocation {
  /// The same command line with an option set: a switch, or another value in place of its own.
  func with(_ option: Option, _ value: String = "") -> Invocation {
    changed { $0[option.name] = [Argument(value)] }
  }

  /// The same command line without some options.
  func without(_ options: [Option]) -> Invocation {
    changed { values in for option in options { values[option.name] = nil } }
  }

  private func changed(_ change: (inout [String: [Argument]]) -> Void) -> Invocation {
    var values = values
    change(&values)
    return Invocation(command: command, operands: operands, values: values, console: console)
  }
}

/// Where a command writes, and how: language, colour, width, digits.
struct Console {
  let output: TextOutput
  let error: TextOutput
  let surroundings: Surroundings
  var language: Language

  /// A note to the person, apart from the results.
  func note(_ phrase: Phrase) { error.write("backprop: \(phrase[language])\n") }

  /// Says why something could not be done.
  func report(_ failure: CommandError) {
    switch failure {
    case .usage(let phrase), .interrupted(let phrase): note(phrase)
    case .file(let place, let phrase): error.write("\(place): \(phrase[language])\n")
    }
  }
}
