/// A layer in the flat storage of a run: where its numbers of each kind begin.
///
/// Neurons count from 0 within the layer; weights lie one row a neuron, one column an incoming value.
struct LayerStorage {
  /// How many neurons there are, and how many values come into each.
  let count: Int
  let inputCount: Int
  let activation: Activation
  let bias: BiasKind
  /// How far the bias moves from one neuron to the next: not at all where it is shared.
  let biasStride: Int

  /// What comes in: the outputs of the layer before; of the first layer the loaded sample's inputs.
  var inputs: UnsafeMutablePointer<Double>
  let nets: UnsafeMutablePointer<Double>
  let outputs: UnsafeMutablePointer<Double>
  let deltas: UnsafeMutablePointer<Double>
  let weights: UnsafeMutablePointer<Double>
  let biases: UnsafeMutablePointer<Double>
  let weightGradients: UnsafeMutablePointer<Double>
  let biasGradients: UnsafeMutablePointer<Double>

  /// Finds a layer's numbers in storage for every node, inputs first, and for every parameter.
  init(
    _ plan: LayerPlan, nets: UnsafeMutablePointer<Double>, outputs: UnsafeMutablePointer<Double>,
    deltas: UnsafeMutablePointer<Double>, parameters: UnsafeMutablePointer<Double>,
    gradients: UnsafeMutablePointer<Double>
  ) {
    count = plan.count
    inputCount = plan.inputCount
    activation = plan.activation
    bias = plan.bias
    biasStride = plan.bias == .each ? 1 : 0
    inputs = outputs + plan.firstInput
    self.nets = nets + plan.firstNode
    self.outputs = outputs + plan.firstNode
    self.deltas = deltas + plan.firstNode
    weights = parameters + plan.firstParameter
    biases = parameters + plan.firstBias
    weightGradients = gradients + plan.firstParameter
    biasGradients = gradients + plan.firstBias
  }
}
