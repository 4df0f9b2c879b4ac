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
  func layer(of name: Name, _ way: Numbering) -> (Int, ArraySlice<Name.Index>)? {
    let indices = name.indices
    guard let number = indices.first?.number else {
      return indices.isEmpty && layers.count == 1 ? (0, []) : nil
    }
    // A matrix leads to its layer: the first one is 1, or 0 where that is how layers are counted.
    let l = number - max(way.inputLayer, -1) - 1
    return layers.indices.contains(l) ? (l, indices.dropFirst()) : nil
  }

  func parameter(to j: Int, from i: Int) -> Parameter? {
    let l = layer(of: j)
    guard l >= 0, let before = nodes(ofLayer: l - 1), before.contains(i) else { return nil }
    return .weight(to: j, from: i)
  }

  func matrix(
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
  func row(
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
}
