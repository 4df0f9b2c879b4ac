import Derivations
import NetworkFiles
import ScalarBackprop
import Sheets
import TestSupport
import Testing
import Texts

@testable import Marking

/// What is said of a wrong number, and what is not.
struct NamingTests {
  private func mark(
    _ name: String, _ answers: [Quantity: String], notation: String = "documents",
    restated: [Quantity: Double] = [:]
  ) throws -> MarkedSheet {
    let marker = try RandomStep(example(name), notation: notation).marker
    return marker.mark(
      answers.mapValues { Answer(name: "", text: $0) }, restated: restated)
  }

  private func answer(_ sheet: MarkedSheet, _ quantity: Quantity) throws -> MarkedAnswer {
    try #require(sheet.answers.first { $0.quantity == quantity })
  }

  // documents: δ_8 = 0.0620873, δ_9 = −0.125584, δ_4 = −0.0135453.

  @Test func `one value in the other sign is no convention`() throws {
    let one = try mark("documents", [.delta(7): "-0.0620873"])
    #expect(one.answers.map(\.verdict) == [.wrong])
    #expect(one.answers[0].names(.sign))
    #expect(one.remarks.map(\.code) == ["other-sign-possible"])
    let both = try mark("documents", [.delta(7): "-0.0620873", .delta(8): "0.125584"])
    #expect(both.answers.map(\.verdict) == [.correct, .correct])
    #expect(both.remarks.map(\.code) == ["other-sign-convention"])
    let half = try mark(
      "documents", [.delta(7): "-0.0620873", .delta(8): "0.125584", .delta(3): "-0.0135453"])
    #expect(half.remarks.first?.code != "other-sign-convention")
  }

  @Test func `two forgotten slopes are no convention`() throws {
    // The errors themselves, and δ_4 right.
    let sheet = try mark(
      "documents", [.delta(3): "0.0135", .delta(7): "0.2672", .delta(8): "-0.5583"])
    #expect(sheet.remarks.first?.code != "other-sign-convention")
    #expect(try answer(sheet, .delta(7)).names(.slopeForgotten))
  }

  @Test func `a right line refutes what would have made it wrong`() throws {
    // Both gradients go on with the same error, which is not on the sheet.
    let first = Quantity.parameter(.gradient, .weight(to: 4, from: 2))
    let second = Quantity.parameter(.gradient, .weight(to: 4, from: 3))
    let wrong = try mark("mazur", [first: "-0.0821670"], notation: "mazur")
    #expect(try answer(wrong, first).names(.targetOutputExchanged))
    let refuted = try mark(
      "mazur", [first: "-0.0821670", second: "0.0826676"], notation: "mazur")
    #expect(try answer(refuted, second).verdict == .correct)
    #expect(try answer(refuted, first).names(.sign))
    #expect(try !answer(refuted, first).names(.targetOutputExchanged))
  }

  @Test func `a guess about a step that is not on the sheet names that step`() throws {
    // Without b_h1 net is 0.0275, out 0.506875.
    let out = Quantity.output(2, .before)
    let guess = try answer(mark("mazur", [out: "0.506875"]), out)
    let diagnosis = try #require(guess.diagnoses.first { $0.misconception == .biasOmitted })
    #expect(diagnosis.step.quantity == .net(2, .before) && !diagnosis.isWritten)
    let known = try answer(
      mark("mazur", [.net(2, .before): "0.0275", out: "0.506875"]), .net(2, .before))
    #expect(known.diagnoses.map(\.misconception) == [.biasOmitted])
    #expect(known.diagnoses[0].isWritten)
  }

  @Test func `of another node's number it is said which`() throws {
    // 0.596884378 is the output of h2.
    let sheet = try mark(
      "mazur",
      [.net(2, .before): "0.3775", .net(3, .before): "0.3925", .output(2, .before): "0.596884"])
    let diagnosis = try #require(sheet.firstMistake?.diagnoses.first)
    #expect(diagnosis.misconception == .wrongOperand)
    #expect(
      diagnosis.place?.quantity == .net(2, .before) && diagnosis.used?.quantity == .net(3, .before))
  }

  @Test(arguments: Notation.profiles.map(\.name))
  func `a sum without its bias or threshold is recognised in every notation`(
    _ notation: String
  ) throws {
    let step = try RandomStep(example("xor"), notation: notation)
    let net = Quantity.net(2, .before)
    let products = [0, 1].map { step.workings.exact(.product(to: 2, from: $0, .before)) }
    let text = NumberFormat.significant(6).text(products[0] + products[1])
    let sheet = step.marker.mark([net: Answer(name: "", text: text)])
    #expect(sheet.firstMistake?.names(.biasOmitted) ?? false, "\(text)")
  }

  @Test func `a given that was copied wrongly is wrong once`() throws {
    // i1 is 0.05; with 0.06 the nets are 0.379 and 0.395.
    let sheet = try mark(
      "mazur", [.net(2, .before): "0.3790", .net(3, .before): "0.3950"],
      restated: [.input(0): 0.06])
    #expect(sheet.answers.map(\.verdict) == [.wrong, .carried])
    let diagnoses = try #require(sheet.firstMistake).diagnoses
    #expect(diagnoses.map(\.misconception) == [.givenMiscopied])
    #expect(diagnoses[0].place?.quantity == .input(0))
    // What the sheet restates and does not use is no mistake.
    let right = try mark("mazur", [.net(2, .before): "0.3775"], restated: [.input(0): 0.06])
    #expect(right.answers.map(\.verdict) == [.correct])
    let exchanged = try mark("mazur", [.product(to: 2, from: 0, .before): "0.0255"])
    #expect(exchanged.firstMistake?.names(.givenMiscopied) ?? false)
  }
}
