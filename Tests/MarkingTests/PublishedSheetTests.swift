import Derivations
import Documents
import Foundation
import NetworkFiles
import ScalarBackprop
import Sheets
import TestSupport
import Testing

@testable import Marking

/// What the marker says of calculations that were published: their roundings are no mistakes, their
/// mistakes are.
struct PublishedSheetTests {
  private func mark(_ example: String, _ lines: String) throws -> [String: MarkedAnswer] {
    let file = try TestSupport.example(example)
    let name = file.notation ?? "documents"
    let notation = try #require(Notation.named(name))
    let turned = notation.convention.withOtherDeltaSign
    func trace(_ convention: Convention) throws -> Trace {
      try file.network.trace(file.samples[0], rule: file.training.rule, convention: convention)
    }
    let marker = Marker(
      try trace(notation.convention), otherTrace: try trace(turned), in: notation)
    let derivation = Derivation(of: try trace(notation.convention), in: notation)
    let reader = SheetReader(derivation, names: QuantityNames(derivation) { $0.spellings })
    let answers = reader.readings(of: SheetText(Array(lines.utf8)))[0].answers
    let sheet = marker.mark(answers)
    return Dictionary(
      uniqueKeysWithValues: sheet.answers.map { (derivation.symbols.id(of: $0.quantity), $0) })
  }

  @Test func `Mazur's own figures are right, but for the total after the step`() throws {
    let sheet = try mark(
      "mazur",
      """
      net[h1] = 0.3775
      out[h1] = 0.593269992
      out[h2] = 0.596884378
      net[o1] = 1.105905967
      out[o1] = 0.75136507
      out[o2] = 0.772928465
      E[o1] = 0.274811083
      E[o2] = 0.023560026
      E = 0.298371109
      error[o1] = 0.74136507
      slope[o1] = 0.186815602
      grad.w[o1,h1] = 0.082167041
      new.w[o1,h1] = 0.35891648
      new.w[o1,h2] = 0.408666186
      new.w[o2,h1] = 0.511301270
      new.w[o2,h2] = 0.561370121
      delta[o1] = 0.138498562
      back[o1,h1] = 0.055399425
      back[o2,h1] = -0.019049119
      error[h1] = 0.036350306
      slope[h1] = 0.241300709
      grad.w[h1,i1] = 0.000438568
      new.w[h1,i1] = 0.149780716
      new.w[h1,i2] = 0.19956143
      new.w[h2,i1] = 0.24975114
      new.w[h2,i2] = 0.29950229
      after.E = 0.291027924
      """)
    #expect(sheet.count == 27)
    for (id, answer) in sheet where id != "after.E" {
      #expect(answer.verdict == .correct || answer.verdict == .rounding, "\(id)")
    }
    // The article insists on the old weights; its closing figure was made with the new ones.
    #expect(sheet["after.E"]?.verdict == .wrong)
    #expect(sheet["after.E"]?.diagnoses.map(\.misconception) == [.updatedWeight])
  }

  @Test func `Han and Kamber's three digits are roundings, not mistakes`() throws {
    let sheet = try mark(
      "han-kamber",
      """
      I_4 = -0.7
      O_4 = 0.332
      I_5 = 0.1
      O_5 = 0.525
      I_6 = -0.105
      O_6 = 0.474
      Err_6 = 0.1311
      Err_5 = -0.0065
      Err_4 = -0.0087
      new.w[6,4] = -0.261
      new.w[6,5] = -0.138
      new.w[4,1] = 0.192
      new.w[5,1] = -0.306
      new.w[4,2] = 0.4
      new.w[5,2] = 0.1
      new.w[4,3] = -0.508
      new.w[5,3] = 0.194
      new.b[6] = 0.218
      new.b[5] = 0.194
      new.b[4] = -0.408
      """)
    #expect(sheet.count == 20)
    for (id, answer) in sheet {
      #expect(answer.verdict == .correct || answer.verdict == .rounding, "\(id)")
    }
    #expect(sheet["delta[6]"]?.verdict == .rounding)
  }
}
