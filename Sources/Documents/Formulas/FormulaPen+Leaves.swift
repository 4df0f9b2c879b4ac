internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

// Functions, choices, and the leaves of a formula: quantities, constants, numbers.

extension FormulaPen {
  mutating func write(
    _ function: Formula.Function, _ inner: Formula, _ indices: Indices, _ place: Binding
  ) {
    switch function {
    case .exponential: power { $0.write(inner, indices, $1) }
    case .exponentialMinusOne:
      bracket(nil, .sum, in: place) {
        $0.power { $0.write(inner, indices, $1) }
        $0.mark(.minus)
        $0.write(number: "1", .product)
      }
    case .logistic where place > .sum: call(derivation.symbols.logisticLetter, inner, indices)
    case .logistic:
      write(.one / (.one + .apply(.exponential, .negative(inner))), indices, place)
    case .softplus:
      Glyphs.function("ln", into: &buffer)
      mark(.open(isTall: false))
      write(number: "1", .sum)
      mark(.plus)
      power { $0.write(inner, indices, $1) }
      mark(.close(isTall: false))
    case .tanh: call("tanh", inner, indices)
    case .normalDistribution: call("Φ", inner, indices)
    case .normalDensity: call(derivation.notation.densityLetter, inner, indices)
    case .sign: call("sign", inner, indices)
    case .magnitude:
      mark(.beginMagnitude)
      write(inner, indices, .sum)
      mark(.endMagnitude)
    }
  }

  /// −ln of a softmax output j: ln(1 + e^(net_9 − net_8)), in general ln Σ_k e^(net_k − net_j).
  mutating func writeSurprise(of node: IndexVariable, _ pass: Pass, _ indices: Indices) {
    func difference(_ other: IndexVariable) -> Formula {
      .sum([.quantity(.net(other, pass)), .negative(.quantity(.net(node, pass)))])
    }
    Glyphs.function("ln", into: &buffer)
    if case .general = form {
      mark(.open(isTall: true))
      let other: IndexVariable = node == .k ? .j : .k
      write(.series(.outputs, .apply(.exponential, difference(other))), indices, .sum)
      return mark(.close(isTall: true))
    }
    mark(.open(isTall: false))
    write(number: "1", .sum)
    let own = indices[node]
    for k in derivation.symbols.topology.outputs where k != own {
      mark(.plus)
      var others = indices
      (others.j, others.k) = node == .k ? (k, own) : (own, k)
      power { $0.write(difference(node == .k ? .j : .k), others, $1) }
    }
    mark(.close(isTall: false))
  }

  mutating func write(_ pattern: QuantityPattern, _ indices: Indices, _ place: Binding) {
    switch form {
    case .general(let layer, let isOfSample):
      write(generalSymbol(pattern, layer, isOfSample), place)
    case .symbols:
      let quantity = derivation.quantity(pattern, at: indices)
      if !marksSamples, writer.recurring.write(quantity, into: &buffer) { return }
      write(
        derivation.symbol(for: quantity, sample: indices.sample, isMarked: marksSamples), place)
    case .numbers:
      let quantity = derivation.quantity(pattern, at: indices)
      if let text = derivation.typedText(of: quantity, sample: indices.sample) {
        return write(number: text, place)
      }
      let (value, format) = (derivation.trace[quantity, indices.sample] ?? .nan, writer.format)
      signed(value < 0, place) { Glyphs.number(value, format, into: &$0.buffer) }
    }
  }

  /// What is remembered: 0 at the first step, else by its symbol or its number.
  mutating func write(
    _ state: Optimizer.State, _ parameter: ParameterAt<IndexVariable>, _ indices: Indices,
    _ place: Binding
  ) {
    guard derivation.state != nil else { return write(number: "0", place) }
    let own = derivation.parameter(parameter, at: indices)
    let symbol: Symbol
    switch form {
    case .numbers:
      return write(number: writer.format.text(derivation.remembered(state, own)), place)
    case .symbols: symbol = derivation.symbols.symbol(for: .parameter(.state(state), own))
    case .general(let layer, _):
      symbol = derivation.symbols.symbol(for: .parameter(.state(state), parameter), layer: layer)
    }
    guard case .state(let letter, let of) = symbol else { return }
    Glyphs.symbol(.state(letter + "⁻", of: of), into: &buffer)
  }

  mutating func write(_ constant: Formula.Constant, _ indices: Indices, _ place: Binding) {
    let power = constant.isPower ? power : nil
    if form == .numbers {
      let number = writer.number(constant, sample: indices.sample)
      guard let power else { return write(number: number, place) }
      // 0.999^3 is exact, where its value would be rounded.
      return Glyphs.number(number, to: power, into: &buffer)
    }
    let letter = constant.letter(in: derivation.notation)
    guard let power else { return Glyphs.letter(letter, into: &buffer) }
    Glyphs.letter(letter, to: power, into: &buffer)
  }

  /// The number of the step, to which β is raised; `nil` for the first one.
  private var power: String? {
    if case .general = form { return Formula.Constant.stepLetter }
    guard let step = derivation.state?.step, step > 1 else { return nil }
    return String(step)
  }

  mutating func write(
    derivativeOf of: QuantityPattern, by: QuantityPattern, _ indices: Indices
  ) {
    guard case .general(let layer, let isOfSample) = form else { return }
    Glyphs.symbol(
      .derivative(
        of: generalSymbol(of, layer, isOfSample), by: generalSymbol(by, layer, isOfSample),
        isNegative: false), into: &buffer)
  }

  /// A symbol over index variables; a sample's bears an s where the batch has its own of the name.
  private func generalSymbol(
    _ pattern: QuantityPattern, _ layer: Int, _ isOfSample: Bool
  ) -> Symbol {
    let symbols = derivation.symbols
    let symbol = symbols.symbol(for: pattern, layer: layer)
    return marksSamples || isOfSample && symbols.bearsSample(pattern)
      ? symbols.symbol(symbol, ofSample: symbols.sampleLetter) : symbol
  }

  /// A number; a negative one in brackets wherever something stands before it.
  mutating func write(number: String, _ place: Binding) {
    signed(number.utf8.first == UInt8(ascii: "-"), place) {
      Glyphs.number(number, into: &$0.buffer)
    }
  }

  private mutating func signed(
    _ isNegative: Bool, _ place: Binding, _ body: (inout FormulaPen) -> Void
  ) {
    guard isNegative,
      place > .sum || buffer.bytes.count > start && !Glyphs.opens(buffer.bytes[start...])
    else {
      return body(&self)
    }
    mark(.open(isTall: false))
    body(&self)
    mark(.close(isTall: false))
  }

  private mutating func write(_ symbol: Symbol, _ place: Binding) {
    let isFraction = Glyphs.isTwoDimensional
    switch symbol {
    case .product:
      bracket(nil, .factor, in: place) { Glyphs.symbol(symbol, into: &$0.buffer) }
    case .difference: bracket(nil, .sum, in: place) { Glyphs.symbol(symbol, into: &$0.buffer) }
    case .derivative(_, _, let isNegative):
      let binding: Binding = isNegative ? .sum : .product
      bracket(nil, binding, in: place, isClosed: isFraction && !isNegative) {
        Glyphs.symbol(symbol, into: &$0.buffer)
      }
    case .letter, .slope, .change, .state: Glyphs.symbol(symbol, into: &buffer)
    }
  }
}

extension Formula.Constant {
  /// Whether it is raised to the number of the step.
  fileprivate var isPower: Bool { self == .beta1Power || self == .beta2Power }
}
