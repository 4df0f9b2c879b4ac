import CommandTestSupport
import Derivations
import NetworkFiles
import Phrases
import ScalarBackprop
import TestSupport
import Testing
import Texts

@testable import Documents

/// Rules with vectors and matrices: what stands between the signs of equality is equal, in every notation.
struct MatrixTests {
  /// Numbers in rows, and the arithmetic of a side.
  private struct Numbers {
    var rows: [[Double]]

    init(_ rows: [[Double]]) { self.rows = rows }

    init?(_ matrix: Matrix) {
      var rows: [[Double]] = []
      for row in matrix.rows {
        var numbers: [Double] = []
        for cell in row {
          guard case .number(let text) = cell, let number = Double(text) else { return nil }
          numbers.append(number)
        }
        rows.append(numbers)
      }
      self.rows = rows
    }

    func combined(_ other: Numbers, _ sign: (Double, Double) -> Double) -> Numbers {
      Numbers(zip(rows, other.rows).map { zip($0, $1).map(sign) })
    }

    static func * (a: Numbers, b: Numbers) -> Numbers {
      Numbers(
        a.rows.map { row in
          b.rows[0].indices.map { n in zip(row, b.rows).reduce(0) { $0 + $1.0 * $1.1[n] } }
        })
    }
  }

  /// What a side of numbers comes to; `nil` where it has letters, or something is left out.
  private func value(_ side: [MatrixFormula.Part]) -> Numbers? {
    var rest = side[...]
    return sum(&rest)
  }

  private func sum(_ rest: inout ArraySlice<MatrixFormula.Part>) -> Numbers? {
    guard var result = product(&rest) else { return nil }
    while case .math(let sign)? = rest.first, sign == .plus || sign == .minus {
      rest.removeFirst()
      guard let next = product(&rest) else { return nil }
      result = result.combined(next) { sign == .plus ? $0 + $1 : $0 - $1 }
    }
    return result
  }

  private func product(_ rest: inout ArraySlice<MatrixFormula.Part>) -> Numbers? {
    guard var result = factor(&rest) else { return nil }
    while let sign = rest.first {
      switch sign {
      case .math(.times):
        rest.removeFirst()
        guard let next = factor(&rest) else { return nil }
        result = result * next
      case .elementwise:
        rest.removeFirst()
        guard let next = factor(&rest) else { return nil }
        result = result.combined(next) { $0 * $1 }
      default: return result
      }
    }
    return result
  }

  private func factor(_ rest: inout ArraySlice<MatrixFormula.Part>) -> Numbers? {
    switch rest.popFirst() {
    case .matrix(let matrix): return Numbers(matrix)
    case .math(.negation):
      return product(&rest).map { $0.combined($0) { number, _ in 0 - number } }
    case .math(.open):
      let inner = sum(&rest)
      guard case .math(.close)? = rest.popFirst() else { return nil }
      return inner
    default: return nil
    }
  }

  @Test(arguments: try NetworkCase.inEveryNotation(NetworkCase.forDocuments()))
  func `both sides are equal`(_ own: NotatedCase) throws {
    let file = try networkFile(own.network.source)
    for sample in file.samples.prefix(2) where sample.targets != nil {
      let trace = try file.network.trace(
        sample, rule: file.training.rule, convention: own.notation.convention)
      guard trace.firstNotFinite == nil else { continue }
      let derivation = Derivation(of: trace, in: own.notation)
      let text = FormulaText(derivation, format: .significant(17))
      for layer in file.network.layers.indices {
        let forms = MatrixForms(
          derivation: derivation, numbers: text, layer: layer, sample: nil)
        let all =
          [forms.forward] + (file.network.loss.hasGradient ? [forms.delta] + forms.gradients : [])
        for formula in all { check(formula) }
      }
    }
  }

  private func check(_ formula: MatrixFormula) {
    let values = formula.sides.compactMap(value)
    guard let last = values.last else { return }
    for other in values {
      #expect(other.rows.count == last.rows.count)
      for (a, b) in zip(other.rows.joined(), last.rows.joined()) {
        #expect((a - b).magnitude <= 1e-12 * max(1, b.magnitude), "\(a) is not \(b)")
      }
    }
  }

  @Test func `a product of numbers is looked at`() throws {
    let file = try example("mazur")
    let trace = try file.network.trace(file.samples[0], rule: file.training.rule)
    let derivation = Derivation(of: trace, in: .documents)
    let forms = MatrixForms(
      derivation: derivation, numbers: FormulaText(derivation, format: .significant(17)), layer: 0,
      sample: nil)
    #expect(forms.forward.sides.compactMap(value).count == 2)
    #expect(forms.delta.sides.compactMap(value).count == 2)
    #expect(forms.gradients[0].sides.compactMap(value).count == 2)
  }

  @Test func `brackets stand around their rows, points below each other`() {
    let matrix = Matrix([[.number("0.1"), .number("-2")], [.number("-10"), .number("0.25")]])
    let formula = MatrixFormula(sides: [
      [.math(.symbol(.letter("W")))], [.matrix(matrix)],
    ])
    #expect(
      MatrixText.lines(formula, width: 80, isASCII: false)
        == ["W = ⎡  0.1  -2   ⎤", "    ⎣-10     0.25⎦"])
    #expect(
      MatrixText.lines(formula, width: 80, isASCII: true)
        == ["W = [  0.1  -2   ]", "    [-10     0.25]"])
  }

  @Test(arguments: Notation.profiles.map(\.name))
  func `the matrix form fits into the window`(_ notation: String) {
    for width in ["40", "80"] {
      let text = run("trace", "documents", "--matrix", "--notation", notation, "--width", width)
        .output
      #expect(text.contains("In matrix form"))
      for line in text.split(separator: "\n") {
        #expect(DisplayWidth.columns(of: String(line)) <= Int(width)!, "\(line)")
      }
    }
  }
}
