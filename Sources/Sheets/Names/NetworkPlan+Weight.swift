internal import ScalarBackprop

// Which weight a name with one number means.

extension NetworkPlan {
  func weight(_ name: Name, _ way: Numbering) -> Parameter? {
    var (indices, way) = (name.indices, way)
    if let layer = indices.first?.layer, indices[0].text.isEmpty, let nodes = nodes(of: layer),
      let l = layers.firstIndex(of: nodes)
    {
      // "output weight 1", w^(L)
      indices.removeFirst()
      (way.weightLayer, way.isThrough, way.isOrdinal) = (l, false, false)
      if indices.isEmpty { return only(ofLayer: l) }
    }
    switch indices.count {
    case 1: return weight(indices[0], way)
    case 2 where indices[0].isAbove != indices[1].isAbove:
      let (layer, own) = indices[0].isAbove ? (indices[0], indices[1]) : (indices[1], indices[0])
      guard let number = layer.number, let place = own.number else { return nil }
      let digits = own.text.compactMap(\.wholeNumberValue).map { Name.Index(text: "\($0)") }
      if digits.count == 2,
        let weight = weight(digits, inLayer: number - way.inputLayer - 1, way)
      {
        return weight
      }
      return weight(place - way.first, ofLayer: number - way.inputLayer - 1, way)
    case 2: return weight(indices[0], indices[1], way)
    case 3:
      let place = indices.firstIndex(where: \.isAbove) ?? 0
      guard let number = indices[place].number else { return nil }
      var own = indices
      own.remove(at: place)
      let base = own[0].isBracket ? Numbering(order: way.order, layout: way.layout, first: 0) : way
      return weight(own, inLayer: number - way.inputLayer - 1, base)
    default: return nil
    }
  }

  func weight(
    _ own: [Name.Index], inLayer l: Int, _ way: Numbering
  ) -> Parameter? {
    guard layers.indices.contains(l), let before = nodes(ofLayer: l - 1),
      let a = own[0].number, let b = own[1].number
    else { return nil }
    let (to, from) = way.order == .intoFrom ? (a, b) : (b, a)
    let j = layers[l].lowerBound + to - way.first
    // w_10 leads from the constant 1.
    if from == 0, way.first == 1 { return constant(to: j, ofLayer: l) }
    let i = before.lowerBound + from - way.first
    return layers[l].contains(j) && before.contains(i) ? .weight(to: j, from: i) : nil
  }

  /// The bias of a neuron as the weight that leads from the constant 1.
  private func constant(to j: Int, ofLayer l: Int) -> Parameter? {
    layers.indices.contains(l) && biases[l] == .each && layers[l].contains(j) ? .bias(j) : nil
  }

  /// The only weight of a layer.
  func only(ofLayer l: Int) -> Parameter? {
    guard let before = nodes(ofLayer: l - 1), before.count == 1, layers[l].count == 1 else {
      return nil
    }
    return .weight(to: layers[l].lowerBound, from: before.lowerBound)
  }

  /// The weights of a layer are counted where it has one neuron, or one input.
  func weight(_ place: Int, ofLayer l: Int, _ way: Numbering) -> Parameter? {
    guard layers.indices.contains(l), let before = nodes(ofLayer: l - 1) else { return nil }
    let own = layers[l]
    guard place >= 0 else {
      return place == -1 && own.count == 1 && way.first == 1
        ? constant(to: own.lowerBound, ofLayer: l) : nil
    }
    if own.count == 1, place < before.count {
      return .weight(to: own.lowerBound, from: before.lowerBound + place)
    }
    guard before.count == 1, place < own.count else { return nil }
    return .weight(to: own.lowerBound + place, from: before.lowerBound)
  }

  /// A number alone counts weights; two digits may be two nodes.
  func weight(_ index: Name.Index, _ way: Numbering) -> Parameter? {
    let digits = index.text.compactMap(\.wholeNumberValue)
    guard let number = index.number else { return nil }
    if digits.count == 2,
      let pair = weight(
        Name.Index(text: "\(digits[0])"), Name.Index(text: "\(digits[1])"), way)
    {
      return pair
    }
    if let layer = way.weightLayer { return weight(number - way.first, ofLayer: layer, way) }
    return counted(number - 1, way)
  }

  func counted(_ place: Int, _ way: Numbering) -> Parameter? {
    var rest = place
    for (l, own) in layers.enumerated() {
      guard let before = nodes(ofLayer: l - 1) else { return nil }
      let count = own.count * before.count
      guard rest >= count else {
        guard rest >= 0 else { return nil }
        return way.counting == .byReceiver
          ? .weight(
            to: own.lowerBound + rest / before.count, from: before.lowerBound + rest % before.count)
          : .weight(
            to: own.lowerBound + rest % own.count, from: before.lowerBound + rest / own.count)
      }
      rest -= count
    }
    return nil
  }

  func weight(
    _ a: Name.Index, _ b: Name.Index, _ way: Numbering
  ) -> Parameter? {
    let isInto = way.order == .intoFrom
    let (to, from) = isInto ? (a, b) : (b, a)
    if from.number == 0, way.first == 1, to.number == nil || way.isThrough, let j = node(to, way) {
      return constant(to: j, ofLayer: layer(of: j))
    }
    if way.isThrough || a.layer != nil || b.layer != nil {
      guard let j = node(to, way), let i = node(from, way) else { return nil }
      return parameter(to: j, from: i)
    }
    if let j = position(of: to.text), to.number == nil, let place = from.number {
      // w_y1: a neuron by its name, and the number of what leads to it.
      guard let before = nodes(ofLayer: layer(of: j) - 1),
        before.contains(before.lowerBound + place - way.first)
      else { return nil }
      return .weight(to: j, from: before.lowerBound + place - way.first)
    }
    // Numbers in their layers: of one layer only, or where each has a letter of its own.
    guard let l = way.weightLayer ?? (layers.count == 1 ? 0 : nil) else { return nil }
    return weight([a, b], inLayer: l, way)
  }

  func node(_ index: Name.Index, _ way: Numbering) -> Int? {
    if let layer = index.layer {
      guard let nodes = nodes(of: layer) else { return nil }
      guard let number = index.number else { return nodes.count == 1 ? nodes.lowerBound : nil }
      let place = nodes.lowerBound + number - way.first
      return nodes.contains(place) ? place : nil
    }
    if let node = position(of: index.text) { return node }
    return index.number.flatMap { (0..<count).contains($0 - 1) ? $0 - 1 : nil }
  }
}
