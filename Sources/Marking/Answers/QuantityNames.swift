public import Derivations
public import Phrases
public import ScalarBackprop
internal import Texts

/// What the quantities of a step are called on sheets: ids, the symbols of the network's own
/// notation, and those of others where they are unambiguous.
public struct QuantityNames {
  /// Ids, and the symbols of the network's own notation, letter by letter.
  private var exact: [String: Quantity] = [:]
  /// The names without what does not matter; `nil` for one that could mean more than one quantity.
  private var names: [String: Quantity?] = [:]
  private let ids: [String]

  /// Collects the names; `texts` writes a symbol in all the ways in which the tool shows it,
  /// as text first.
  public init(_ derivation: Derivation, texts: (Symbol) -> [String]) {
    let trace = derivation.trace
    var quantities: [Quantity] = []
    for block in trace.blocks {
      for n in 0..<block.count where trace.isTold(n, of: block) {
        quantities.append(trace.quantity(n, of: block))
      }
    }
    ids = quantities.map { derivation.symbols.id(of: $0) }
    exact = QuantityNames.named(quantities) { quantity in
      Array(texts(derivation.symbols.symbol(for: quantity)).prefix(1))
    }.compactMapValues { $0 }
    for (quantity, id) in zip(quantities, ids) { exact[id] = quantity }
    add(QuantityNames.named(quantities) { [QuantityNames.plain(derivation.symbols.id(of: $0))] })
    add(quantities, derivation.symbols, texts)
    addNumbers(derivation.symbols)
    for notation in Notation.profiles where notation.name != derivation.notation.name {
      guard !notation.needsOneHiddenLayer || trace.network.layers.count == 2 else { continue }
      add(quantities, Symbols(of: trace.network, in: notation), texts)
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

  /// Adds a notation's symbols where they mean nothing else yet.
  private mutating func add(
    _ quantities: [Quantity], _ symbols: Symbols, _ texts: (Symbol) -> [String]
  ) {
    add(
      QuantityNames.named(quantities) { quantity in
        texts(symbols.symbol(for: quantity)).flatMap { QuantityNames.spellings(of: $0) }
      })
  }

  private mutating func add(_ others: [String: Quantity?]) {
    names.merge(others) { known, _ in known }
  }

  /// Outputs by their node's number where the notation counts them from the first.
  private mutating func addNumbers(_ symbols: Symbols) {
    guard symbols.notation.countsOutputs else { return }
    for k in symbols.outputs {
      for (letter, quantity) in [("y", Quantity.output(k, .before)), ("t", .target(k))] {
        let name = "\(letter)_\(k + 1)"
        if names[name] == nil { names[name] = quantity }
      }
    }
  }

  /// The quantity a name stands for.
  public subscript(name: String) -> Quantity? {
    exact[name.trimmed] ?? names[QuantityNames.plain(name)] ?? nil
  }

  /// The id nearest to a name that stands for nothing.
  public func nearest(to name: String) -> String? { Suggestion.nearest(to: name, among: ids) }

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
    var text = name
    for (command, letters) in [
      ("\\mathrm", ""), ("\\text", ""), ("\\hat{y}", "ŷ"), ("\\hat y", "ŷ"),
    ] {
      text = text.split(separator: command, omittingEmptySubsequences: false)
        .joined(separator: letters)
    }
    var result = ""
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      switch scalar {
      case "{", "}", "$", "`", "\\": break
      case "−", "–": result += "-"
      case "′": result += "'"
      case "·", "*": result += "·"
      default: result += QuantityNames.greek[scalar] ?? String(scalar)
      }
    }
    return result
  }

  private static let greek: [Unicode.Scalar: String] = [
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "Δ": "Delta", "η": "eta",
    "θ": "theta", "σ": "sigma", "∂": "partial",
  ]
}
