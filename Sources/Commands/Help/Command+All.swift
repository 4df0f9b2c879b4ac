extension Command {
  /// Every subcommand, in the order in which help lists them.
  static let all: [Command] = [
    trace, export, explain, worksheet, practise, check, train, gradcheck, new, examples,
    completions, help,
  ]

  /// The subcommand of a name.
  static func named(_ name: String) -> Command? { all.first { $0.name == name } }
}
