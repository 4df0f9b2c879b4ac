internal import ScalarBackprop

/// What one number of an entry is of.
struct Target: Hashable {
  var quantity: Quantity
  /// Whether its sign is turned before it is compared: it was written as the other derivative.
  var isTurned = false
}

/// What a name means by itself: an id, or a symbol of the network's own notation.
struct OwnName: Hashable {
  var quantity: Quantity
}
