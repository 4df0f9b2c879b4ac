package import ScalarBackprop
package import Texts

/// What the quantities of a network are called in files, on the command line and in data: the same in
/// every notation and language.
package struct QuantityIDs: Sendable {
  /// What each node is called: its name, else its number through the network.
  let labels: [String]
  private let topology: Topology
  /// Whether neurons have thresholds in place of biases.
  let hasThresholds: Bool

  /// The ids of a network's quantities; its parameters are biases unless the convention subtracts
  /// thresholds.
  package init(of network: Network, _ convention: Convention = Convention()) {
    labels = network.labels
    topology = network.topology
    hasThresholds = convention.subtractsThresholds
  }

  /// What a node is called.
  package func label(of node: Int) -> String { labels[node] }

  /// Whether a node has a name of its own; else its label is its number through the network.
  package func hasName(_ node: Int) -> Bool { labels[node] != String(node + 1) }

  /// A quantity's id: ASCII but for the nodes' names.
  package func id(of quantity: Quantity) -> String {
    var buffer = TextBuffer()
    write(idOf: quantity, into: &buffer)
    return buffer.text
  }

  /// A parameter's id.
  package func id(of parameter: Parameter) -> String { id(of: .parameter(.value, parameter)) }

  /// Writes a quantity's id.
  package func write(idOf quantity: Quantity, into buffer: inout TextBuffer) {
    switch quantity {
    case .input(let i): write("x", i, into: &buffer)
    case .target(let k): write("t", k, into: &buffer)
    case .parameter(let role, let parameter):
      write(prefixOf: role, into: &buffer)
      write(idOf: parameter, into: &buffer)
    case .product(let j, let i, let pass): write("product", j, i, pass: pass, into: &buffer)
    case .sum(let j, let pass): write("sum", j, pass: pass, into: &buffer)
    case .scaledSum(let j, let pass): write("product", j, pass: pass, into: &buffer)
    case .net(let j, let pass): write("net", j, pass: pass, into: &buffer)
    case .output(let j, let pass): write("out", j, pass: pass, into: &buffer)
    case .outputLoss(let k, let pass): write("E", k, pass: pass, into: &buffer)
    case .loss(let pass): write("E", pass: pass, into: &buffer)
    case .back(let k, let j): write("back", k, j, into: &buffer)
    case .error(let j): write("error", j, into: &buffer)
    case .slope(let j): write("slope", j, into: &buffer)
    case .jacobian(let k, let j): write("jacobian", k, j, into: &buffer)
    case .delta(let j): write("delta", j, into: &buffer)
    }
  }

  /// net[4], after.net[4], w[4,1]: a name with the nodes it is of.
  private func write(
    _ name: String, _ first: Int? = nil, _ second: Int? = nil, pass: Pass = .before,
    into buffer: inout TextBuffer
  ) {
    if pass == .after { buffer.append("after.") }
    buffer.append(name)
    guard let first else { return }
    buffer.append("[", labels[first])
    if let second { buffer.append(",", labels[second]) }
    buffer.append(UInt8(ascii: "]"))
  }

  private func write(idOf parameter: Parameter, into buffer: inout TextBuffer) {
    let bias = hasThresholds ? "threshold" : "b"
    switch parameter {
    case .weight(let j, let i): write("w", j, i, into: &buffer)
    case .bias(let j): write(bias, j, into: &buffer)
    case .shared(.weights, let l, let n): buffer.append("w[", kernelPlace(l, n), "]")
    case .shared(.bias, let l, let n):
      let isOfMap = topology.biases[l] == .each
      buffer.append(bias, isOfMap ? "[\(map(n, ofLayer: l))]" : "[layer \(l + 1)]")
    }
  }

  /// What a map is called: c1, or c1.2 where the layer has several.
  private func map(_ n: Int, ofLayer l: Int) -> String {
    let hasSeveral = (topology.shape(ofLayer: l)?.maps ?? 1) > 1
    return topology.forms[l].letter + String(l + 1) + (hasSeveral ? ".\(n + 1)" : "")
  }

  /// Where a weight stands in a kernel: the map it leads to, the channel where there are several, row
  /// and column: c1.2,3,1,2.
  private func kernelPlace(_ l: Int, _ n: Int) -> String {
    guard let place = topology.kernelPlace(n, ofLayer: l) else { return map(n, ofLayer: l) }
    let numbers = [place.channel, place.row, place.column].compactMap(\.self)
    return ([map(place.map, ofLayer: l)] + numbers.map { String($0 + 1) }).joined(separator: ",")
  }

  /// What stands before the parameter.
  private func write(prefixOf role: ParameterRole, into buffer: inout TextBuffer) {
    switch role {
    case .value: break
    case .gradient: buffer.append("grad.")
    case .state(let state): buffer.append(state.rawValue, ".")
    case .change: buffer.append("change.")
    case .new: buffer.append("new.")
    }
  }
}

extension Symbols {
  /// A quantity's id: ASCII but for the nodes' names, the same in every notation and language.
  package func id(of quantity: Quantity) -> String { ids.id(of: quantity) }

  /// A parameter's id.
  package func id(of parameter: Parameter) -> String { ids.id(of: parameter) }
}
