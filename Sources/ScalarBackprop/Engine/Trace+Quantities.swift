extension Trace {
  /// The quantity at a place of a block.
  public func quantity(_ n: Int, of block: Block) -> Quantity {
    let plan = layout.plan.layers[block.layer]
    let j = plan.firstNode + n
    switch block.kind {
    case .inputs: return .input(n)
    case .targets: return .target(j)
    case .parameters(let role, let part):
      return
        .parameter(role, layout.plan.topology.parameter(n, part, ofLayer: block.layer))
    case .products(let pass):
      let link = plan.ends(ofLink: n)
      return .product(to: link.to, from: link.from, pass)
    case .sums(let pass): return .sum(j, pass)
    case .scaledSums(let pass): return .scaledSum(j, pass)
    case .nets(let pass): return .net(j, pass)
    case .outputs(let pass): return .output(j, pass)
    case .outputLosses(let pass): return .outputLoss(j, pass)
    case .loss(let pass): return .loss(pass)
    case .backs:
      let link = layout.plan.layers[block.layer + 1].ends(ofLinkBySource: n)
      return .back(from: link.to, to: link.from)
    case .errors: return .error(j)
    case .slopes: return .slope(j)
    case .jacobian:
      let (row, column) = n.quotientAndRemainder(dividingBy: plan.count)
      return .jacobian(of: plan.firstNode + row, by: plan.firstNode + column)
    case .deltas: return .delta(j)
    }
  }
}
