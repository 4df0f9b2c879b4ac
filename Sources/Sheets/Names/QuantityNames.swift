package import Derivations
package import Phrases
package import ScalarBackprop
internal import Texts

/// What the quantities of a step are called on sheets: ids, the symbols of the network's own
/// notation, and those of others where they are unambiguous.
package struct QuantityNames {
  /// Ids, and the symbols of the network's own notation, letter by letter.
  private var exact: [String: Quantity] = [:]
  /// The names without what does not matter; `nil` for one that could mean more than one quantity.
  private var names: [String: Quantity?] = [:]
  /// Those that the other notations add.
  private let others: Others
  private let ids: [String]
  private let idSet: Set<String>
  /// Ids, and the symbols of the network's own notation, in the one spelling; without weights that are
  /// only counted, of which there are two ways.
  private var own: [String: Quantity] = [:]
  private var countsWeights = false
  /// Ids and symbols letter by letter, as lines are respelt before they are taken apart.
  private var respelt: [String: Quantity] = [:]

  /// Collects the names; `texts` writes a symbol in all the ways in which the tool shows it,
  /// as text first.
  package init(_ derivation: Derivation, texts: @escaping (Symbol) -> [String]) {
    let trace = derivation.trace
    var quantities: [Quantity] = []
    var known: Set<Quantity> = []
    for block in trace.blocks {
      for n in 0..<block.count where trace.isListed(n, of: block) {
        // The samples of a batch have the same ones.
        let quantity = trace.quantity(n, of: block)
        if known.insert(quantity).inserted { quantities.append(quantity) }
      }
    }
    ids = quantities.map { derivation.symbols.id(of: $0) }
    idSet = Set(ids)
    others = Others(quantities, derivation, texts)
    exact = QuantityNames.named(quantities) { quantity in
      Array(texts(derivation.symbols.symbol(for: quantity)).prefix(1))
    }.compactMapValues { $0 }
    for (quantity, id) in zip(quantities, ids) { exact[id] = quantity }
    add(QuantityNames.named(quantities) { [QuantityNames.plain(derivation.symbols.id(of: $0))] })
    add(QuantityNames.named(quantities, derivation.symbols, texts))
    for (name, quantity) in exact { respelt[Spelling.plain(name)] = quantity }
    // Weights of kernels are counted in one way only.
    countsWeights = derivation.notation.weightLabels == .counted && trace.network.isDense
    own = names.compactMapValues { $0 }.filter { !isCounted($1) }
    // Lines are respelt before they are taken apart.
    for (name, quantity) in own {
      let respelt = QuantityNames.plain(Spelling.plain(name))
      if own[respelt] == nil { own[respelt] = quantity }
    }
    for (quantity, id) in zip(quantities, ids) { own[QuantityNames.plain(id)] = quantity }
    addShorter()
    addNumbers(derivation.symbols)
  }

  /// The symbols of the other notations, which are put together when a name needs them.
  private final class Others {
    private let make: () -> [[String: Quantity?]]
    private(set) lazy var names: [String: Quantity?] = make().reduce(into: [:]) { all, own in
      all.merge(own) { known, _ in known }
    }

    init(
      _ quantities: [Quantity], _ derivation: Derivation, _ texts: @escaping (Symbol) -> [String]
    ) {
      let network = derivation.trace.network
      let own = derivation.notation.name
      make = {
        Notation.profiles
          .filter { $0.name != own && $0.suits(network) }
          .map { QuantityNames.named(quantities, Symbols(of: network, in: $0), texts) }
      }
    }
  }

  /// Symbols without what may be left out: α1, and β where there is but one.
  private mutating func addShorter() {
    var shorter: [String: Quantity?] = [:]
    for (name, quantity) in own where name.contains("_") && !name.contains("[") {
      let joined = name.filter { $0 != "_" }
      var forms = [joined]
      if joined.last == "1", !(joined.dropLast().last?.isNumber ?? true) {
        forms.append(String(joined.dropLast()))
      }
      for form in forms where own[form] == nil {
        shorter[form] = shorter[form] == nil || shorter[form] == quantity ? quantity : .some(nil)
      }
    }
    // Without its number a letter stands for the only one.
    for (form, quantity) in shorter {
      guard let quantity, own[form] == nil else { continue }
      if form.last?.isNumber ?? true || own[form + "_2"] == nil && own[form + "2"] == nil {
        own[form] = quantity
      }
    }
  }

  /// Quantities by what each may be called; `nil` where that is not one alone.
  private static func named(
    _ quantities: [Quantity], _ texts: (Quantity) -> [String]
  ) -> [String: Quantity?] {
    var own: [String: Quantity?] = [:]
    for quantity in quantities {
      for name in Set(texts(quantity)) { own[name] = own[name] == nil ? quantity : .some(nil) }
    }
    return own
  }

  /// Quantities by a notation's symbols.
  private static func named(
    _ quantities: [Quantity], _ symbols: Symbols, _ texts: (Symbol) -> [String]
  ) -> [String: Quantity?] {
    named(quantities) { quantity in
      texts(symbols.symbol(for: quantity)).flatMap { spellings(of: $0) }
    }
  }

  private mutating func add(_ others: [String: Quantity?]) {
    names.merge(others) { known, _ in known }
  }

  /// Outputs by their node's number where the notation counts them from the first.
  private mutating func addNumbers(_ symbols: Symbols) {
    guard symbols.notation.countsOutputs else { return }
    for k in symbols.topology.outputs {
      for (letter, quantity) in [("y", Quantity.output(k, .before)), ("t", .target(k))] {
        let name = "\(letter)_\(k + 1)"
        if names[name] == nil { names[name] = quantity }
      }
    }
  }

  /// The quantity a name stands for.
  package subscript(name: String) -> Quantity? {
    exact[name.trimmed] ?? any(QuantityNames.plain(name))
  }

  /// What a name means in the network's own notation, else in another one.
  private func any(_ plain: String) -> Quantity? {
    (names[plain] ?? others.names[plain]) ?? nil
  }

  /// What a name stands for as an id, or in the network's own notation.
  func own(_ name: String, counted countsToo: Bool = false) -> Quantity? {
    if countsToo, let quantity = exact[name.trimmed] ?? any(QuantityNames.plain(name)) {
      return quantity
    }
    let name = name.trimmed
    if let quantity = exact[name] ?? respelt[name] {
      return isCounted(quantity) && !idSet.contains(name) ? nil : quantity
    }
    return own[QuantityNames.plain(name)] ?? own[QuantityNames.plain(Spelling.plain(name))]
  }

  /// Whether a quantity has a number in the order of the weights, of which there are two, and no id
  /// was written.
  private func isCounted(_ quantity: Quantity) -> Bool { countsWeights && quantity.isOfWeight }

  /// Whether a name is an id, or a symbol of the network's own notation, letter by letter.
  func isExact(_ name: String) -> Bool { exact[name] != nil }

  /// What an id is of, or a symbol of the network's own notation as the tool prints it.
  func printed(_ name: String) -> Quantity? { exact[name] ?? respelt[name] }

  /// Whether a name is an id.
  func isID(_ name: String) -> Bool { idSet.contains(name.trimmed) }

  /// The id nearest to a name that stands for nothing.
  package func nearest(to name: String) -> String? { Suggestion.nearest(to: name, among: ids) }

  /// A symbol in the ways it may be written: z^2_1 and z_1^2.
  private static func spellings(of symbol: String) -> [String] {
    let name = plain(symbol)
    guard let above = name.lastIndex(of: "^"), let below = name[above...].firstIndex(of: "_")
    else { return [name] }
    return [name, String(name[..<above] + name[below...] + name[above..<below])]
  }

  /// A name without what does not matter: spaces, braces, dollars, backticks, what TeX says of
  /// letters; Greek spelt out.
  static func plain(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in withoutCommands(name).unicodeScalars {
      switch scalar {
      case "{", "}", "$", "`", "\\", " ", "\t"..."\r": break
      case "*": result.append("·")
      case _ where scalar.isASCII: result.append(scalar)
      case "−", "–": result.append("-")
      case "′": result.append("'")
      case _ where scalar.properties.isWhitespace: break
      default:
        if let letters = greek[scalar] {
          result.append(contentsOf: letters.unicodeScalars)
        } else {
          result.append(scalar)
        }
      }
    }
    return String(result)
  }

  /// A name without what TeX says of its letters.
  private static func withoutCommands(_ name: String) -> String {
    var rest = name.utf8[...]
    guard let first = rest.firstIndex(of: backslash) else { return name }
    var result = String(name[..<first])
    rest = rest[first...]
    while !rest.isEmpty {
      let command = commands.first { rest.starts(with: $0.name) }
      if let command {
        result += command.letters
        rest = rest.dropFirst(command.name.count)
      }
      let start = command == nil ? rest.index(after: rest.startIndex) : rest.startIndex
      let next = rest[start...].firstIndex(of: backslash) ?? rest.endIndex
      result += String(Substring(rest[..<next]))
      rest = rest[next...]
    }
    return result
  }

  private static let backslash = UInt8(ascii: "\\")
  private static let commands = [
    ("\\mathrm", ""), ("\\text", ""), ("\\hat{y}", "ŷ"), ("\\hat y", "ŷ"),
  ].map { (name: Array($0.utf8), letters: $1) }

  private static let greek: [Unicode.Scalar: String] = [
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "Δ": "Delta", "η": "eta",
    "θ": "theta", "σ": "sigma", "∂": "partial", "ε": "epsilon", "τ": "tau", "λ": "lambda",
    "μ": "mu", "ρ": "rho",
  ]
}

extension Quantity {
  /// Whether it is a weight, or belongs to one.
  fileprivate var isOfWeight: Bool {
    if case .parameter(_, .weight) = self { true } else { false }
  }
}
