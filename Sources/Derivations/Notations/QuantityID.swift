public import ScalarBackprop

extension Symbols {
  /// A quantity's id: ASCII but for the nodes' names, the same in every notation and language.
  public func id(of quantity: Quantity) -> String {
    switch quantity {
    case .input(let i): "x[\(ids[i])]"
    case .target(let k): "t[\(ids[k])]"
    case .parameter(let role, let parameter): role.prefix + id(of: parameter)
    case .product(let j, let i, let pass): pass.prefix + "product[\(ids[j]),\(ids[i])]"
    case .sum(let j, let pass): pass.prefix + "sum[\(ids[j])]"
    case .net(let j, let pass): pass.prefix + "net[\(ids[j])]"
    case .output(let j, let pass): pass.prefix + "out[\(ids[j])]"
    case .outputLoss(let k, let pass): pass.prefix + "E[\(ids[k])]"
    case .loss(let pass): pass.prefix + "E"
    case .back(let k, let j): "back[\(ids[k]),\(ids[j])]"
    case .error(let j): "error[\(ids[j])]"
    case .slope(let j): "slope[\(ids[j])]"
    case .jacobian(let k, let j): "jacobian[\(ids[k]),\(ids[j])]"
    case .delta(let j): "delta[\(ids[j])]"
    }
  }

  /// A parameter's id.
  public func id(of parameter: Parameter) -> String {
    let bias = notation.convention.subtractsThresholds ? "threshold" : "b"
    return switch parameter {
    case .weight(let j, let i): "w[\(ids[j]),\(ids[i])]"
    case .bias(let j): "\(bias)[\(ids[j])]"
    case .sharedBias(let l): "\(bias)[layer \(l + 1)]"
    }
  }
}

extension ParameterRole {
  /// What stands before the parameter in an id.
  var prefix: String {
    switch self {
    case .value: ""
    case .gradient: "grad."
    case .state(let state): state.rawValue + "."
    case .change: "change."
    case .new: "new."
    }
  }
}

extension Pass {
  /// What stands before the quantity in an id.
  var prefix: String { self == .before ? "" : "after." }
}
