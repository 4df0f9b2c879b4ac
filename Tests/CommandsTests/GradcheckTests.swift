import CommandTestSupport
import NetworkFiles
import TestSupport
import Testing

/// `gradcheck`, and `--with-gradcheck`.
struct GradcheckTests {
  @Test func `a gradient beyond Double is told, though the loss is not`() {
    let network = """
      { inputs: 1, loss: "absolute-error", samples: [{ inputs: [1e200], targets: [0] }],
        layers: [{ activation: "linear", weights: [[1e-300]] },
                 { activation: "linear", weights: [[1e200]] }] }
      """
    let result = run("gradcheck", "-", input: network)
    #expect(result.code == 1 && result.error.contains("not finite: grad.w[2,1]"))
  }

  @Test(arguments: Example.all.map(\.name))
  func `the gradients of the examples agree with their differences`(_ name: String) {
    let result = run("gradcheck", name)
    guard name != "perceptron" else { return #expect(result.code == 2) }
    #expect(result.code == 0)
    #expect(result.output.contains("agrees"))
    #expect(!result.output.contains("DISAGREES"))
  }

  @Test func `a difference of the other sign beyond all measure disagrees`() {
    let source = """
      {inputs: 1, layers: [{activation: "silu", weights: [[0]], biases: [-2.4]},
        {activation: "identity", weights: [[3.2]]}], loss: "absolute-error",
       samples: [{inputs: [1e308], targets: [-1]}]}
      """
    let result = run("gradcheck", "-", input: source)
    #expect(result.code == 1)
    #expect(result.output.contains("DISAGREES") && result.output.contains("2 of 3"))
    #expect(run("trace", "-", "--with-gradcheck", input: source).code == 1)
  }

  @Test func `where there is no place for the differences is told`() {
    for arguments in [
      ["trace", "xor", "--format", "json"], ["trace", "xor", "--only", "E"],
      ["export", "xor", "--to", "svg"], ["export", "xor", "--to", "csv"],
    ] {
      let result = run(arguments + ["--with-gradcheck"])
      #expect(result.code == 2 && result.output.isEmpty, "\(arguments)")
    }
  }

  @Test(arguments: ["md", "tex", "html", "txt"])
  func `a derivation can have the differences beside it`(_ format: String) {
    let plain = run("export", "mazur", "--to", format)
    let checked = run("export", "mazur", "--to", format, "--with-gradcheck")
    #expect(checked.code == 0)
    #expect(checked.output.contains("10 of 10 gradients agree."))
    #expect(!plain.output.contains("gradients agree"))
    // A threshold's gradient is that of its bias with the sign turned.
    let zhou = run("trace", "xor", "--with-gradcheck", "--notation", "zhou").output
    let lines = zhou.split(separator: "\n").filter { $0.hasPrefix(" θ_1 ") }
    let gradients = lines.compactMap {
      $0.split(separator: " ").dropFirst().first { $0.hasPrefix("0.1") || $0.hasPrefix("-0.1") }
    }
    #expect(gradients.count == 2 && gradients[0] == gradients[1])
    #expect(run("trace", "xor", "--with-gradcheck").output.contains("9 of 9 gradients agree."))
  }
}
