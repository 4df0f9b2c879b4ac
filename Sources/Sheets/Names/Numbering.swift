/// How a sheet numbers what it writes: one way for each letter, tried until one fits all of its
/// entries.
struct Numbering: Hashable {
  /// Which index of a weight is the node that it leads to.
  enum Order: Hashable, CaseIterable { case intoFrom, fromInto }
  /// Which weights are counted first where they have one number each: those of one receiving node, or
  /// those of one sending node.
  enum Counting: Hashable, CaseIterable { case byReceiver, bySender }
  /// What the rows of a matrix are.
  enum Layout: Hashable, CaseIterable { case receivers, senders }

  var order = Order.intoFrom
  var counting = Counting.byReceiver
  var layout = Layout.receivers
  /// The number that the inputs have as a layer: 0, 1, or −1 where the first hidden layer is 0.
  var inputLayer = 0
  /// The number of the first node of a layer, and of the first layer's.
  var first = 1
  /// Whether a bare number is a node's number through the network, in place of one in its layer.
  var isThrough = true
  /// Whether a bare number counts the neurons through the network, without the inputs.
  var isOrdinal = false
  /// The layer that the weights of this letter lead to, where each of two layers has a letter of its own.
  var weightLayer: Int?

  /// All ways, the usual ones first.
  static let all: [Numbering] = {
    var all: [Numbering] = []
    for isThrough in [true, false] {
      for first in [1, 0] {
        for inputLayer in [0, 1, -1] {
          for order in Order.allCases {
            for counting in Counting.allCases {
              for layout in Layout.allCases {
                all.append(
                  Numbering(
                    order: order, counting: counting, layout: layout, inputLayer: inputLayer,
                    first: first, isThrough: isThrough))
              }
            }
          }
        }
      }
    }
    let ordinal = all.filter { $0.isThrough && $0.inputLayer == 0 }.map { way in
      var way = way
      (way.isThrough, way.isOrdinal) = (false, true)
      return way
    }
    let layered = [0, 1].flatMap { layer in
      all.filter { !$0.isThrough && $0.inputLayer == 0 }.map { way in
        var way = way
        way.weightLayer = layer
        return way
      }
    }
    return all + ordinal + layered
  }()
}
