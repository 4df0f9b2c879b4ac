/// The links of a layer whose nodes do not see everything before them, or with weights that are not
/// theirs alone: for each node, patches of sources, each some rows of sources that lie side by side.
struct LinkTable: Hashable, Sendable {
  /// Rows of sources of one map, with rows of weights of one kernel.
  struct Patch: Hashable, Sendable {
    /// The first source, counted from 0 in the layer before.
    var source: Int
    /// Its weight, counted from the first of the layer that owns the weights.
    var weight: Int
    var rows: Int
    /// How many sources a row has.
    var count: Int
  }

  /// Sources that follow each other, with weights that follow each other.
  struct Run: Hashable, Sendable {
    /// The first source, counted from 0 in the layer before.
    var source: Int
    /// Its weight, counted from the first of the layer that owns the weights.
    var weight: Int
    var count: Int
  }

  private(set) var patches: [Patch] = []
  /// Where the patches of each node begin, and at last where they end.
  private(set) var firstPatch = [0]
  /// Where the links of each node begin in the order of all links, and at last where they end.
  private(set) var firstLink = [0]
  /// How far weights within a row lie from each other; 0 where all of a node's links have one.
  let weightStride: Int
  /// How far the next row of sources is, and the next row of weights.
  let sourceStep, weightStep: Int
  /// Where the links from each source begin in the order of sources, and at last where they end.
  private(set) var firstFollower: [Int] = []
  /// The node of each link in that order.
  private(set) var followers: [Int] = []
  /// Its source.
  private(set) var sourceOfFollower: [Int] = []
  /// The place in that order of each link in the order of nodes.
  private(set) var placeBySource: [Int] = []

  /// Lists the links of nodes.
  ///
  /// - Parameters:
  ///   - sourceCount: how many nodes the layer before has.
  ///   - nodes: the patches of each node.
  init(
    sourceCount: Int, weightStride: Int, sourceStep: Int = 0, weightStep: Int = 0,
    nodes: some Sequence<[Patch]>
  ) {
    self.weightStride = weightStride
    (self.sourceStep, self.weightStep) = (sourceStep, weightStep)
    for own in nodes {
      patches += own
      firstPatch.append(patches.count)
      firstLink.append(own.reduce(firstLink[firstLink.count - 1]) { $0 + $1.rows * $1.count })
    }
    listFollowers(sourceCount)
  }

  /// How many nodes there are.
  var count: Int { firstPatch.count - 1 }
  /// How many links there are.
  var linkCount: Int { firstLink[count] }

  /// The runs of a node, row after row.
  func runs(of node: Int) -> [Run] {
    patches[firstPatch[node]..<firstPatch[node + 1]].flatMap { patch in
      (0..<patch.rows).map {
        Run(
          source: patch.source + $0 * sourceStep, weight: patch.weight + $0 * weightStep,
          count: patch.count)
      }
    }
  }

  /// The sources of a node, in order.
  func sources(of node: Int) -> [Int] {
    runs(of: node).flatMap { $0.source..<$0.source + $0.count }
  }

  /// The nodes that a source leads to, in order.
  func followers(of source: Int) -> ArraySlice<Int> {
    followers[firstFollower[source]..<firstFollower[source + 1]]
  }

  /// The link from a source to a node: its place among all, and its weight; `nil` where there is none.
  func link(to node: Int, from source: Int) -> (place: Int, weight: Int)? {
    var place = firstLink[node]
    for run in runs(of: node) {
      let n = source - run.source
      if (0..<run.count).contains(n) { return (place + n, run.weight + n * weightStride) }
      place += run.count
    }
    return nil
  }

  /// The node and the source of a link.
  ///
  /// - Parameter place: in the order of nodes.
  func ends(ofLink place: Int) -> (node: Int, source: Int) {
    var (low, high) = (0, count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if firstLink[middle] <= place { low = middle } else { high = middle }
    }
    var rest = place - firstLink[low]
    for run in runs(of: low) {
      if rest < run.count { return (low, run.source + rest) }
      rest -= run.count
    }
    return (low, rest)
  }

  /// Sorts the links by their sources; those of one source stay in the order of nodes.
  private mutating func listFollowers(_ sourceCount: Int) {
    var counts = Array(repeating: 0, count: sourceCount + 1)
    for node in 0..<count { for source in sources(of: node) { counts[source + 1] += 1 } }
    for source in 0..<sourceCount { counts[source + 1] += counts[source] }
    firstFollower = counts
    followers = Array(repeating: 0, count: linkCount)
    sourceOfFollower = followers
    placeBySource.reserveCapacity(linkCount)
    for node in 0..<count {
      for source in sources(of: node) {
        followers[counts[source]] = node
        sourceOfFollower[counts[source]] = source
        placeBySource.append(counts[source])
        counts[source] += 1
      }
    }
  }
}

extension LinkTable {
  /// The links of a window over maps.
  ///
  /// - Parameters:
  ///   - maps: the shape of the layer before.
  ///   - positions: where the window can stand.
  ///   - filters: how many look at all maps, each with weights [map][row][column]; `nil` where each node
  ///     looks at its own map only, with one weight a map.
  init(_ window: Window, over maps: MapShape, _ positions: Extent, filters: Int?) {
    let (height, columns) = (maps.rows ?? 1, maps.columns)
    let (size, stride, padding) = (window.size, window.stride, window.padding)
    func patch(_ map: Int, _ channel: Int, _ row: Int, _ column: Int) -> Patch {
      let (top, left) = (
        row * stride.rows - padding.rows, column * stride.columns - padding.columns
      )
      let rows = max(0, top)..<min(height, top + size.rows)
      let seen = max(0, left)..<min(columns, left + size.columns)
      let kernel = (map * maps.maps + channel) * size.rows + rows.lowerBound - top
      return Patch(
        source: (channel * height + rows.lowerBound) * columns + seen.lowerBound,
        weight: filters == nil ? map : kernel * size.columns + seen.lowerBound - left,
        rows: rows.count, count: seen.count)
    }
    let nodes = (0..<(filters ?? maps.maps)).lazy.flatMap { map in
      (0..<positions.rows).lazy.flatMap { row in
        (0..<positions.columns).lazy.map { column in
          (filters == nil ? map..<map + 1 : 0..<maps.maps).map { patch(map, $0, row, column) }
        }
      }
    }
    self.init(
      sourceCount: maps.count, weightStride: filters == nil ? 0 : 1, sourceStep: columns,
      weightStep: filters == nil ? 0 : size.columns, nodes: nodes)
  }

  /// The links of a layer tied to one with so many inputs, fed by so many nodes: the weights into a
  /// node are a column of the other's rows.
  init(tiedToInputs count: Int, sources: Int) {
    self.init(
      sourceCount: sources, weightStride: count,
      nodes: (0..<count).lazy.map { [Patch(source: 0, weight: $0, rows: 1, count: sources)] })
  }
}
