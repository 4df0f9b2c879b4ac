import Derivations
import NetworkFiles
import ScalarBackprop
import Sheets
import TestSupport
import Testing
import Texts

@testable import Marking

/// Answers in few digits, or in more than there are.
struct DigitsTests {
  private static let whole = """
    { inputs: 2, layers: [
        { activation: "identity", weights: [[1, 2], [3, 1]], biases: [1, 0] },
        { activation: "identity", weights: [[1, 1]], biases: [1] } ],
      learningRate: 0.1, samples: [{ inputs: [4, 3], targets: [20] }] }
    """

  private func mark(
    _ file: NetworkFile, _ answers: [Quantity: String], asked: NumberFormat? = nil
  ) throws -> (sheet: MarkedSheet, verdicts: [Quantity: Verdict]) {
    let marker = try RandomStep(file, notation: file.notation ?? "documents").marker
    let sheet = marker.mark(
      answers.mapValues { Answer(name: "", text: $0) }, asked: asked)
    let pairs = sheet.answers.map { ($0.quantity, $0.verdict) }
    return (sheet, Dictionary(pairs) { first, _ in first })
  }

  private func new(_ j: Int, _ i: Int) -> Quantity { .parameter(.new, .weight(to: j, from: i)) }
  private func gradient(_ j: Int, _ i: Int) -> Quantity {
    .parameter(.gradient, .weight(to: j, from: i))
  }

  @Test func `too coarse a number is neither right nor wrong`() throws {
    // 0.3775, 0.5933, 0.0004, 0.0822, 0.3589.
    let (_, verdicts) = try mark(
      example("mazur"),
      [
        .net(2, .before): "0.5", .output(2, .before): "0.6", gradient(2, 0): "0.0",
        gradient(4, 2): "0.0", new(4, 2): "0.4",
      ])
    #expect(verdicts[.net(2, .before)] == .wrong)
    #expect(verdicts[.output(2, .before)] == .tooCoarse)
    #expect(verdicts[gradient(2, 0)] == .tooCoarse)
    #expect(verdicts[gradient(4, 2)] != .correct && verdicts[gradient(4, 2)] != .rounding)
    #expect(verdicts[new(4, 2)] == .tooCoarse)
  }

  @Test func `what is asked for is enough, and less is not`() throws {
    for (format, text, verdict) in [
      (NumberFormat.decimals(4), "0.38", Verdict.tooCoarse), (.decimals(2), "0.38", .correct),
      (.decimals(1), "0.4", .correct), (.significant(3), "0.38", .tooCoarse),
      (.significant(3), "0.377", .correct), (.decimals(4), "0.39", .wrong),
    ] {
      let net = Quantity.net(2, .before)
      let (_, verdicts) = try mark(example("mazur"), [net: text], asked: format)
      #expect(verdicts[net] == verdict, "\(format) \(text)")
    }
  }

  @Test func `zeros that a spreadsheet has dropped are added`() throws {
    // w_h1,i1 is 0.14978 after the step, w_h1,i2 0.19956.
    let answers: [Quantity: String] = [
      .net(2, .before): "0.3775", .output(2, .before): "0.5933", new(2, 0): "0.1498",
      new(2, 1): "0.1996", new(3, 0): "0.2498", new(3, 1): "0.2995", new(4, 2): "0.3589",
    ]
    var dropped = answers
    dropped[.net(2, .before)] = "0.38"
    #expect(try mark(example("mazur"), answers).verdicts.values.allSatisfy { $0 == .correct })
    #expect(try mark(example("mazur"), dropped).verdicts[.net(2, .before)] == .correct)
    dropped[new(2, 0)] = "0.15"
    #expect(try mark(example("mazur"), dropped).verdicts[new(2, 0)] == .tooCoarse)
  }

  @Test func `an old weight is right only where its change cannot be seen`() throws {
    let (sheet, verdicts) = try mark(
      example("mazur"), [new(2, 0): "0.150", new(2, 1): "0.200", new(4, 2): "0.359"])
    #expect(verdicts[new(2, 0)] == .correct && verdicts[new(2, 1)] == .correct)
    #expect(
      sheet.remarks.contains {
        if case .changeNotShown(let rows) = $0 { rows.count == 2 } else { false }
      })
    let old = try mark(
      example("mazur"), [new(2, 0): "0.1498", new(2, 1): "0.1996", new(4, 2): "0.4000"])
    #expect(old.verdicts[new(4, 2)] == .wrong)
    #expect(old.sheet.firstMistake?.names(.notUpdated) ?? false)
  }

  @Test func `32 is 32 where nothing was rounded`() throws {
    let (_, verdicts) = try mark(
      networkFile(Self.whole),
      [
        .net(2, .before): "10", .net(3, .before): "14", .net(4, .before): "27",
        .loss(.before): "18",
      ])
    #expect(verdicts[.net(2, .before)] == .wrong && verdicts[.net(3, .before)] == .wrong)
    #expect(verdicts[.net(4, .before)] == .correct && verdicts[.loss(.before)] == .wrong)
    // A whole number that is wrong is gone on with as it is.
    let next = try mark(
      networkFile(Self.whole), [.net(2, .before): "10", .net(4, .before): "26"])
    #expect(next.verdicts[.net(4, .before)] == .carried)
  }

  @Test func `digits that 32 bits do not have are no digits`() throws {
    // σ(0.3775) = 0.59326999210718… in 64 bits.
    let net = Quantity.output(2, .before)
    for (text, verdict) in [
      ("0.5932700037956238", Verdict.correct), ("0.5932700037", .wrong),
      ("0.5932599902153015", .wrong),
    ] {
      #expect(try mark(example("mazur"), [net: text]).verdicts[net] == verdict, "\(text)")
    }
  }

  private static let crossEntropy = """
    { inputs: 1, layers: [
        { activation: "softmax", weights: [[0.5], [-0.119]] } ],
      loss: "cross-entropy", samples: [{ inputs: [1], targets: [1, 0] }] }
    """

  @Test func `a cross-entropy goes on with the outputs that are shown`() throws {
    // 0.64999 and 0.43080; −ln 0.65 is 0.43078.
    let loss = Quantity.loss(.before)
    let shown: [Quantity: String] = [.output(1, .before): "0.650", .output(2, .before): "0.350"]
    for text in ["0.431", "0.43078", "0.4308"] {
      let answers = shown.merging([loss: text]) { $1 }
      let verdict = try mark(networkFile(Self.crossEntropy), answers).verdicts[loss]
      #expect(verdict == .correct || verdict == .rounding, "\(text)")
    }
    let far = Self.crossEntropy.replacing("[[0.5], [-0.119]]", with: "[[-4], [4]]")
    let (_, verdicts) = try mark(
      networkFile(far),
      [.output(1, .before): "0.00", .output(2, .before): "1.00", loss: "8.00"],
      asked: .decimals(2))
    #expect(verdicts.values.allSatisfy { $0 == .correct || $0 == .rounding })
    let wrong = try mark(
      networkFile(far),
      [.output(1, .before): "0.00", .output(2, .before): "1.00", loss: "4.60"],
      asked: .decimals(2))
    #expect(wrong.verdicts[loss] == .wrong)
  }

  @Test func `a last digit off by one is rounding where it is small`() throws {
    // σ(0.3775) = 0.59327.
    let out = Quantity.output(2, .before)
    for (text, verdict, isSlip) in [
      ("0.5934", Verdict.rounding, true), ("0.5932", .rounding, false), ("0.5931", .wrong, false),
      ("0.5936", .wrong, false), ("0.61", .wrong, false),
    ] {
      let answers = [Quantity.net(2, .before): "0.3775", out: text]
      let (sheet, verdicts) = try mark(example("mazur"), answers)
      #expect(verdicts[out] == verdict, "\(text)")
      #expect(sheet.remarks.contains { $0.code == "last-digit" } == isSlip, "\(text)")
    }
  }
}
