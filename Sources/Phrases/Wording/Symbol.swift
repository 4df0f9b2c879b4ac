/// What a quantity is called in a notation: data that each format writes in its own way.
package enum Symbol: Hashable, Sendable {
  /// A letter or word with what stands below and above it: w_84, z^2_1, net_h1; behind that the
  /// number of a sample in brackets, E^(3), and the ⁺ of what holds after the update.
  case letter(
    String, sub: String = "", sup: String = "", sample: String = "", isUpdated: Bool = false)
  /// ∂E/∂w, or its negative.
  indirect case derivative(of: Symbol, by: Symbol, isNegative: Bool)
  /// f′(net), with what stands below the f: f_1′(net).
  indirect case slope(of: Symbol, at: Symbol)
  /// w·x, as the name of the product.
  indirect case product(Symbol, Symbol)
  /// α − γ, as the name of the difference.
  indirect case difference(Symbol, Symbol)
  /// Δw.
  indirect case change(Symbol)
  /// v(w): what an optimiser remembers of a parameter.
  indirect case state(String, of: Symbol)
}

extension Symbol {
  /// The symbol with another layer above its letter, or that of the parameter it is about.
  package func with(layerMark mark: String) -> Symbol {
    switch self {
    case .letter(let base, let sub, _, let sample, let isUpdated):
      .letter(base, sub: sub, sup: mark, sample: sample, isUpdated: isUpdated)
    case .derivative(let of, let by, let isNegative):
      .derivative(of: of, by: by.with(layerMark: mark), isNegative: isNegative)
    case .change(let of): .change(of.with(layerMark: mark))
    case .state(let letter, let of): .state(letter, of: of.with(layerMark: mark))
    case .slope, .product, .difference: self
    }
  }

  /// The symbol of one sample's quantity, with the sample's number above: E^(2), ∂E^(2)/∂w_84.
  package func ofSample(_ number: String) -> Symbol {
    switch self {
    case .letter(let base, let sub, let sup, _, let isUpdated):
      .letter(base, sub: sub, sup: sup, sample: number, isUpdated: isUpdated)
    case .derivative(let of, let by, let isNegative):
      .derivative(of: of.ofSample(number), by: by, isNegative: isNegative)
    case .slope(let function, let at): .slope(of: function, at: at.ofSample(number))
    case .product(let a, let b): .product(a, b.ofSample(number))
    case .difference(let a, let b): .difference(a.ofSample(number), b)
    case .change, .state: self
    }
  }
}
