/// Where each forward pass of a layer writes its quantities.
struct ForwardSlots: Hashable, Sendable {
  var products = 0
  var sums = 0
  var scaled = 0
  var nets = 0
  var outputs = 0
}

/// The places in a trace at which one layer's quantities begin: those of the passes and the gradients
/// within a sample's portion, the others within what the batch has in common.
///
/// Slots of parameters are offsets: slot + index within the layer is the place, even where the
/// weights before it are frozen and take no room; so a slot may lie before its block.
struct LayerSlots: Hashable, Sendable {
  var parameters = 0
  var before = ForwardSlots()
  var after = ForwardSlots()
  var backs = 0
  var errors = 0
  var slopes = 0
  var jacobian = 0
  var deltas = 0
  var gradients = 0
  var update = UpdateSlots()
}

/// The places at which the quantities of a layer's update begin.
struct UpdateSlots: Hashable, Sendable {
  var velocity = 0
  var moment = 0
  var square = 0
  var correctedMoment = 0
  var correctedSquare = 0
  var changes = 0
  var news = 0

  subscript(state: Optimizer.State) -> Int {
    get {
      switch state {
      case .velocity: velocity
      case .moment: moment
      case .square: square
      case .correctedMoment: correctedMoment
      case .correctedSquare: correctedSquare
      }
    }
    set {
      switch state {
      case .velocity: velocity = newValue
      case .moment: moment = newValue
      case .square: square = newValue
      case .correctedMoment: correctedMoment = newValue
      case .correctedSquare: correctedSquare = newValue
      }
    }
  }

  /// The places less a number, so that a parameter's position in the flat storage can be added.
  func before(_ position: Int) -> UpdateSlots {
    UpdateSlots(
      velocity: velocity - position, moment: moment - position, square: square - position,
      correctedMoment: correctedMoment - position, correctedSquare: correctedSquare - position,
      changes: changes - position, news: news - position)
  }
}

/// The places at which the losses of one pass begin.
struct LossSlots: Hashable, Sendable {
  var terms = 0
  var total = 0
}
