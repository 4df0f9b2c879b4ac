import Foundation
import ScalarBackprop
import Sheets
import TestSupport
import Testing
import Texts

@testable import Marking

/// Sheets of many students who make no mistake, seeded: none may be told that there is one.
struct HonestSheetTests {
  static let formats: [NumberFormat] =
    (2...6).map { .significant($0) } + (2...5).map { .decimals($0) }
  /// Ten times as many sheets as there are batches; `BACKPROP_SHEETS` sets how many in all.
  static let batches = max(1, Sampled.count("BACKPROP_SHEETS", whole: 160, part: 60) / 20)

  @Test(arguments: 0..<batches)
  func `an honest sheet has nothing wrong, and too few digits only where all are 0`(
    _ seed: Int
  ) throws {
    var random = RandomSource(seed: UInt64(7000 + seed))
    for n in 0..<20 {
      let isWhole = n % 5 == 4
      let step = try isWhole ? RandomStep(whole: &random) : RandomStep(&random)
      let format = Self.formats[Int(random.uniform() * Double(Self.formats.count))]
      let dropsZeros = random.uniform() < 0.5
      let asked = step.questions[n % 3]
      let student = Student(
        step.workings, format: format, roundsAsTheyGo: random.uniform() < 0.5, asked: asked)
      let answers = student.answers(asked) { format.handwritten($0, dropsZeros: dropsZeros) }
      let isAsked = random.uniform() < 0.3 && !dropsZeros
      let sheet = step.marker.mark(answers, asked: isAsked ? format : nil)
      #expect(sheet.answers.count > 5)
      for answer in sheet.answers {
        let isZero = answer.answer.number?.value == 0
        #expect(
          answer.verdict == .correct || answer.verdict == .rounding
            || answer.verdict == .tooCoarse && isZero && !isAsked,
          "\(format) \(dropsZeros) \(isAsked) \(answer.quantity) \(answer.answer.text) \(answer.verdict), expected \(answer.expected), exact \(answer.exact)"
        )
      }
    }
  }

  static let coarse: [NumberFormat] = [
    .decimals(0), .decimals(1), .decimals(2), .significant(1), .significant(2),
  ]

  @Test(arguments: Sampled.of(Array(0..<8), every: 5))
  func `nor is one in few digits, where few are asked for`(_ seed: Int) throws {
    var random = RandomSource(seed: UInt64(seed))
    for n in 0..<2 {
      let step = try RandomStep(&random)
      for format in Self.coarse {
        let asked = step.questions[n % 2]
        let student = Student(
          step.workings, format: format, roundsAsTheyGo: true, asked: asked)
        let answers = student.answers(asked)
        let sheet = step.marker.mark(answers, asked: format)
        for answer in sheet.answers {
          #expect(
            answer.verdict == .correct || answer.verdict == .rounding,
            "\(format) \(answer.quantity) \(answer.answer.text), expected \(answer.expected)")
        }
        // What no rounding explains is wrong all the same: outputs have few numbers before them.
        for (quantity, value) in student.values where answers[quantity] != nil {
          guard case .output(_, .before) = quantity else { continue }
          var wrong = answers
          wrong[quantity] = Answer(name: "", text: format.text(value.rounded() + 3))
          let marked = step.marker.mark(wrong, asked: format).answers
          #expect(marked.contains { $0.quantity == quantity && $0.verdict == .wrong })
        }
      }
    }
  }

  @Test(arguments: ["0", "0.0", "0.5", "1", "0.00", "1.0"])
  func `one number everywhere earns nothing that is not right, and no mistake is named`(
    _ number: String
  ) throws {
    for name in ["documents", "mazur", "relu-softmax", "xor"] {
      let step = try RandomStep(try example(name), notation: "documents")
      for asked in step.questions {
        let answers = Dictionary(
          uniqueKeysWithValues: asked.map { ($0, Answer(name: "", text: number)) })
        for answer in step.marker.mark(answers).answers {
          let half = answer.answer.number?.halfUnit ?? 0.005
          let isRight = abs(answer.exact - (answer.answer.number?.value ?? .nan)) <= half
          #expect(answer.diagnoses.isEmpty, "\(name) \(answer.quantity) \(answer.diagnoses)")
          switch answer.verdict {
          case .correct, .rounding: #expect(isRight, "\(name) \(answer.quantity) \(answer.exact)")
          case .carried: #expect(answer.isTrivial, "\(name) \(answer.quantity)")
          default: break
          }
        }
      }
    }
  }
}
