internal import Derivations
internal import ScalarBackprop
internal import Texts

extension FormulaPen {
  mutating func write(
    _ function: Formula.Function, _ inner: Formula, _ indices: Indices, _ place: Binding
  ) {
    switch function {
    case .exponential: power(inner, indices)
    case .exponentialMinusOne:
      bracket(.sum, in: place) {
        $0.power(inner, indices)
        $0.buffer.append(" − 1")
      }
    case .logistic where place > .sum: call("σ", inner, indices)
    case .logistic:
      bracket(.product, in: place) {
        $0.buffer.append("1/(1 + ")
        $0.power(.negative(inner), indices)
        $0.buffer.append(")")
      }
    case .softplus:
      buffer.append("ln(1 + ")
      power(inner, indices)
      buffer.append(")")
    case .tanh: call("tanh", inner, indices)
    case .normalDistribution: call("Φ", inner, indices)
    case .normalDensity: call("φ", inner, indices)
    case .sign: call("sign", inner, indices)
    case .magnitude:
      buffer.append("|")
      write(inner, indices, .sum)
      buffer.append("|")
    }
  }

  mutating func power(_ exponent: Formula, _ indices: Indices) {
    buffer.append("e^")
    write(exponent, indices, .power)
  }

  /// ln(1 + e^(net_9 − net_8)): −ln of a softmax output.
  mutating func writeSurprise(of j: Int, _ pass: Pass) {
    buffer.append("ln(1")
    for k in text.derivation.symbols.outputs where k != j {
      buffer.append(" + e^(")
      write(.net(k, pass), .product)
      buffer.append(" − ")
      write(.net(j, pass), .product)
      buffer.append(")")
    }
    buffer.append(")")
  }

  mutating func write(_ quantity: Quantity, _ place: Binding) {
    switch form {
    case .symbols: write(text.derivation.symbols.symbol(for: quantity), place)
    case .numbers:
      write(number: text.number(quantity, text.derivation.trace[quantity] ?? .nan), place)
    }
  }

  mutating func write(_ constant: Formula.Constant, _ place: Binding) {
    switch form {
    case .symbols: buffer.append(constant.letter(in: text.derivation.notation))
    case .numbers:
      write(number: text.number(constant), place)
    }
  }

  /// A number; a negative one in brackets wherever something stands before it.
  mutating func write(number: String, _ place: Binding) {
    let needsBrackets =
      number.hasPrefix("-") && (place > .sum || buffer.bytes.count > start && !buffer.endsOpen)
    buffer.append(needsBrackets ? "(\(number))" : number)
  }

  mutating func write(_ symbol: Symbol, _ place: Binding) {
    switch symbol {
    case .product: bracket(.product, in: place) { $0.buffer.append(symbol) }
    case .difference: bracket(.sum, in: place) { $0.buffer.append(symbol) }
    case .derivative(_, _, let isNegative):
      bracket(isNegative ? .sum : .product, in: place) { $0.buffer.append(symbol) }
    case .letter, .slope, .change, .state: buffer.append(symbol)
    }
  }
}

extension TextBuffer {
  /// Whether an opening bracket stands last.
  fileprivate var endsOpen: Bool {
    bytes.last == UInt8(ascii: "(") || bytes.last == UInt8(ascii: "[")
  }
}

extension Formula.Constant {
  /// The letter of the constant in a notation.
  func letter(in notation: Notation) -> String {
    switch self {
    case .learningRate: notation.learningRate
    case .weightDecay: "λ"
    case .momentum: "μ"
    case .decay: "ρ"
    case .beta1: "β1"
    case .beta2: "β2"
    case .epsilon: "ε"
    case .outputCount: "n"
    case .largestNet(.before): "m"
    case .largestNet(.after): "m⁺"
    }
  }
}
