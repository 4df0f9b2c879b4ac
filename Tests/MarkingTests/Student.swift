import Derivations
import Foundation
import NetworkFiles
import ScalarBackprop
import Sheets
import TestSupport
import Texts

@testable import Marking

/// Someone who works a training step out by hand, step by step, perhaps with one mistake.
final class Student {
  let workings: Workings
  /// The digits they write, and go on with where they round as they go.
  let format: NumberFormat
  let roundsAsTheyGo: Bool
  let mistake: Mistake?
  /// What they write; `nil` for every step.
  private let asked: Set<Quantity>?
  private(set) var values: [Quantity: Double] = [:]

  init(
    _ workings: Workings, format: NumberFormat, roundsAsTheyGo: Bool, mistake: Mistake? = nil,
    asked: [Quantity]? = nil
  ) {
    self.asked = asked.map { Set($0) }
    self.workings = workings
    self.format = format
    self.roundsAsTheyGo = roundsAsTheyGo
    self.mistake = mistake
    for quantity in workings.quantities { _ = value(of: quantity) }
  }

  private func value(of quantity: Quantity) -> Double {
    if let value = values[quantity] { return value }
    let result: Double
    if let mistake, mistake.quantity == quantity {
      result = mistake.value { self.value(of: $0) }
    } else if let way = workings.calculations(of: quantity).first {
      result = way.value { self.value(of: $0) }
    } else {
      values[quantity] = workings.exact(quantity)
      return workings.exact(quantity)
    }
    let isWritten = asked?.contains(quantity) ?? true
    let format = isWritten ? format : format.withThreeDigits(of: result)
    let value = roundsAsTheyGo ? format.rounded(result) : result
    values[quantity] = value
    return value
  }

  /// The sheet, with the quantities asked for.
  func answers(
    _ asked: [Quantity], text: ((Double) -> String)? = nil
  ) -> [Quantity: Answer] {
    let text = text ?? format.text
    var answers: [Quantity: Answer] = [:]
    for quantity in asked {
      if let value = values[quantity], value.isFinite {
        answers[quantity] = Answer(name: "", text: text(value))
      }
    }
    return answers
  }
}

extension NumberFormat {
  /// What a step is rounded to that nobody sees: nobody goes on with fewer than three digits.
  fileprivate func withThreeDigits(of value: Double) -> NumberFormat {
    switch self {
    case .significant(let count): .significant(max(3, count))
    case .decimals(let places):
      pow(10, -Double(places)) <= pow(10, (log10(abs(value))).rounded(.down) - 2)
        ? self : .significant(3)
    }
  }

  /// A rounded number as people write it: 0.00 where that is all, or as a spreadsheet does, which
  /// drops zeros.
  func handwritten(_ value: Double, dropsZeros: Bool) -> String {
    let rounded = rounded(value)
    var text = roundedText(rounded)
    if case .decimals(let places) = self, rounded == 0 {
      text = "0." + String(repeating: "0", count: places)
    }
    guard dropsZeros, text.contains("."), !text.contains("e") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}

/// A network drawn at random, and what a sheet about it may ask for.
struct RandomStep {
  let workings: Workings
  let marker: Marker
  /// Every step, those that are usually written, and few.
  let questions: [[Quantity]]

  init(_ random: inout RandomSource) throws {
    func pick<T>(_ items: [T]) -> T { items[Int(random.uniform() * Double(items.count))] }
    let shape = pick([
      [2, 2, 1], [2, 2, 2], [3, 4, 2], [2, 3, 2], [2, 2, 2, 1], [1, 3, 1], [3, 2],
    ])
    let hidden = pick(["sigmoid", "sigmoid", "tanh", "relu", "leaky-relu", "softplus"])
    let output = pick([
      ("sigmoid", "half-squared-error"), ("sigmoid", "half-squared-error"),
      ("identity", "squared-error"), ("tanh", "mean-squared-error"),
      ("sigmoid", "binary-cross-entropy"), ("softmax", "cross-entropy"),
      ("softmax", "half-squared-error"),
    ])
    let isSoftmax = output.0 == "softmax"
    let counts = isSoftmax && shape.last == 1 ? shape.dropLast() + [3] : shape
    func number() -> String {
      let digit = Int(random.uniform() * 18)
      let second = Int(random.uniform() * 20)
      return (digit < 9 ? "-0.\(9 - digit)" : "0.\(digit - 8)")
        + (1...9 ~= second ? "\(second)" : "")
    }
    func list(_ count: Int) -> String {
      "[\((0..<count).map { _ in number() }.joined(separator: ", "))]"
    }
    let bias = pick(["each", "each", "shared", "none"])
    let layers = zip(counts.dropFirst(), counts).enumerated().map { l, sizes in
      let rows = (0..<sizes.0).map { _ in list(sizes.1) }.joined(separator: ", ")
      let biases =
        bias == "each"
        ? ", biases: \(list(sizes.0))" : bias == "shared" ? ", bias: \(number())" : ""
      let activation = l == counts.count - 2 ? output.0 : hidden
      return "{activation: \"\(activation)\", weights: [\(rows)]\(biases)}"
    }
    let outputs = counts[counts.count - 1]
    let targets =
      isSoftmax
      ? (0..<outputs).map { $0 == 0 ? "1" : "0" }
      : (0..<outputs).map { _ in pick(["0.9", "0.1", "0.01", "0.99", "0.8"]) }
    let source = """
      {inputs: \(counts[0]), layers: [\(layers.joined(separator: ", "))], loss: "\(output.1)",
       optimizer: {kind: "\(pick(["gradient-descent", "gradient-descent", "momentum", "adam"]))"},
       learningRate: \(pick(["0.5", "0.1", "0.3", "0.9"])),
       samples: [{inputs: \(list(counts[0])), targets: [\(targets.joined(separator: ", "))]}]}
      """
    let notations = Notation.profiles.filter { !$0.needsOneHiddenLayer || counts.count == 3 }
    try self.init(networkFile(source), notation: pick(notations.map(\.name)))
  }

  /// A network of whole numbers, that squares and adds.
  init(whole random: inout RandomSource) throws {
    func pick<T>(_ items: [T]) -> T { items[Int(random.uniform() * Double(items.count))] }
    func list(_ count: Int) -> String {
      "[\((0..<count).map { _ in pick(["-3", "-2", "-1", "1", "2", "3", "4"]) }.joined(separator: ", "))]"
    }
    let shape = pick([[2, 2, 1], [2, 2, 2], [3, 2], [2, 3, 1]])
    let layers = zip(shape.dropFirst(), shape).map { sizes in
      let rows = (0..<sizes.0).map { _ in list(sizes.1) }.joined(separator: ", ")
      return
        "{activation: \"\(pick(["identity", "relu"]))\", weights: [\(rows)], biases: \(list(sizes.0))}"
    }
    let source = """
      {inputs: \(shape[0]), layers: [\(layers.joined(separator: ", "))],
       loss: "\(pick(["half-squared-error", "squared-error"]))", learningRate: \(pick(["1", "0.1"])),
       samples: [{inputs: \(list(shape[0])), targets: \(list(shape.last ?? 1))}]}
      """
    try self.init(networkFile(source), notation: pick(["documents", "mazur"]))
  }

  init(_ file: NetworkFile, notation name: String) throws {
    let notation = Notation.named(name) ?? .documents
    let turned = notation.convention.withOtherDeltaSign
    let trace = try file.network.trace(
      file.samples[0], rule: file.training.rule, convention: notation.convention)
    let other = try file.network.trace(
      file.samples[0], rule: file.training.rule, convention: turned)
    workings = Workings(Derivation(of: trace, in: notation, isStepwise: true))
    marker = Marker(trace, otherTrace: other, in: notation)
    let steps = trace.blocks.filter { $0.phase != .given }.flatMap { block in
      (0..<block.count).filter { trace.isListed($0, of: block) }.map {
        trace.quantity($0, of: block)
      }
    }
    let usual = steps.filter { quantity in
      switch quantity {
      case .product, .back, .jacobian: false
      default: true
      }
    }
    let few = usual.filter { quantity in
      switch quantity {
      case .slope, .error, .outputLoss, .parameter(.change, _): false
      default: true
      }
    }
    questions = [steps, usual, few]
  }
}
