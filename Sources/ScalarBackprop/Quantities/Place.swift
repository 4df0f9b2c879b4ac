/// A quantity of a step, of a batch together with the sample that it belongs to.
public struct Place: Hashable, Sendable {
  /// What it is.
  public var quantity: Quantity
  /// The sample's place in the batch; `nil` for what the batch has in common, and in a step on one
  /// sample for everything.
  public var sample: Int?

  /// Makes a place of a quantity.
  public init(_ quantity: Quantity, sample: Int? = nil) {
    self.quantity = quantity
    self.sample = sample
  }
}

extension Trace {
  /// The place of a quantity that a calculation about a sample speaks of: parameters, and what an
  /// update makes of them, are the batch's.
  public func place(_ quantity: Quantity, sample: Int?) -> Place {
    guard isBatch, let sample else { return Place(quantity) }
    if case .parameter(let role, _) = quantity, role != .gradient { return Place(quantity) }
    return Place(quantity, sample: sample)
  }

  /// The value at a place; `nil` where the step has no such quantity.
  public subscript(place: Place) -> Double? { self[place.quantity, place.sample] }

  /// The block of a place; `nil` where the step has no such quantity.
  public func block(of place: Place) -> Block? {
    block(of: place.quantity, sample: place.sample)
  }

  /// Every place of the step, in the order of calculation, also of what no convention tells.
  public var places: [Place] {
    allBlocks.flatMap { block in
      (0..<block.count).map {
        place(quantity($0, of: block), sample: block.sample)
      }
    }
  }
}
