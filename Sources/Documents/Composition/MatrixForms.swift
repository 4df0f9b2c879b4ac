internal import Derivations
internal import Phrases
internal import ScalarBackprop

/// What the rules of a layer are with vectors and matrices, with the step's numbers in them.
struct MatrixForms {
  let derivation: Derivation
  let numbers: FormulaText
  let layer: Int
  /// The sample's place in the batch; `nil` for the only one.
  let sample: Int?

  private var symbols: Symbols { derivation.symbols }
  private var topology: Topology { symbols.topology }
  private var trace: Trace { derivation.trace }
  private var nodes: Range<Int> { topology.layers[layer] }
  private var sources: Range<Int> { topology.sources(ofLayer: layer) }
  private var isExtended: Bool { symbols.extendsMatrix(ofLayer: layer) }
  private var isDescent: Bool { symbols.notation.convention.deltaSign == .descent }
  private var hasThresholds: Bool { symbols.notation.convention.subtractsThresholds }

  private func number(_ quantity: Quantity) -> Matrix.Cell {
    .number(numbers.number(quantity, sample: sample))
  }

  private func column(_ quantities: [Quantity]) -> MatrixFormula.Part {
    .matrix(Matrix(column: quantities.map(number)))
  }

  private func part(_ symbol: Symbol) -> MatrixFormula.Part { .math(.symbol(symbol)) }

  // MARK: Forward

  /// The weights of a neuron, and its bias where that is one of them.
  private func weights(of j: Int) -> [Quantity] {
    sources.map { .parameter(.value, .weight(to: j, from: $0)) }
      + (isExtended ? [.parameter(.value, .bias(j))] : [])
  }

  /// What comes in, with the constant 1 where the bias is a weight.
  private var incoming: [Matrix.Cell] {
    sources.map { number(.output($0, .before)) } + (isExtended ? [.number("1")] : [])
  }

  private var input: Symbol { symbols.vector(.outputs, layer: layer - 1) }

  /// What is added to the products, as a symbol and in numbers: nothing where the matrix holds it.
  private var shift: (symbol: [MatrixFormula.Part], numbers: [MatrixFormula.Part]) {
    guard let bias = symbols.biases(ofLayer: layer) else { return ([], []) }
    let own = nodes.compactMap { topology.bias(of: $0) }.map { Quantity.parameter(.value, $0) }
    let sign = MatrixFormula.Part.math(hasThresholds ? .minus : .plus)
    return ([sign, part(bias)], [sign, column(own)])
  }

  /// z = W·a + b.
  var forward: MatrixFormula {
    let matrix = Matrix(nodes.map { weights(of: $0).map(number) })
    let rule = [part(symbols.weights(ofLayer: layer)), .math(.times), part(input)] + shift.symbol
    let values =
      [.matrix(matrix), .math(.times), .matrix(Matrix(column: incoming))] + shift.numbers
    // With thresholds the net value is no letter, but a difference.
    let name = hasThresholds ? [] : [[part(symbols.vector(.nets, layer: layer))]]
    return MatrixFormula(sides: name + [rule, values, [column(nodes.map { .net($0, .before) })]])
  }

  // MARK: Backward

  /// δ = f′ ∘ (Wᵀ·δ) of a hidden layer; of the output layer f′ ∘ e, or what is left of it.
  var delta: MatrixFormula {
    let name = [part(symbols.vector(.deltas, layer: layer))]
    let result = [column(nodes.map { .delta($0) })]
    let (rule, values) = topology.isOutputLayer(layer) ? outputDelta : hiddenDelta
    return MatrixFormula(sides: [name] + (rule.isEmpty ? [] : [rule]) + [values, result])
  }

  private var slope: MatrixFormula.Part {
    part(
      .slope(
        of: symbols.function(ofLayer: layer), at: symbols.vector(.nets, layer: layer)))
  }

  private var hiddenDelta: ([MatrixFormula.Part], [MatrixFormula.Part]) {
    let next = topology.layers[layer + 1]
    let own = symbols.ownWeights(ofLayer: layer + 1)
    let weights: MatrixFormula.Part = symbols.hasRowsOfSenders ? part(own) : .turned(own)
    let matrix = Matrix(
      nodes.map { j in next.map { number(.parameter(.value, .weight(to: $0, from: j))) } })
    return (
      [
        slope, .elementwise, .math(.open), weights, .math(.times),
        part(symbols.vector(.deltas, layer: layer + 1)), .math(.close),
      ],
      [
        column(nodes.map { .slope($0) }), .elementwise, .math(.open), .matrix(matrix),
        .math(.times), column(next.map { .delta($0) }), .math(.close),
      ]
    )
  }

  private var outputDelta: ([MatrixFormula.Part], [MatrixFormula.Part]) {
    let errors = column(nodes.map { .error($0) })
    if trace.network.loss.cancelsSlope {
      let pairs: [(Symbol, MatrixFormula.Part)] = [
        (symbols.vector(.targets, layer: layer), column(nodes.map { .target($0) })),
        (symbols.vector(.outputs, layer: layer), column(nodes.map { .output($0, .before) })),
      ]
      let ordered = isDescent ? pairs : pairs.reversed()
      return (
        [part(ordered[0].0), .math(.minus), part(ordered[1].0)],
        [ordered[0].1, .math(.minus), ordered[1].1]
      )
    }
    if trace.network.outputLayer.activation.mixesNeurons {
      // Each δ is a sum over the outputs: a column of ∂y/∂net times the errors.
      let rows = nodes.map { j in nodes.map { number(.jacobian(of: $0, by: j)) } }
      return ([], [.matrix(Matrix(rows)), .math(.times), errors])
    }
    let error = part(symbols.vector(.errors, layer: layer))
    return (
      [slope, .elementwise, error], [column(nodes.map { .slope($0) }), .elementwise, errors]
    )
  }

  /// ∂E/∂W = ∓δ·aᵀ, and ∂E/∂b = ∓δ where the biases are a vector of their own.
  var gradients: [MatrixFormula] {
    let sign: [MatrixFormula.Part] = isDescent ? [.math(.negation)] : []
    let delta = symbols.vector(.deltas, layer: layer)
    let deltas = nodes.map { number(.delta($0)) }
    let isTurned = symbols.hasRowsOfSenders
    let (first, second) = isTurned ? (incoming, deltas) : (deltas, incoming)
    let rows = nodes.map { j in
      weights(of: j).compactMap { weight -> Matrix.Cell? in
        guard case .parameter(_, let parameter) = weight else { return nil }
        return number(.parameter(.gradient, parameter))
      }
    }
    let columns = (rows.first?.indices ?? 0..<0).map { n in rows.map { $0[n] } }
    let matrix = symbols.ownWeights(ofLayer: layer)
    let ofWeights = MatrixFormula(sides: [
      [part(.derivative(of: symbols.loss, by: matrix, isNegative: false))],
      sign + [part(isTurned ? input : delta), .math(.times), .turned(isTurned ? delta : input)],
      sign + [.matrix(Matrix(column: first)), .math(.times), .matrix(Matrix(row: second))],
      [.matrix(Matrix(isTurned ? columns : rows))],
    ])
    return [ofWeights] + (biasGradient.map { [$0] } ?? [])
  }

  private var biasGradient: MatrixFormula? {
    guard topology.biases[layer] == .each, let bias = symbols.biases(ofLayer: layer) else {
      return nil
    }
    let isNegative = isDescent != symbols.notation.convention.turns(.bias)
    return MatrixFormula(sides: [
      [part(.derivative(of: symbols.loss, by: bias, isNegative: false))],
      (isNegative ? [.math(.negation)] : []) + [part(symbols.vector(.deltas, layer: layer))],
      [column(nodes.map { .parameter(.gradient, .bias($0)) })],
    ])
  }

  /// What is said before the formula of δ: that biases which stand in the next layer's matrix take no part.
  var deltaReason: Phrase {
    guard !topology.isOutputLayer(layer), symbols.extendsMatrix(ofLayer: layer + 1) else {
      return .matrixForm
    }
    return .matrixFormWithoutBiases(symbols.ownWeights(ofLayer: layer + 1))
  }

  // MARK: A neuron, as the texts write it

  /// w_8 = [w_84 w_85 …], a = [a_4 a_5 … 1], y_1 = f(w_8·a), and W as the rows of all neurons.
  var vectors: [MatrixFormula] {
    let j = nodes.lowerBound
    let row = symbols.row(of: j)
    let names = sources.map { symbols.symbol(for: Quantity.output($0, .before)) }
    let rows = MatrixFormula(sides: [
      [part(row)],
      [.matrix(Matrix(row: weights(of: j).map { .symbol(symbols.symbol(for: $0)) }))],
      [.matrix(Matrix(row: weights(of: j).map(number)))],
    ])
    let inputs = MatrixFormula(sides: [
      [part(input)],
      [.matrix(Matrix(row: names.map { .symbol($0) } + (isExtended ? [.number("1")] : [])))],
      [.matrix(Matrix(row: incoming))],
    ])
    return [rows, inputs, neuron(j, row)] + whole
  }

  /// y_1 = f(w_8·a) = f(0.54) = 0.63; of softmax, which needs them all, the net value.
  private func neuron(_ j: Int, _ row: Symbol) -> MatrixFormula {
    var sum: [MatrixFormula.Part] = [part(row), .math(.times), part(input)]
    if !isExtended, let bias = topology.bias(of: j) {
      sum += [
        .math(hasThresholds ? .minus : .plus),
        part(symbols.symbol(for: .parameter(.value, bias))),
      ]
    }
    let net = numbers.number(.net(j, .before), sample: sample)
    if trace.network.layers[layer].activation.mixesNeurons {
      let name = part(symbols.symbol(for: Quantity.net(j, .before)))
      return MatrixFormula(sides: [[name], sum, [.math(.number(net))]])
    }
    let function = part(symbols.function(ofLayer: layer))
    func applied(_ inner: [MatrixFormula.Part]) -> [MatrixFormula.Part] {
      [function, .math(.open)] + inner + [.math(.close)]
    }
    return MatrixFormula(sides: [
      [part(symbols.symbol(for: Quantity.output(j, .before)))], applied(sum),
      applied([.math(.number(net))]),
      [.math(.number(numbers.number(.output(j, .before), sample: sample)))],
    ])
  }

  /// W as the rows of all neurons below each other, and with it the whole layer.
  private var whole: [MatrixFormula] {
    guard nodes.count > 1 else { return [] }
    let matrix = part(symbols.weights(ofLayer: layer))
    let rows = MatrixFormula(sides: [
      [matrix], [.matrix(Matrix(column: nodes.map { .symbol(symbols.row(of: $0)) }))],
      [.matrix(Matrix(nodes.map { weights(of: $0).map(number) }))],
    ])
    let layer = MatrixFormula(sides: [
      [part(symbols.vector(.outputs, layer: layer))],
      [part(symbols.function(ofLayer: layer)), .math(.open), matrix, .math(.times), part(input)]
        + shift.symbol + [.math(.close)],
    ])
    return [rows, layer]
  }
}
