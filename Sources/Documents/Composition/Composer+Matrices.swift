internal import Derivations
internal import Phrases
internal import ScalarBackprop

// The same rules with vectors and matrices: what readers of matrix texts look for.

extension Composer {
  private func forms(_ block: Block) -> MatrixForms {
    MatrixForms(
      derivation: derivation, numbers: numbers, layer: block.layer,
      sample: trace.isBatch ? block.sample : nil)
  }

  /// What follows the lines of a section whose last block is this one: in a long document the layer as the
  /// texts write it, and the matrix form where it is asked for.
  mutating func endSection(_ block: Block?, isFull: Bool) {
    guard let block else { return }
    if isFull, block.phase == .forward, (block.sample ?? 0) == 0, hasMatrix(block.layer) {
      tell(.vectorForm, forms(block).vectors)
    }
    guard showsMatrices else { return }
    switch (block.phase, block.kind) {
    case (.forward, _):
      if hasMatrix(block.layer) { tell(.matrixForm, [forms(block).forward]) }
    case (.backward, .parameters): tellGradientMatrices(of: block)
    case (.backward, _):
      if trace.network.loss.hasGradient, hasDeltaMatrix(block.layer) {
        tell(forms(block).deltaReason, [forms(block).delta])
      }
    case (.given, _), (.error, _), (.update, _), (.after, _): break
    }
  }

  /// Those of all layers; of a batch, of the sample that the block is of.
  mutating func tellGradientMatrices(of block: Block?) {
    guard showsMatrices, trace.hasTargets, trace.network.loss.hasGradient else { return }
    // What a batch makes of its samples' gradients is their sum or mean, and no product.
    if trace.isBatch, block?.sample == nil { return }
    let formulas = trace.network.layers.indices.filter(hasGradientMatrix).flatMap { layer in
      MatrixForms(
        derivation: derivation, numbers: numbers, layer: layer,
        sample: trace.isBatch ? block?.sample : nil
      ).gradients
    }
    tell(.matrixForm, formulas)
  }

  /// All of them by themselves, where a table a phase leaves no place for them.
  mutating func tellAllMatrices() {
    guard showsMatrices else { return }
    section(.matrixHeading, [])
    let samples: [Int?] = trace.isBatch ? Array(trace.samples.indices) : [nil]
    for sample in samples {
      if let sample { writer.reason(.sample(sampleNames[sample])) }
      let layers = trace.network.layers.indices
      func form(_ layer: Int) -> MatrixForms {
        MatrixForms(derivation: derivation, numbers: numbers, layer: layer, sample: sample)
      }
      writer.matrices(layers.filter(hasMatrix).map { form($0).forward })
      guard trace.hasTargets, trace.network.loss.hasGradient else { continue }
      for layer in layers.reversed() where hasDeltaMatrix(layer) {
        let form = form(layer)
        if form.deltaReason != .matrixForm { writer.reason(form.deltaReason) }
        writer.matrices([form.delta])
      }
      writer.matrices(layers.filter(hasGradientMatrix).flatMap { form($0).gradients })
    }
  }

  /// Whether a layer's weights are a matrix: a kernel's are none.
  private func hasMatrix(_ l: Int) -> Bool { trace.network.layers[l].form == .dense }

  private func hasDeltaMatrix(_ l: Int) -> Bool {
    let layers = trace.network.layers
    return layers[l].form.hasNets && (l == layers.count - 1 || layers[l + 1].form == .dense)
  }

  /// Whether ∂E/∂W is δ·aᵀ, and no sum over several uses.
  private func hasGradientMatrix(_ l: Int) -> Bool {
    hasMatrix(l) && !trace.network.layers.contains { $0.form == .tied(to: l) }
  }

  private mutating func tell(_ reason: Phrase, _ formulas: [MatrixFormula]) {
    guard !formulas.isEmpty else { return }
    writer.reason(reason)
    writer.matrices(formulas)
  }
}

extension Block.Kind {
  /// Whether it is that of gradients of weights.
  var isWeightGradient: Bool { self == .parameters(.gradient, .weights) }
}
