/// How the nodes of a layer are fed, and whose weights they use.
public enum LayerForm: Hashable, Sendable {
  /// Every neuron sees every node before it, with a weight of its own for each.
  case dense
  /// As dense, with the weights of an earlier dense layer the other way round: the weight into j from i
  /// is that layer's weight into i from j. Layers count from 0.
  case tied(to: Int)
  /// Each of the layer's neurons is a filter: used at every position of a window over all maps before
  /// it, with the same weights, [channel][row][column], and so gives a map of nodes.
  case convolution(Window)
  /// Each node is the largest value, or the mean, of a window over one map. There are no parameters.
  case pooling(Pooling, Window)
  /// f(u·(sum of the window) + c), as in LeNet-5: each of the layer's neurons has one weight u and
  /// belongs to one map before it.
  case subsampling(Window)
}

/// What pooling makes of a window.
public enum Pooling: String, CaseIterable, Hashable, Sendable {
  /// The largest value; where it occurs twice the first one, row by row.
  case largest
  /// The mean.
  case mean
}

/// A number of rows and of columns; in one dimension there is one row.
public struct Extent: Hashable, Sendable {
  /// How many rows.
  public var rows: Int
  /// How many columns.
  public var columns: Int

  /// Makes an extent of so many rows and columns.
  public init(rows: Int, columns: Int) { (self.rows, self.columns) = (rows, columns) }

  /// Makes one that is as high as it is wide.
  public init(_ both: Int) { (rows, columns) = (both, both) }
}

/// A window that moves over maps.
public struct Window: Hashable, Sendable {
  /// How much it sees at once.
  public var size: Extent
  /// How far it moves from one position to the next.
  public var stride: Extent
  /// How many rows and columns of nothing lie around a map. What stands there is no link.
  public var padding: Extent

  /// Makes a window.
  ///
  /// - Parameters:
  ///   - size: at least 1 by 1.
  ///   - stride: at least 1 by 1; `nil` for windows that lie side by side, as pooling has them.
  ///   - padding: less than the size.
  public init(_ size: Extent, stride: Extent? = nil, padding: Extent = Extent(0)) {
    self.size = size
    self.stride = stride ?? size
    self.padding = padding
  }

  /// How many positions it has over a map; what remains at the end where the stride does not come out
  /// even is left out. `nil` where it does not fit.
  public func positions(over map: MapShape) -> Extent? {
    func count(_ length: Int, _ size: Int, _ stride: Int, _ padding: Int) -> Int? {
      guard size >= 1, stride >= 1, (0..<size).contains(padding), length + 2 * padding >= size
      else { return nil }
      return (length + 2 * padding - size) / stride + 1
    }
    let columns = count(map.columns, size.columns, stride.columns, padding.columns)
    guard let columns else { return nil }
    return count(map.rows ?? 1, size.rows, stride.rows, padding.rows)
      .map { Extent(rows: $0, columns: columns) }
  }
}

/// How nodes lie in maps of one size: map by map, row by row.
public struct MapShape: Hashable, Sendable {
  /// How many maps there are: channels of an image, or one a filter.
  public var maps: Int
  /// How many rows a map has; `nil` in one dimension.
  public var rows: Int?
  /// How many columns a map has.
  public var columns: Int

  /// Makes a shape; every number is at least 1.
  public init(maps: Int = 1, rows: Int?, columns: Int) {
    (self.maps, self.rows, self.columns) = (maps, rows, columns)
  }

  /// How many nodes one map has.
  public var mapSize: Int { (rows ?? 1) * columns }
  /// How many nodes there are.
  public var count: Int { maps * mapSize }

  /// Where a node lies, all counted from 0.
  ///
  /// - Parameter n: the node's position in the layer.
  public func place(of n: Int) -> (map: Int, row: Int, column: Int) {
    let (map, rest) = n.quotientAndRemainder(dividingBy: mapSize)
    return (map, rest / columns, rest % columns)
  }
}
