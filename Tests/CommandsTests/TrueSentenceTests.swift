import CommandTestSupport
import Derivations
import NetworkFiles
import TestSupport
import Testing

/// No sentence is false beside the formula that stands under it, in any notation.
struct TrueSentenceTests {
  private func network(
    _ activation: String, _ loss: String, outputs: String = "sigmoid", count: Int = 2,
    parameters: String = "biases: [0.1, 0.2]"
  ) -> String {
    """
    { inputs: 2, layers: [
        { activation: "\(activation)", weights: [[0.5, -0.2], [0.3, 0.8]], \(parameters) },
        { activation: "\(outputs)", weights: [[0.7, -0.3], [0.6, 0.4]], biases: [0, 0.2] }],
      loss: "\(loss)", samples: [{ inputs: [0.5, 0.9], targets: [0, 1] }] }
    """
  }

  private func text(
    _ network: String, _ notation: String, _ language: String = "en", to format: String = "txt",
    detail: String = "full"
  ) -> String {
    let document = run(
      "export", "-", "--notation", notation, "--lang", language, "--to", format, "--detail", detail,
      "--width", "2000", input: network)
    #expect(document.code == 0)
    return document.output
  }

  // MARK: Letters

  @Test(arguments: [
    ("documents", "−t·ln(y)", "y·(1 − y)"), ("mazur", "−target·ln(out)", "out·(1 − out)"),
    ("nielsen", "−y·ln(a)", "a·(1 − a)"), ("zhou", "−y·ln(ŷ)", "ŷ·(1 − ŷ)"),
    ("hankamber", "−T·ln(O)", "O·(1 − O)"),
  ])
  func `sentences speak in the letters of the notation`(
    _ notation: String, _ loss: String, _ slope: String
  ) {
    for language in ["en", "zh"] {
      let binary = text(network("sigmoid", "binary-cross-entropy"), notation, language)
      #expect(binary.contains(loss + " − (1 − "))
      #expect(binary.contains(slope))
      let softmax = network("sigmoid", "cross-entropy", outputs: "softmax")
      #expect(text(softmax, notation, language).contains(loss))
    }
  }

  @Test(arguments: [
    ("documents", "E", "−∂E/∂y"), ("mazur", "E_total", "∂E_total/∂out"), ("nielsen", "C", "∂C/∂a"),
    ("zhou", "E_k", "−∂E_k/∂ŷ"), ("hankamber", "E", "−∂E/∂O"),
  ])
  func `the derivative of the loss is named with its sign`(
    _ notation: String, _ loss: String, _ derivative: String
  ) {
    for (language, words) in [("en", " affects \(loss) only"), ("zh", "影响 \(loss)")] {
      let text = text(network("sigmoid", "squared-error"), notation, language)
      #expect(text.contains(language == "en" ? "output, \(derivative)" : "\(derivative)"))
      #expect(text.contains(words))
    }
  }

  @Test func `the index of a bias is an index`() {
    let markdown = text(network("sigmoid", "half-squared-error"), "documents", to: "md")
    #expect(markdown.contains("w_{jb}") && !markdown.contains("\\text{jb}"))
  }

  @Test func `an input in a rule has a letter that names no node`() {
    let rules = text(network("sigmoid", "half-squared-error"), "mazur")
    #expect(rules.contains("δ_j·x_i") && !rules.contains("i_i"))
  }

  // MARK: Signs

  @Test(arguments: [
    ("documents", true), ("mazur", false), ("nielsen", false), ("zhou", true), ("hankamber", true),
  ])
  func `a gradient is said to have the sign of its formula`(_ notation: String, _ isMinus: Bool) {
    let source = network("sigmoid", "half-squared-error")
    let english = text(source, notation)
    let start = "A weight's gradient is \(isMinus ? "minus " : "")the error term"
    #expect(english.contains(start))
    #expect(text(source, notation, "zh").contains("再取相反数") == isMinus)
    // The formula beside it: ∂E/∂w = −δ·a.
    let delta = Notation.named(notation)?.delta.output ?? ""
    #expect(english.contains("/∂w") && english.contains(" = −\(delta)_") == isMinus)
  }

  @Test(arguments: [
    ("half-squared-error", "(target minus output)"), ("squared-error", "the error −∂E/∂y"),
    ("mean-squared-error", "the error −∂E/∂y"), ("absolute-error", "the error −∂E/∂y"),
    ("huber", "the error −∂E/∂y"),
  ])
  func `what the slope is multiplied by is what the formula has`(_ loss: String, _ factor: String) {
    let steps = text(network("sigmoid", loss), "documents", detail: "steps")
    #expect(steps.contains("The slope times \(factor)."))
    #expect(steps.contains("target minus output") == (loss == "half-squared-error"))
  }

  // MARK: Equations

  @Test func `the loss is a sum over the outputs, not over the samples`() {
    for format in ["txt", "md", "tex"] {
      let document = text(network("sigmoid", "half-squared-error"), "zhou", to: format)
      let sum = format == "txt" ? "E_k = Σ_j E_k,j" : "\\sum_{j} E_{k,j}"
      #expect(document.contains(sum))
      #expect(!document.contains("Σ_k E") && !document.contains("\\sum_{k} E"))
    }
  }

  @Test(arguments: [
    ("documents", "y = f(W_2·f(W_1·x))"), ("mazur", "out = f(W_2·f(W_1·x + b^(1)) + b^(2))"),
    ("nielsen", "a^3 = σ(w^3·σ(w^2·x + b^2) + b^3)"), ("zhou", "ŷ = f(W^T·f(V^T·x − γ) − θ)"),
    ("hankamber", "O = f(W^T_2·f(W^T_1·x + θ^(1)) + θ^(2))"),
  ])
  func `the network in one line is in the letters of the notation`(
    _ notation: String, _ formula: String
  ) {
    let source = network("sigmoid", "half-squared-error")
    #expect(text(source, notation).contains("in one line: \(formula). Here"))
    #expect(text(source, notation, "zh").contains("一行：\(formula)。其中"))
  }

  @Test func `the network in one line tells different activations apart`() {
    let document = text(network("relu", "half-squared-error"), "documents")
    #expect(document.contains("y = f_2(W_2·f_1(W_1·x)). Here f_1 is ReLU, f_2 is the sigmoid."))
    let shared = network("sigmoid", "half-squared-error", parameters: "bias: 0.3")
    #expect(text(shared, "documents").contains("y = f(W_2·f(W_1·x + b_1))"))
  }

  @Test(arguments: Notation.profiles.map(\.name))
  func `cross-entropy is shown to be minus the logarithm of the output`(_ notation: String) {
    let softmax = text(network("sigmoid", "cross-entropy", outputs: "softmax"), notation)
    #expect(softmax.contains("·ln(e^") && softmax.contains(")) = "), "\(notation)")
    #expect(softmax.contains("·ln(Σ_") || softmax.contains("ln(Σ"), "\(notation)")
  }

  @Test func `an equation says nothing twice`() {
    for format in ["txt", "md", "tex", "html"] {
      let document = run("export", "mango", "--to", format).output
      #expect(!document.contains("0.0660834 = 0.0660834"), "\(format)")
      #expect(document.contains("0.0660834"))
    }
  }

  // MARK: What is claimed

  @Test func `a smooth neuron is not said to bend where it is steepest`() {
    let trained = run("train", "curve", "--epochs", "1").output
    #expect(trained.contains("smooth step, steepest where") && !trained.contains("bends"))
  }

  @Test func `the perceptron's loss is not said to be descended`() {
    #expect(run("trace", "perceptron").output.contains("does not descend it"))
    #expect(run("trace", "perceptron", "--lang", "zh", "--width", "999").output.contains("并不沿着它下降"))
  }

  @Test(arguments: ["gradient-descent", "momentum", "nesterov", "adagrad", "rmsprop", "adam"])
  func `weight decay is told where it is in the formula`(_ optimizer: String) {
    let plain = network("sigmoid", "half-squared-error").replacing(
      "loss:", with: "optimizer: { kind: '\(optimizer)' }, loss:")
    let decayed = plain.replacing("loss:", with: "weightDecay: 0.1, loss:")
    #expect(!text(plain, "documents").contains("Weight decay adds"))
    #expect(
      text(decayed, "documents").contains("Weight decay adds λ·w to the gradient of a weight first")
    )
  }
}
