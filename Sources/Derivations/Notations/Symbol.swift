/// What a quantity is called in a notation: data that each format writes in its own way.
public indirect enum Symbol: Hashable, Sendable {
  /// A letter or word with what stands below and above it: w_84, z^2_1, net_h1; `isUpdated` adds
  /// the ⁺ of what holds after the update.
  case letter(String, sub: String = "", sup: String = "", isUpdated: Bool = false)
  /// ∂E/∂w, or its negative.
  case derivative(of: Symbol, by: Symbol, isNegative: Bool)
  /// f′(net).
  case slope(of: String, at: Symbol)
  /// w·x, as the name of the product.
  case product(Symbol, Symbol)
  /// α − γ, as the name of the difference.
  case difference(Symbol, Symbol)
  /// Δw.
  case change(Symbol)
  /// v(w): what an optimiser remembers of a parameter.
  case state(String, of: Symbol)
}
