import Derivations
import Documents
import Foundation
import NetworkFiles
import Phrases
import ScalarBackprop
import TestSupport
import Testing
import Texts

/// What is shown is what was computed: every formula, evaluated over the trace, gives the recorded
/// value, in every notation.
struct FormulaTests {
  @Test(arguments: try NetworkCase.inEveryNotation(NetworkCase.all()))
  func `evaluating a step's formula gives the recorded value`(_ notated: NotatedCase) throws {
    let (file, notation) = (try networkFile(notated.network.source), notated.notation)
    let trace = try file.network.trace(
      file.samples[0], rule: file.training.rule, convention: notation.convention)
    #expect(check(Derivation(of: trace, in: notation)) > 10)
  }

  @Test(
    arguments: try NetworkCase.inEveryNotation(NetworkCase.all()), BatchLoss.allCases)
  func `so it does for a later step of a training, in batches`(
    _ notated: NotatedCase, _ batchLoss: BatchLoss
  ) throws {
    let (network, notation) = (notated.network, notated.notation)
    let file = try inBatchesOfThree(network.source, batchLoss)
    let state = try file.network.state(beforeStep: 2, of: file.training, on: file.samples)
    let trace = state.trace(convention: notation.convention)
    #expect(trace.isBatch && trace.samples.count == 3)
    #expect(check(Derivation(of: trace, in: notation, state: state)) > 10)
  }

  /// Evaluates the formula of every step; gives their number.
  private func check(_ derivation: Derivation) -> Int {
    let trace = derivation.trace
    var count = 0
    for block in trace.blocks {
      guard let formula = derivation.rule(of: block).formula else { continue }
      for n in 0..<block.count where trace.isListed(n, of: block) {
        let step = derivation.step(n, of: block)
        let value = derivation.value(of: formula, at: step.indices)
        let scale = max(step.value.magnitude, derivation.scale(of: formula, at: step.indices))
        #expect(
          (value - step.value).magnitude <= 1e-14 * scale,
          "\(derivation.symbols.id(of: step.quantity)): \(value), not \(step.value)")
        count += 1
      }
    }
    return count
  }

  @Test(arguments: try NetworkCase.inEveryNotation(NetworkCase.all()))
  func `symbols are as unique as ids`(_ notated: NotatedCase) throws {
    let (file, notation) = (try networkFile(notated.network.source), notated.notation)
    let trace = try file.network.trace(
      file.samples[0], rule: file.training.rule, convention: notation.convention)
    let derivation = Derivation(of: trace, in: notation)
    var owners: [String: String] = [:]
    for (id, quantity) in derivation.quantitiesByID {
      let symbol = derivation.symbols.symbol(for: quantity).text
      if let other = owners.updateValue(id, forKey: symbol) {
        Issue.record("\(id) and \(other) are both called \(symbol)")
      }
    }
    #expect(owners.count > 10)
  }
}

extension Derivation {
  /// The largest number met while a sum is worked out: what a cancellation is measured by.
  func scale(of formula: Formula, at indices: Indices) -> Double {
    switch formula {
    case .sum(let terms):
      terms.map { scale(of: $0, at: indices) }.max() ?? 0
    case .series(let series, let term), .largest(let series, let term):
      terms(of: series, at: indices).map { scale(of: term, at: $0) }.max() ?? 0
    case .negative(let inner): scale(of: inner, at: indices)
    case .product(let factors): factors.reduce(1) { $0 * scale(of: $1, at: indices) }
    case .number, .half, .quantity, .constant, .remembered, .quotient, .square, .squareRoot, .apply,
      .surprise,
      .choice, .derivative, .variable, .call:
      value(of: formula, at: indices).magnitude
    }
  }
}
