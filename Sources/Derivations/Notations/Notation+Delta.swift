public import ScalarBackprop

extension Notation {
  /// What δ stands for, as an equation's right side; the perceptron rule claims no derivative.
  public func deltaDefinition(_ lossKind: Loss) -> String {
    if lossKind == .perceptron {
      let (t, y) = (target, output.output)
      return convention.deltaSign == .descent ? "\(t) − \(y)" : "\(y) − \(t)"
    }
    let sign = convention.deltaSign == .descent ? "−" : ""
    return "\(sign)∂\(loss)/∂\(convention.subtractsThresholds ? sum.output : net.output)"
  }
}
