import Derivations
import Documents
import NetworkFiles
import Phrases
import ScalarBackprop
import TestSupport
import Testing

/// Every notation's symbols, as the texts print them.
struct NotationTests {
  /// What a quantity of an example is called in a notation.
  struct Naming: Sendable, CustomTestStringConvertible {
    var notation: String
    var example: String
    var id: String
    var symbol: String
    var testDescription: String { "\(notation): \(id) is \(symbol)" }
  }

  static let namings: [Naming] = [
    ("documents", "documents", "x[1]", "x_1"), ("documents", "documents", "t[8]", "t_1"),
    ("documents", "documents", "w[8,4]", "w_84"), ("documents", "documents", "b[8]", "w_8b"),
    ("documents", "documents", "net[4]", "net_4"), ("documents", "documents", "out[4]", "a_4"),
    ("documents", "documents", "out[9]", "y_2"), ("documents", "documents", "E", "E"),
    ("documents", "documents", "delta[8]", "δ_8"),
    ("documents", "documents", "slope[4]", "f′(net_4)"),
    ("documents", "documents", "grad.w[8,4]", "∂E/∂w_84"),
    ("documents", "documents", "change.w[4,1]", "Δw_41"),
    ("documents", "documents", "new.w[4,1]", "w_41⁺"),
    ("documents", "relu-softmax", "w[10,6]", "w_10,6"),
    ("documents", "relu-softmax", "b[10]", "w_10,b"),
    ("documents", "relu-softmax", "jacobian[8,10]", "∂y_1/∂net_10"),
    ("documents", "mazur", "b[layer 1]", "b_1"),
    ("mazur", "mazur", "net[h1]", "net_h1"), ("mazur", "mazur", "out[h1]", "out_h1"),
    ("mazur", "mazur", "t[o1]", "target_o1"), ("mazur", "mazur", "E[o1]", "E_o1"),
    ("mazur", "mazur", "E", "E_total"), ("mazur", "mazur", "x[i1]", "i1"),
    ("mazur", "mazur", "w[h1,i1]", "w1"), ("mazur", "mazur", "w[h2,i1]", "w3"),
    ("mazur", "mazur", "w[o1,h1]", "w5"), ("mazur", "mazur", "w[o2,h2]", "w8"),
    ("mazur", "mazur", "b[layer 1]", "b1"), ("mazur", "xor", "b[h1]", "b_h1"),
    ("mazur", "mazur", "error[h1]", "∂E_total/∂out_h1"), ("mazur", "mazur", "delta[h1]", "δ_h1"),
    ("mazur", "mazur", "back[o1,h1]", "δ_o1·w5"),
    ("nielsen", "documents", "net[4]", "z^2_1"), ("nielsen", "documents", "out[9]", "a^3_2"),
    ("nielsen", "documents", "delta[8]", "δ^3_1"), ("nielsen", "documents", "w[8,5]", "w^3_12"),
    ("nielsen", "documents", "b[4]", "b^2_1"), ("nielsen", "documents", "E", "C"),
    ("nielsen", "documents", "t[9]", "y_2"), ("nielsen", "documents", "slope[4]", "σ′(z^2_1)"),
    ("zhou", "documents", "w[4,1]", "v_11"), ("zhou", "documents", "w[8,5]", "w_21"),
    ("zhou", "documents", "sum[4]", "α_1"), ("zhou", "documents", "sum[8]", "β_1"),
    ("zhou", "documents", "net[4]", "α_1 − γ_1"), ("zhou", "documents", "out[4]", "b_1"),
    ("zhou", "documents", "out[8]", "ŷ_1"), ("zhou", "documents", "t[8]", "y_1"),
    ("zhou", "documents", "threshold[4]", "γ_1"), ("zhou", "documents", "threshold[8]", "θ_1"),
    ("zhou", "documents", "delta[8]", "g_1"), ("zhou", "documents", "delta[4]", "e_1"),
    ("zhou", "documents", "E", "E_k"),
    ("hankamber", "han-kamber", "net[4]", "I_4"), ("hankamber", "han-kamber", "out[6]", "O_6"),
    ("hankamber", "han-kamber", "t[6]", "T_6"), ("hankamber", "han-kamber", "delta[4]", "Err_4"),
    ("hankamber", "han-kamber", "w[4,1]", "w_14"), ("hankamber", "han-kamber", "b[4]", "θ_4"),
  ].map { Naming(notation: $0.0, example: $0.1, id: $0.2, symbol: $0.3) }

  @Test(arguments: namings)
  func `a quantity is called as in the text`(_ naming: Naming) throws {
    let derivation = try derivation(naming.example, naming.notation)
    let quantity = try #require(derivation.quantitiesByID[naming.id])
    #expect(derivation.symbols.symbol(for: quantity).text == naming.symbol)
  }

  @Test(arguments: Notation.profiles.map(\.name))
  func `the sign of δ is the stated one`(_ name: String) throws {
    let derivation = try derivation("documents", name)
    let sign = derivation.notation.convention.deltaSign == .descent ? -1.0 : 1
    let delta = try #require(derivation.trace[.delta(7)])
    let weight = Parameter.weight(to: 7, from: 3)
    let gradient = try #require(derivation.trace[.parameter(.gradient, weight)])
    let output = try #require(derivation.trace[.output(3, .before)])
    #expect((gradient - sign * delta * output).magnitude < 1e-15)
  }

  @Test func `other names lead to the same notation`() {
    #expect(Notation.named("hanbingtao")?.name == "documents")
    #expect(Notation.named("nobody") == nil)
    #expect(Set(Notation.names).count == Notation.names.count)
  }

  private func derivation(_ example: String, _ notationName: String) throws -> Derivation {
    let file = try TestSupport.example(example)
    let notation = try #require(Notation.named(notationName))
    let trace = try file.network.trace(file.samples[0], convention: notation.convention)
    return Derivation(of: trace, in: notation)
  }
}
