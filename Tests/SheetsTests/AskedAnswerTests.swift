import Derivations
import NetworkFiles
import Phrases
import ScalarBackprop
import Testing
import Texts

@testable import Sheets

/// What someone types who was asked for one quantity.
struct AskedAnswerTests {
  /// A reader of the best-known example, in its own notation.
  private static func reader() -> SheetReader {
    let source = Example.all.first { $0.name == "mazur" }!.source()
    let file = try! NetworkFile(parsing: Array(source.utf8), notations: Notation.names)
    var notation = Notation.documents
    if let own = file.notation.flatMap({ Notation.named($0) }) { notation = own }
    let trace = try! file.network.trace(
      file.samples[0], rule: file.training.rule, convention: notation.convention)
    let derivation = Derivation(of: trace, in: notation)
    return SheetReader(derivation, names: QuantityNames(derivation) { [$0.text, $0.text.inASCII] })
  }

  private static func answer(_ text: String) throws -> AskedAnswer {
    // Node 2 is the first hidden neuron.
    try reader().answer(text, askedFor: .net(2, .before), format: .significant(6))
  }

  @Test(arguments: [
    ("0.3775", 0.3775), ("  .3775 ", 0.3775), ("0,3775", 0.3775), ("０．３７７５", 0.3775),
    ("-2.4e-3", -0.0024),
    ("3/8", 0.375), ("5 %", 0.05), ("0.38 (rounded)", 0.38), ("= 0.3775", 0.3775),
    ("≈0.378", 0.378),
    ("net_h1 = 0.3775", 0.3775), ("net[h1]=0.3775", 0.3775), ("net h1: = 0.3775", 0.3775),
    ("0.15*0.05 + 0.2*0.1 + 0.35 = 0.3775", 0.3775), ("w1*i1 + w2*i2 + b1 = 0.3775", 0.3775),
    ("net_h1 = 0.15×0.05 + 0.20×0.10 + 0.35 = 0.3775", 0.3775),
  ])
  func `a number is read`(_ text: String, _ value: Double) throws {
    let answer = try Self.answer(text)
    #expect(answer.answer.number?.value == value)
    #expect(answer.worked == nil)
    #expect(answer.disagreement == nil)
  }

  @Test(arguments: [
    ("0.15*0.05+0.2*0.1+0.35", "0.3775"), ("0,15·0,05 + 0,2·0,1 + 0,35", "0.3775"),
    ("0.15*0.05+0.2*0.1+0,35", "0.3775"), ("1/(1+e^-0.3775)", "0.593270"),
    ("1/(1 + exp(-0.377500))", "0.593270"),
    ("(0.7514-0.01)*0.7514*(1-0.7514)", "0.138492"), ("sigmoid(0.10)", "0.524979"),
    ("σ(-1)", "0.268941"),
    ("0.9x1 + 0.05", "0.9500"), ("2.71828^-0.5?", "0.606531"), ("负0.5*3", "-1.500"),
    ("net_h1 = 0.15*0.05 + 0.02 + 0.35", "0.3775"),
    ("tanh(0.5)", "0.462117"), ("ln(0.5)", "-0.693147"), ("sqrt(2)", "1.41421"),
    ("-(0.3 - 0.5)^2", "-0.04000"), ("0.15*0.05 + 0.02 = 0.0275 + 0.35", "0.3775"),
  ])
  func `a working is worked out`(_ text: String, _ result: String) throws {
    let answer = try Self.answer(text)
    #expect(answer.worked == result)
    #expect(answer.answer.number?.value == Double(result))
    #expect(answer.text.hasSuffix("= \(result)"))
  }

  @Test func `a working that does not come to its number is told`() throws {
    let answer = try Self.answer("0.15*0.05 + 0.2*0.1 + 0.35 = 0.3875")
    #expect(answer.answer.number?.value == 0.3875)
    #expect(answer.disagreement?.value == "0.3775")
    #expect(answer.disagreement?.working == "0.15*0.05 + 0.2*0.1 + 0.35")
  }

  @Test(arguments: [
    ("net_h2 = 0.3775", AskedAnswer.Problem.isOf(.net(3, .before))),
    ("out_h1 = 0.59", .isOf(.output(2, .before))), ("w1*i1 + w2*i2 + b1", .hasLetters),
    ("w1*0.05 + 0.35", .hasLetters), ("", .unreadable), ("hello", .unreadable),
    ("0.1 0.2", .unreadable),
    ("=", .unreadable), ("0.3+", .unreadable), ("1/0", .unreadable), ("3 1/2 + 1", .unreadable),
    ("((((", .unreadable),
    ("1e999", .unreadable), ("...", .unreadable), ("net_h1 =", .unreadable), ("|", .unreadable),
  ])
  func `what is no answer is said to be none`(_ text: String, _ problem: AskedAnswer.Problem) {
    #expect(throws: problem) { try Self.answer(text) }
  }

  /// The numbers in a working may have been rounded: by half a unit of their last digit each.
  @Test(arguments: [
    // 0.7514 ± 0.00005 at three places: 0.138492 give or take 0.000046, if all of it adds up.
    ("(0.7514-0.01)*0.7514*(1-0.7514)", "0.1385"), ("1/(1+e^-0.3775)", "0.5933"),
    ("0.2406*(0.1385*0.45-0.0381*0.55)", "0.00995"), ("0.5933*0.0072946", "0.004328"),
  ])
  func `a working has as many digits as its numbers`(_ text: String, _ result: String) throws {
    let answer = try Self.answer(text)
    #expect(answer.rounded?.worked == result)
    #expect(answer.rounded?.answer.number?.value == Double(result))
  }

  @Test(arguments: ["0.2*0.1 + 0.3", "0.5*0.2", "1/3 + 0.1"])
  func `single digits are exact`(_ text: String) throws {
    #expect(try Self.answer(text).rounded == nil)
  }
}
