/// What a network with one input puts out over its input.
public struct ResponseCurve: Sendable {
  /// The inputs, ascending, around those of the samples.
  public let inputs: [Double]
  /// What the network puts out for each of them, one number an output.
  public let outputs: [[Double]]

  private static let points = 160

  /// Takes a network over the range of its samples; `nil` where there is more than one input.
  public init?(_ network: Network, around samples: [Sample]) {
    guard network.inputs.count == 1 else { return nil }
    let range = ClosedRange.around(samples.map { $0.inputs[0] }, margin: 0.08)
    let evaluator = Evaluator(network)
    inputs = range.steps(ResponseCurve.points)
    outputs = inputs.map { evaluator.outputs(for: [$0]) }
  }
}
