import Foundation

/// A pocket calculator: works out a line of numbers as it is printed, knowing nothing of the tree it
/// was printed from.
package struct Calculator {
  /// Why a line could not be read, with what was left of it.
  package struct Unreadable: Error {
    package var rest: String
  }

  private var rest: Substring

  /// The value of a printed expression: 0.5·0.3 + (-0.2)·0.1, ½·(0.01 − 0.75)², 1/(1 + e^(−0.3)).
  package static func value(of text: String) throws -> Double {
    var calculator = Calculator(rest: text[...])
    let value = try calculator.sum()
    guard calculator.rest.isEmpty else { throw Unreadable(rest: String(calculator.rest)) }
    return value
  }

  private mutating func takes(_ sign: String) -> Bool {
    guard rest.hasPrefix(sign) else { return false }
    rest.removeFirst(sign.count)
    return true
  }

  private mutating func expect(_ sign: String) throws {
    guard takes(sign) else { throw Unreadable(rest: String(rest)) }
  }

  private mutating func sum() throws -> Double {
    var value = try product()
    while true {
      if takes(" + ") {
        value += try product()
      } else if takes(" − ") {
        value -= try product()
      } else {
        return value
      }
    }
  }

  private mutating func product() throws -> Double {
    if takes("−") { return -(try product()) }
    var value = try power()
    while true {
      if takes("·") {
        value *= try power()
      } else if takes("/") {
        value /= try power()
      } else {
        return value
      }
    }
  }

  private mutating func power() throws -> Double {
    let base = try atom()
    if takes("²") { return base * base }
    return takes("^") ? pow(base, try number()) : base
  }

  private mutating func atom() throws -> Double {
    if takes("½") { return 0.5 }
    if takes("e^") { return exp(takes("−") ? -(try power()) : try power()) }
    if takes("max(") {
      var largest = try sum()
      while takes(", ") { largest = max(largest, try sum()) }
      try expect(")")
      return largest
    }
    for (name, function) in Calculator.functions where takes(name + "(") {
      let inner = try sum()
      try expect(")")
      return function(inner)
    }
    if takes("|") {
      let inner = try sum()
      try expect("|")
      return abs(inner)
    }
    return try number()
  }

  private mutating func number() throws -> Double {
    let pattern = /-?[0-9]+(\.[0-9]+)?(e-?[0-9]+)?/
    guard let match = rest.prefixMatch(of: pattern), let value = Double(match.0) else {
      throw Unreadable(rest: String(rest))
    }
    rest.removeFirst(match.0.count)
    return value
  }

  private static let functions: [(String, @Sendable (Double) -> Double)] = [
    ("", { $0 }), ("√", { $0.squareRoot() }), ("ln", { log($0) }), ("tanh", { tanh($0) }),
    ("σ", { 1 / (1 + exp(-$0)) }), ("S", { 1 / (1 + exp(-$0)) }),
    ("sign", { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }),
    ("Φ", { 0.5 * erfc(-$0 / 2.0.squareRoot()) }),
    ("φ", { exp(-$0 * $0 / 2) / (2 * Double.pi).squareRoot() }),
  ]
}
