internal import ScalarBackprop

/// What one number of an entry is of.
struct Target: Hashable {
  var quantity: Quantity
  /// The sign that the name itself says.
  var says = Answer.Sign.nothing
}

/// What a name means by itself: an id, or a symbol of the network's own notation.
struct OwnName: Hashable {
  var quantity: Quantity
  /// Whether it is an id, which means nothing else.
  var isID = false
}
