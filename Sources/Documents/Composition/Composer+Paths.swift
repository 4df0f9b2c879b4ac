internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

extension Composer {
  /// Tells a quantity and all that it came from; of a gradient also the paths to the loss.
  mutating func compose(originsOf quantity: Quantity) {
    tellBlocks(StepSelection(phases: [], quantities: derivation.origins(of: quantity)))
    if case .parameter(.gradient, let parameter) = quantity { tellPaths(of: parameter) }
    writer.end()
  }

  /// The most paths that are listed one by one.
  private static let mostPaths = 1000

  private mutating func tellPaths(of parameter: Parameter) {
    let count = derivation.pathCount(of: parameter)
    let gradient = Quantity.parameter(.gradient, parameter)
    let sum = numbers.number(gradient)
    let symbol = symbols.symbol(for: gradient)
    section(.pathsHeading(count), [.pathsReason])
    guard count <= Composer.mostPaths else {
      return writer.paragraph(
        Phrase.pathsUncounted(count, symbol, sum).wording(in: language))
    }
    let paths = derivation.paths(of: parameter)
    var table = DocumentTable(
      header: words(.path, .factors, .share), words: [0, 1])
    for path in paths {
      table.rows.append([
        .text(route(of: path, from: parameter)), .text(factors(of: path, parameter)),
        .text(numbers.format.text(derivation.share(of: path, in: parameter))),
      ])
    }
    writer.table(table)
    writer.paragraph("\(symbol) = \(Phrase.pathsSum(count)[language]) = \(sum)")
  }

  private func route(of path: Path, from parameter: Parameter) -> String {
    let start = symbols.symbol(for: .parameter(.value, parameter)).text
    let nets = path.nodes.map { node in
      let hasNet = trace[.net(node, .before)] != nil
      return symbols.symbol(for: hasNet ? .net(node, .before) : .output(node, .before)).text
    }
    return ([start] + nets + [symbols.symbol(for: .loss(.before)).text]).joined(separator: " → ")
  }

  /// The factors with their numbers: i1·∂out_h1/∂net_h1·w5·δ_o1.
  private func factors(of path: Path, _ parameter: Parameter) -> String {
    let numbers = path.factors.map { factor in
      let text =
        switch factor {
        case .quantity(let quantity): self.numbers.number(quantity)
        case .passed(_, _, let share): self.numbers.format.text(share)
        }
      return text.hasPrefix("-") ? "(\(text))" : text
    }
    let sign = derivation.sign(of: parameter) < 0 ? "−" : ""
    let names = path.factors.map { factor in
      switch factor {
      case .quantity(let quantity): symbols.symbol(for: quantity).text
      case .passed(let k, let j, _): symbols.passed(to: k, from: j).text
      }
    }
    return sign + names.joined(separator: "·") + " = " + sign + numbers.joined(separator: "·")
  }
}
