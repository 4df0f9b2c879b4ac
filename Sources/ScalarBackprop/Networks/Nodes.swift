/// Some nodes of one layer, in order.
public struct Nodes: RandomAccessCollection, Hashable, Sendable {
  private let range: Range<Int>
  /// Positions in a layer, where they are not a range.
  private let listed: ArraySlice<Int>?
  private let first: Int

  init(_ range: Range<Int>) {
    self.range = range
    listed = nil
    first = 0
  }

  init(_ listed: some Sequence<Int>, from first: Int) {
    self.listed = ArraySlice(listed)
    self.first = first
    range = 0..<0
  }

  /// 0.
  public var startIndex: Int { 0 }
  /// How many nodes there are.
  public var endIndex: Int { listed?.count ?? range.count }

  /// The node at a place.
  public subscript(place: Int) -> Int {
    if let listed { return listed[listed.startIndex + place] + first }
    return range.lowerBound + place
  }
}
