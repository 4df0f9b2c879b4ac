package import Phrases
package import ScalarBackprop
internal import Texts

/// What the quantities of a step may be called where some are asked for: by their ids; by their symbols, in
/// Unicode, ASCII or TeX; or by a letter alone, which means all that are written with it.
package final class StepNames {
  private let ids: [String: Quantity]
  private let names: Symbols
  /// Made when a name is no id.
  private lazy var written = Written(ids, names)

  /// Collects the names of all that a step tells.
  package convenience init(_ derivation: Derivation) {
    self.init(derivation.quantitiesByID, derivation.symbols)
  }

  /// Collects the names of some quantities.
  package init(_ quantities: [String: Quantity], _ symbols: Symbols) {
    ids = quantities
    names = symbols
  }

  /// The quantities of a name; an id goes before a symbol, and a symbol before a letter.
  package func callAsFunction(_ name: String) -> [Quantity] {
    if let quantity = ids[name.trimmed] { return [quantity] }
    let plain = StepNames.plain(name)
    return written.symbols[plain] ?? written.letters[plain] ?? []
  }

  /// The quantities by what is written for them.
  private struct Written {
    var symbols: [String: [Quantity]] = [:]
    var letters: [String: [Quantity]] = [:]

    init(_ quantities: [String: Quantity], _ names: Symbols) {
      for (_, quantity) in quantities.sorted(by: { $0.key < $1.key }) {
        let symbol = names.symbol(for: quantity)
        for text in StepNames.forms(symbol.text) { symbols[text, default: []].append(quantity) }
        for text in StepNames.forms(symbol.letter) { letters[text, default: []].append(quantity) }
      }
    }
  }

  /// The id nearest to a name that means nothing.
  package func nearest(to name: String, or others: [String] = []) -> String? {
    Suggestion.nearest(to: name, among: others + ids.keys.sorted())
  }

  private static func forms(_ text: String) -> Set<String> { [plain(text), plain(text.inASCII)] }

  /// A name without what TeX puts around it, and without blanks.
  private static func plain(_ name: String) -> String {
    var plain = ""
    for character in name where !"{}$\\ ".contains(character) {
      plain.append(character == "*" ? "·" : character == "'" ? "′" : character)
    }
    return plain
  }
}

extension Symbol {
  /// The symbol without what says at which nodes it is: δ of δ_4, w of w5, w⁺ of w5⁺, ∂E/∂w of ∂E/∂w5.
  package var letter: String {
    switch self {
    case .letter(let base, let sub, _, _, let isUpdated):
      let digits = sub.isEmpty ? base.reversed().prefix(while: \.isNumber).count : 0
      return (digits < base.count ? String(base.dropLast(digits)) : base) + (isUpdated ? "⁺" : "")
    case .derivative(let of, let by, let isNegative):
      return (isNegative ? "−∂" : "∂") + of.letter + "/∂" + by.letter
    case .slope(let function, _): return function.letter + "′"
    case .product(let a, let b): return a.letter + "·" + b.letter
    case .difference(let a, let b): return a.letter + " − " + b.letter
    case .change(let of): return "Δ" + of.letter
    case .state(let letter, _): return letter
    }
  }
}
