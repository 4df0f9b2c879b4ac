import CommandTestSupport
import TestSupport
import Testing

/// What two readers found who saw the texts for the first time: sentences beside a formula of
/// another meaning, letters that meant two things, claims that the numbers did not bear out.
struct FreshEyesTests {
  private func document(_ arguments: String..., input: String = "") -> String {
    let result = run(
      ["export"] + arguments + ["--to", "txt", "--width", "2000"], input: Array(input.utf8))
    #expect(result.code == 0, "\(arguments): \(result.error)")
    return result.output
  }

  private func step(_ notation: String, _ example: String = "circle") -> String {
    document(example, "--trace-step", "2", "--notation", notation)
  }

  private let momentum = """
    { inputs: 2, layers: [{ weights: [[0.1, 0.2], [0.3, 0.4]], biases: [0.1, 0] },
      { weights: [[0.5, 0.6]], biases: [0] }], optimizer: { kind: 'momentum' }, batchSize: 2,
      samples: [{ inputs: [0, 1], targets: [1] }, { inputs: [1, 1], targets: [0] }] }
    """

  // MARK: Batches

  @Test(arguments: [
    ("mazur", "∂E_total^(s)/∂out_j = ", "∂E_total/∂out_j = "),
    ("nielsen", "∂C^(s)/∂a^L_j = ", "∂C/∂a^L_j = "),
    ("zhou", "−∂E_k/∂ŷ_j = ", "−∂E/∂ŷ_j = "),
  ])
  func `in a batch the error of an output is that of its sample`(
    _ notation: String, _ right: String, _ wrong: String
  ) {
    let text = step(notation)
    #expect(text.contains(right) && !text.contains(wrong))
  }

  @Test func `in a batch the error terms are defined by the sample's loss`() {
    #expect(step("nielsen").contains("δ = ∂C^(s)/∂z;"))
    #expect(step("documents").contains("δ = −∂E^(s)/∂net;"))
    #expect(step("nielsen").contains("the mean of the losses C^(s) of its N samples"))
  }

  @Test func `where samples are numbered below the loss, the batch has none there`() {
    let text = document(
      "-", "--trace-step", "1", "--notation", "zhou", input: momentum)
    #expect(text.contains("E = (Σ_k E_k)/N") && text.contains(" E = (E_1 + E_2)/N"))
    #expect(text.contains(" E_2 = E_2,1 = ") && !text.contains("E_k^("))
    #expect(run("gradcheck", "circle", "--notation", "zhou").output.contains("differences, E = "))
  }

  // MARK: Letters that meant two things

  @Test func `an optimizer's letters are not those of weights and sums`() {
    let text = document("-", "--trace-step", "1", "--notation", "zhou", input: momentum)
    #expect(text.contains("u(v_ih)") && !text.contains("v(v_ih)"))
    let adam = document("adam", "--trace-step", "2", "--notation", "zhou")
    #expect(adam.contains("ρ1·m⁻(v_ih)") && !adam.contains("β1·"))
    #expect(document("adam").contains("(1 − β1^τ)"))
    #expect(document("adam").contains("the number τ of the step"))
  }

  @Test func `layers are counted as in the symbols`() {
    let text = step("nielsen")
    #expect(text.contains("The weights of layer 2 before") && text.contains("Forward, layer 3"))
    #expect(!text.contains("ayer 1"))
    #expect(step("documents").contains("Forward, layer 1"))
  }

  @Test func `a rule about the output layer says so, and one about a shared bias is general`() {
    let text = document("mazur", "--notation", "nielsen")
    #expect(text.contains("δ^L_j = ∂C/∂z^L_j") && text.contains("δ^l_j = ∂C/∂z^l_j"))
    #expect(text.contains("Σ_i w^l_ji·x_i + b^l") && text.contains("+ b^L"))
  }

  @Test func `two activations have two slopes`() {
    let text = step("nielsen")
    #expect(text.contains("σ_1′(z^l_j)") && text.contains("σ_2′(z^L_j)"))
    #expect(!text.contains("σ′(") && text.contains("S′(x) = "))
    #expect(document("xor", "--notation", "nielsen").contains("σ′(x) = "))
  }

  @Test func `letters of general rules are explained`() {
    #expect(document("mazur").contains("x_i in a rule stands for any of them"))
    #expect(document("documents").contains("t_1 and y_1 belong to node 8"))
  }

  // MARK: Sentences beside formulas

  @Test func `a slope that is no factor is not said to be one`() {
    let text = run("trace", "line").output
    #expect(text.contains("The slope is 1: target minus output is left."))
    #expect(!text.contains("slope times"))
    let full = document("line")
    #expect(full.contains("straight line with slope 1") && !full.contains("slope 1 everywhere"))
    #expect(!run("export", "curve").output.contains("= 1 = 1"))
  }

  @Test func `the perceptron's change has the sign of its formula`() {
    for notation in ["documents", "mazur", "nielsen"] {
      #expect(
        document("perceptron", "--notation", notation)
          .contains("learning rate times (target minus output) times input"))
    }
    let sign = run(
      "trace", "-",
      input: """
        { inputs: 1, layers: [{ activation: 'sign', weights: [[1]] }], loss: 'perceptron',
          samples: [{ inputs: [1], targets: [-1] }] }
        """
    ).output
    #expect(sign.contains("The derivative of the sign function is 0"))
  }

  @Test func `what is frozen is said to be`() {
    let text = document("mazur")
    #expect(text.contains("leaves it as it is (frozen)"))
    #expect(text.contains("Every parameter w but the frozen ones"))
    #expect(!document("xor").contains("frozen"))
    let zhou = document("mazur", "--notation", "zhou")
    #expect(zhou.contains("α_1⁺ − γ = ") && !zhou.contains("γ⁺"))
  }

  @Test func `a shared bias has minus the sum where the formula has`() {
    for (notation, isMinus) in [("documents", true), ("mazur", false), ("zhou", false)] {
      let minus = "is minus the sum of its neurons' error terms"
      #expect(document("mazur", "--notation", notation).contains(minus) == isMinus)
    }
  }

  @Test func `only the matrices that hold biases are said to`() {
    let text = document(
      "-", "--notation", "documents",
      input: """
        { inputs: 1, layers: [{ weights: [[1], [2]], biases: [0.1, 0.2] }, { weights: [[1, 2]] }],
          samples: [{ inputs: [1], targets: [1] }] }
        """)
    #expect(text.contains("The last column of W_1 holds the biases"))
  }

  @Test func `alternatives under several conditions name them together`() {
    #expect(document("odd-even").contains("[t_j ≠ 1, t_j ≠ 0]"))
  }

  // MARK: Claims

  @Test func `a learning rate is blamed only where nothing else made the step`() {
    let plain = run("trace", "too-fast").output
    let rate = "learning rate too large"
    #expect(
      plain.contains(rate)
        || run("trace", "too-fast", "--learning-rate", "50").output.contains(rate))
    let adam = run("train", "adam", "--learning-rate", "2", "--trace-step", "5").output
    #expect(adam.contains("% more)") && !adam.contains(rate))
  }

  @Test func `what all samples come to is a mean or a sum, and is called so`() {
    #expect(run("train", "documents").output.contains("the mean loss of all samples is"))
    #expect(run("train", "four-hidden").output.contains("the losses of all samples sum to"))
    #expect(run("train", "xor").output.contains("the file does not ask for more"))
  }

  @Test func `one sample is, several are`() {
    let text = run("train", "relu-softmax", "--epochs", "1").output
    #expect(text.contains("1 of 3 samples is classified"))
  }

  @Test func `errors in Chinese have no spaces between Chinese words`() {
    let wrong = run(
      "trace", "-", "--lang", "zh", input: "{ inputs: 1, layers: [{ weights: [['a']] }] }")
    #expect(wrong.code == 2 && !wrong.error.contains("应写 每") && wrong.error.contains("应写每"))
    let epochs = run(
      "train", "-", input: "{ inputs: 1, layers: [{ weights: [[1]] }], epochs: 1.5 }")
    #expect(epochs.error.contains("has the wrong type; write a whole number ≥ 1"))
  }
}
