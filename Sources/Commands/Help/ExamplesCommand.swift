internal import Derivations
internal import NetworkFiles
internal import Phrases
internal import ScalarBackprop
internal import Texts

extension Command {
  static let examples = Command(
    name: "examples", operands: [Operand(name: "NAME", kind: .example, isOptional: true)],
    options: [.samples, .seed],
    summary: Phrase("list the built-in networks, or print one to edit", "列出内置网络，或打印一个供修改"),
    examples: ["examples", "examples mazur"],
    run: { invocation throws(CommandError) in
      guard let name = invocation.operands.first?.text else {
        for option in [Option.samples, .seed] where invocation.has(option) {
          throw .usage(
            .optionNeedsDataSet(option.spelling, DataSet.allCases.map(\.name)))
        }
        try list(invocation)
        return .success
      }
      let isDrawn = invocation.has(.samples) || invocation.has(.seed)
      if let set = DataSet.named(name) ?? (isDrawn ? DataSet(rawValue: name) : nil) {
        let count = try invocation.wholeNumber(.samples, in: 2...10_000)
        let seed = try invocation.wholeNumber(.seed, in: 0...Int.max)
        invocation.console.output.write(
          set.source(
            samples: count ?? 40, seed: UInt64(seed ?? 1), in: invocation.console.language))
        return .success
      }
      guard !isDrawn else {
        throw .usage(.notADataSet(name.excerpt, DataSet.allCases.map(\.name)))
      }
      guard let example = Example.named(name) else {
        let near = Suggestion.nearest(to: name, among: Example.names)
        throw .usage(.unknownExample(name.excerpt, near))
      }
      invocation.console.output.write(example.source(in: invocation.console.language))
      return .success
    })

  /// Every example and data set under the heading of its kind.
  private static func list(_ invocation: Invocation) throws(CommandError) {
    let page = try HelpPage(invocation)
    let groups =
      Example.groups.map { ($0.heading, $0.examples.map { ($0.name, $0.summary) }) }
      + [(DataSet.heading, DataSet.allCases.map { ($0.name, $0.summary) })]
    let widest = groups.flatMap(\.1).map(\.0.count).max() ?? 0
    let texts = groups.map { heading, rows in
      page.paragraph(heading) + page.table(rows.map { ($0.0, $0.1[page.language]) }, widest: widest)
    }
    invocation.console.output.write(page.spelt(texts.joined(separator: "\n")))
  }

  static let new = Command(
    name: "new", operands: [Operand(name: "SHAPE")], options: [.activation, .loss, .seed],
    summary: Phrase(
      "print a network file to edit: 'backprop new 3-4-2'", "打印一个可修改的网络文件：'backprop new 3-4-2'"),
    examples: ["new 3-4-2 --activation tanh", "new 2-2-1 --seed 7"],
    run: { invocation throws(CommandError) in
      let text = invocation.operands[0].text
      let shape = try Invocation.shape(text)
      let seed = try invocation.wholeNumber(.seed, in: 0...Int.max) ?? 1
      var template = NetworkTemplate(shape: shape, seed: UInt64(seed))
      template.activation =
        try invocation.choice(.activation, as: Activation.self) ?? template.activation
      template.loss = try invocation.choice(.loss, as: Loss.self) ?? template.loss
      let source = template.source(in: invocation.console.language)
      // Not every function, loss and shape go together.
      do throws(SourceError) {
        let file = try NetworkFile(parsing: Array(source.utf8), notations: Notation.names)
        guard file.network.layers.contains(where: { $0.activation == template.activation }) else {
          throw SourceError(
            position: nil,
            phrase: .unsuitedLoss(template.loss, activation: template.activation))
        }
      } catch {
        throw .usage(error.phrase)
      }
      invocation.console.output.write(source)
      return .success
    })
}
