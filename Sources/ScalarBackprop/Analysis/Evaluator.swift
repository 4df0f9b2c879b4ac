/// A network that takes inputs forward again and again, and keeps only what its nodes put out last.
public final class Evaluator {
  private let workspace: Workspace
  private let rounding: Rounding?

  /// Takes a network as it stands.
  ///
  /// - Parameters:
  ///   - network: the network.
  ///   - rounding: rounds every result before the calculation goes on with it; `nil` carries everything.
  public init(_ network: Network, rounding: Rounding? = nil) {
    self.rounding = rounding
    let layout = TraceLayout(
      network, hasTargets: false, optimizer: .gradientDescent, convention: Convention())
    workspace = Workspace(network, layout: layout, rule: UpdateRule(), isRecorded: false)
  }

  /// Takes inputs forward, one an input of the network.
  public func run(_ inputs: [Double]) {
    precondition(inputs.count == workspace.layers[0].inputCount)
    workspace.load(Sample(inputs: inputs))
    guard let rounding else {
      var recorder = NoRecorder()
      return workspace.forward(&recorder, \.before)
    }
    var recorder = RoundingRecorder(rounding: rounding)
    workspace.forward(&recorder, \.before)
  }

  /// What a neuron put out last, by its position in the network.
  public func output(of node: Int) -> Double {
    precondition((workspace.plan.layers[0].firstNode..<workspace.plan.nodeCount).contains(node))
    return workspace.outputs[node]
  }

  /// The last net value of a neuron that has one, by its position in the network.
  public func net(of node: Int) -> Double {
    precondition((workspace.plan.layers[0].firstNode..<workspace.plan.nodeCount).contains(node))
    return workspace.nets[node]
  }

  /// What a layer puts out, one number a neuron.
  ///
  /// - Parameters:
  ///   - inputs: x, one an input of the network.
  ///   - layer: counted from 0; `nil` for the output layer.
  public func outputs(for inputs: [Double], ofLayer layer: Int? = nil) -> [Double] {
    run(inputs)
    let layer = layer.map { workspace.layers[$0] } ?? workspace.outputLayer
    return Array(UnsafeBufferPointer(start: layer.outputs, count: layer.count))
  }
}
