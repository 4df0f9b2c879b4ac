internal import ScalarBackprop

// Which weights and biases indices mean.

extension NetworkPlan {
  /// The shape of a value: nothing for one number.
  enum Shape: Hashable {
    case one
    case list(Int)
    case matrix(rows: Int, columns: Int)
  }

  /// The weights that indices mean, in the order of the value's numbers.
  func weights(_ name: Name, _ shape: Shape, _ way: Numbering) -> [Parameter]? {
    switch shape {
    case .one: return weight(name, way).map { [$0] }
    case .list(let count):
      guard let (l, rest) = layer(of: name, way) else { return nil }
      return row(rest, ofLayer: l, count, way)
    case .matrix(let rows, let columns):
      guard let (l, rest) = layer(of: name, way), rest.isEmpty else { return nil }
      return matrix(ofLayer: l, rows: rows, columns: columns, way)
    }
  }

  /// The layer that indices begin with, and what is left of them.
  private func layer(of name: Name, _ way: Numbering) -> (Int, ArraySlice<Name.Index>)? {
    let indices = name.indices
    guard let number = indices.first?.number else {
      return indices.isEmpty && layers.count == 1 ? (0, []) : nil
    }
    // A matrix leads to its layer: the first one is 1, or 0 where that is how layers are counted.
    let l = number - max(way.inputLayer, -1) - 1
    return layers.indices.contains(l) ? (l, indices.dropFirst()) : nil
  }

  private func parameter(to j: Int, from i: Int) -> Parameter? {
    let l = layer(of: j)
    guard l >= 0, let before = nodes(ofLayer: l - 1), before.contains(i) else { return nil }
    return .weight(to: j, from: i)
  }

  private func matrix(
    ofLayer l: Int, rows: Int, columns: Int, _ way: Numbering
  ) -> [Parameter]? {
    guard let before = nodes(ofLayer: l - 1) else { return nil }
    let own = layers[l]
    switch way.layout {
    case .receivers:
      guard rows == own.count, columns == before.count else { return nil }
      return own.flatMap { j in before.map { .weight(to: j, from: $0) } }
    case .senders:
      guard rows == before.count, columns == own.count else { return nil }
      return before.flatMap { i in own.map { .weight(to: $0, from: i) } }
    }
  }

  /// A row of a layer's matrix, or the whole of it where it has but one.
  private func row(
    _ indices: ArraySlice<Name.Index>, ofLayer l: Int, _ count: Int, _ way: Numbering
  ) -> [Parameter]? {
    guard let before = nodes(ofLayer: l - 1) else { return nil }
    let own = layers[l]
    if indices.isEmpty {
      if own.count == 1, count == before.count {
        return before.map { .weight(to: own.lowerBound, from: $0) }
      }
      return before.count == 1 && count == own.count
        ? own.map { .weight(to: $0, from: before.lowerBound) } : nil
    }
    guard indices.count == 1, let number = indices.first?.number else { return nil }
    let place = number - (indices.first?.isBracket ?? false ? 0 : way.first)
    switch way.layout {
    case .receivers:
      guard own.indices.contains(own.lowerBound + place), count == before.count else { return nil }
      return before.map { .weight(to: own.lowerBound + place, from: $0) }
    case .senders:
      guard before.contains(before.lowerBound + place), count == own.count else { return nil }
      return own.map { .weight(to: $0, from: before.lowerBound + place) }
    }
  }

  // MARK: One weight

  private func weight(_ name: Name, _ way: Numbering) -> Parameter? {
    let indices = name.indices
    switch indices.count {
    case 1: return weight(indices[0], name.letter, way)
    case 2: return weight(indices[0], indices[1], name.letter, way)
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

  private func weight(
    _ own: [Name.Index], inLayer l: Int, _ way: Numbering
  ) -> Parameter? {
    guard layers.indices.contains(l), let before = nodes(ofLayer: l - 1),
      let a = own[0].number, let b = own[1].number
    else { return nil }
    let isInto = way.order == .intoFrom
    let j = layers[l].lowerBound + (isInto ? a : b) - way.first
    let i = before.lowerBound + (isInto ? b : a) - way.first
    return layers[l].contains(j) && before.contains(i) ? .weight(to: j, from: i) : nil
  }

  /// A number alone counts weights; two digits may be two nodes.
  private func weight(_ index: Name.Index, _ letter: String, _ way: Numbering) -> Parameter? {
    let digits = index.text.compactMap(\.wholeNumberValue)
    guard let number = index.number else { return nil }
    if digits.count == 2,
      let pair = weight(
        Name.Index(text: "\(digits[0])"), Name.Index(text: "\(digits[1])"), letter, way)
    {
      return pair
    }
    if letter.lowercased() == "w", layers.count == 2, !way.isThrough {
      // Where the hidden weights have a letter of their own, these count those of the only output.
      guard outputs.count == 1, layers[0].count >= number else { return nil }
      let from = layers[0].lowerBound + number - way.first
      return layers[0].contains(from) ? .weight(to: outputs.lowerBound, from: from) : nil
    }
    return counted(number - 1, way)
  }

  private func counted(_ place: Int, _ way: Numbering) -> Parameter? {
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

  private func weight(
    _ a: Name.Index, _ b: Name.Index, _ letter: String, _ way: Numbering
  ) -> Parameter? {
    let isInto = way.order == .intoFrom
    let (to, from) = isInto ? (a, b) : (b, a)
    if way.isThrough {
      guard let j = node(to), let i = node(from) else { return nil }
      return parameter(to: j, from: i)
    }
    // Numbers in their layers: the letter tells the layer where there are two.
    let l =
      layers.count == 1 ? 0 : ["v", "V"].contains(letter) ? 0 : layers.count - 1
    guard layers.count <= 2 else { return nil }
    return weight([a, b], inLayer: l, way)
  }

  private func node(_ index: Name.Index) -> Int? {
    if let node = position(of: index.text) { return node }
    return index.number.flatMap { (0..<count).contains($0 - 1) ? $0 - 1 : nil }
  }

  // MARK: Biases

  /// The biases that indices mean, in the order of the value's numbers.
  func biases(_ name: Name, _ shape: Shape, _ way: Numbering) -> [Parameter]? {
    switch shape {
    case .one:
      if name.indices.isEmpty { return count == inputs.count + 1 ? own(outputs.lowerBound) : nil }
      if name.indices.count == 1, let number = name.indices[0].number {
        let l = number - way.inputLayer - 1
        if layers.indices.contains(l), biases[l] == .shared { return [.sharedBias(layer: l)] }
      }
      guard let node = nodes(name, count: nil, way)?.first else { return nil }
      return own(node)
    case .list(let count):
      if name.indices.isEmpty, layers.count == 1, outputs.count == count {
        return outputs.map { .bias($0) }
      }
      guard name.indices.count == 1, let number = name.indices[0].number else { return nil }
      let l = number - way.inputLayer - 1
      guard layers.indices.contains(l), layers[l].count == count, biases[l] == .each else {
        return nil
      }
      return layers[l].map { .bias($0) }
    case .matrix(let rows, let columns):
      return rows == 1 ? biases(name, .list(columns), way) : nil
    }
  }

  private func own(_ node: Int) -> [Parameter]? {
    let l = layer(of: node)
    guard l >= 0 else { return nil }
    switch biases[l] {
    case .each: return [.bias(node)]
    case .shared: return [.sharedBias(layer: l)]
    case .absent: return nil
    }
  }
}
