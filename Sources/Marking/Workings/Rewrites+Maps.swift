internal import Derivations
internal import ScalarBackprop

// The catalogue's rewrites of windows, kernels and parameters that are used at several places.

extension Workings {
  private var topology: Topology { symbols.topology }

  /// How the layer of a node pools; `nil` where it does not.
  func pooling(at node: Int) -> Pooling? {
    let l = topology.layer(of: node)
    guard l >= 0, case .pooling(let kind, _) = topology.forms[l] else { return nil }
    return kind
  }

  /// What a pooling node puts out: another value of its window, or the sum for the mean.
  func pooledRewrites(_ right: Calculation, _ j: Int, _ kind: Pooling, _ pass: Pass) -> [Rewrite] {
    let window = topology.sources(of: j).map { given(.output($0, pass)) }
    switch kind {
    case .largest:
      return window.map {
        Rewrite(misconception: .firstForLargest, calculation: .same(as: $0), used: $0)
      }
    case .mean:
      let sum = right.scaled(by: Double(window.count))
      return [Rewrite(misconception: .averageNotDivided, calculation: sum)]
    }
  }

  /// What a pooling node passes back: its whole error to every node, or a share where one gets all.
  func pooledBackRewrites(_ right: Calculation, _ k: Int, _ kind: Pooling) -> [Rewrite] {
    let whole = Calculation.same(as: .error(k))
    let share = whole.scaled(by: 1 / Double(topology.sources(of: k).count))
    let sign = Rewrite(misconception: .sign, calculation: right.scaled(by: -1))
    switch kind {
    case .largest:
      return [
        sign, Rewrite(misconception: .maxToAll, calculation: whole),
        Rewrite(misconception: .maxShared, calculation: share),
      ]
    case .mean: return [sign, Rewrite(misconception: .averageNotDivided, calculation: whole)]
    }
  }

  /// The net value with the kernel turned round.
  func flippedKernel(_ j: Int, _ pass: Pass) -> [Rewrite] {
    let l = topology.layer(of: j)
    guard case .convolution(let window) = topology.forms[l] else { return [] }
    let size = window.size.rows * window.size.columns
    let terms = topology.sources(of: j).compactMap { i -> (weight: Quantity, input: Quantity)? in
      guard case .shared(_, _, let n)? = topology.weight(to: j, from: i) else { return nil }
      let turned = n - n % size + size - 1 - n % size
      return (used(.shared(.weights, layer: l, turned), pass), given(.output(i, pass)))
    }
    let bias = bias(of: j, pass)
    let sign = trace.convention.subtractsThresholds ? -1.0 : 1.0
    let operands = terms.flatMap { [$0.weight, $0.input] } + [bias].compactMap { $0 }
    let turned = Calculation(operands: operands) { known in
      let sum = terms.reduce(0) { $0 + known($1.weight) * known($1.input) }
      return sum + (bias.map { sign * known($0) } ?? 0)
    }
    return [Rewrite(misconception: .kernelFlipped, calculation: turned)]
  }

  /// The gradient of a parameter that is used several times: of one use, or the mean over them.
  func usesRewrites(_ right: Calculation, _ parameter: Parameter) -> [Rewrite] {
    let uses = topology.uses(of: parameter)
    guard uses.count > 1 else { return [] }
    let sign = derivation.sign(of: parameter)
    let ones = uses.map { use -> Rewrite in
      let delta = Quantity.delta(use.to)
      let input: Quantity? =
        parameter.part == .bias
        ? nil : use.from.map { given(.output($0, .before)) } ?? .sum(use.to, .before)
      let one = Calculation(operands: [delta] + [input].compactMap { $0 }) { known in
        sign * known(delta) * (input.map(known) ?? 1)
      }
      return Rewrite(misconception: .onePosition, calculation: one, used: delta)
    }
    let mean = right.scaled(by: 1 / Double(uses.count))
    return ones + [Rewrite(misconception: .meanOverPositions, calculation: mean)]
  }
}
