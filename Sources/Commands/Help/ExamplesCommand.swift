internal import NetworkFiles
internal import Phrases
internal import Texts

extension Command {
  static let examples = Command(
    name: "examples", operands: [Operand(name: "NAME", isOptional: true)],
    summary: Phrase("list the built-in networks, or print one to edit", "列出内置网络，或打印一个供修改"),
    run: { invocation throws(CommandError) in
      guard let name = invocation.operands.first?.text else {
        let width = Example.all.map(\.name.count).max() ?? 0
        for example in Example.all {
          let gap = String(repeating: " ", count: width - example.name.count + 2)
          let summary = example.summary[invocation.console.language]
          let text = invocation.has(.ascii) ? summary.inASCII : summary
          invocation.console.output.write("  \(example.name)\(gap)\(text)\n")
        }
        return .success
      }
      guard let example = Example.named(name) else {
        let near = Suggestion.nearest(to: name, among: Example.all.map(\.name))
        throw .usage(.unknownExample(name.excerpt, near))
      }
      invocation.console.output.write(example.source)
      return .success
    })

  static let new = Command(
    name: "new", operands: [Operand(name: "SHAPE")], options: [.seed],
    summary: Phrase(
      "print a network file to edit: backprop new 3-4-2", "打印一个可修改的网络文件：backprop new 3-4-2"),
    run: { invocation throws(CommandError) in
      let text = invocation.operands[0].text
      let shape = try Invocation.shape(text)
      let seed = try invocation.wholeNumber(.seed, in: 0...Int.max) ?? 1
      var template = NetworkTemplate(shape: shape, seed: UInt64(seed))
      invocation.console.output.write(template.source())
      return .success
    })
}
