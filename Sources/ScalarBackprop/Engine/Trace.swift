/// Every number of one training step, on one sample or on a batch of them.
///
/// Values lie in blocks of one kind, side by side; a value's name is worked
/// out from its place and the other way round, so that a trace costs 8 bytes a number. It is a class
/// only so that handing it on costs nothing; nothing in it ever changes.
public final class Trace: Sendable {
  /// The network as it was before the step.
  public let network: Network
  /// The samples that went through it, at least one; a single one without targets ends after the
  /// forward pass.
  public let samples: [Sample]
  /// What turned gradients into changes: η, the optimiser, the weight decay.
  public let rule: UpdateRule
  /// How the losses of several samples make one.
  public let batchLoss: BatchLoss
  /// The signs with which errors, δ and biases are told.
  public let convention: Convention
  /// Whether every result was rounded before the calculation went on with it.
  public let isRounded: Bool
  let layout: TraceLayout
  /// In the engine's own sign, ∂E/∂net.
  let values: [Double]

  init(
    network: Network, samples: [Sample], rule: UpdateRule, batchLoss: BatchLoss,
    convention: Convention, isRounded: Bool, layout: TraceLayout, values: [Double]
  ) {
    self.network = network
    self.samples = samples
    self.rule = rule
    self.batchLoss = batchLoss
    self.convention = convention
    self.isRounded = isRounded
    self.layout = layout
    self.values = values
  }

  /// Whether the step goes on behind the forward pass.
  public var hasTargets: Bool { layout.hasTargets }

  /// Whether the step is made from several samples.
  public var isBatch: Bool { samples.count > 1 }

  /// The blocks that the trace's convention tells, in the order of calculation.
  public var blocks: [Block] { layout.blocks.filter(\.isListed) }

  /// Those blocks and the ones in between that no convention tells, such as the products of the
  /// pass after the update.
  public var allBlocks: [Block] { layout.blocks }

  /// The block in which a quantity stands, found by arithmetic; `nil` where the step has no such
  /// quantity.
  ///
  /// - Parameters:
  ///   - quantity: of the network.
  ///   - sample: as for a quantity's value.
  public func block(of quantity: Quantity, sample: Int? = nil) -> Block? {
    layout.block(of: quantity, sample: sample)
  }

  /// Where a quantity stands in the order of calculation; `nil` where the step has no such quantity.
  ///
  /// - Parameters:
  ///   - quantity: of the network.
  ///   - sample: as for a quantity's value.
  package func position(of quantity: Quantity, sample: Int? = nil) -> Int? {
    layout.place(of: quantity, sample: sample)
  }

  /// A quantity's value, or `nil` where the step has no such quantity.
  ///
  /// Errors and δ have the sign of the convention. Values may be infinite or not a number where a
  /// calculation went beyond Double.
  ///
  /// - Parameters:
  ///   - quantity: of the network.
  ///   - sample: the sample's place in the batch. `nil` is for what the batch has: its parameters,
  ///     its loss and gradients; in a step on one sample, for everything.
  public subscript(quantity: Quantity, sample: Int? = nil) -> Double? {
    layout.place(of: quantity, sample: sample).map {
      value(at: $0, isTurned: convention.turns(quantity))
    }
  }

  /// The value at a place of a block, with the sign of the convention.
  public func value(_ n: Int, of block: Block) -> Double {
    value(at: block.start + n, isTurned: convention.turns(block.kind))
  }

  /// Whether a quantity of a listed block is told.
  ///
  /// The error of an output under binary cross-entropy, (t − y)/(y(1 − y)), is not, where y was
  /// rounded to 0 or 1.
  public func isListed(_ n: Int, of block: Block) -> Bool {
    guard network.loss.startsFromNets, block.kind == .errors,
      block.layer == network.layers.count - 1
    else { return true }
    return values[block.start + n].isFinite
  }

  /// The first quantity that went beyond Double, or `nil` where all is finite.
  public var firstNotFinite: Quantity? {
    if values.allSatisfy(\.isFinite) { return nil }
    for block in blocks {
      for n in 0..<block.count where isListed(n, of: block) && !values[block.start + n].isFinite {
        return quantity(n, of: block)
      }
    }
    return nil
  }

  /// The trace with other values of some quantities, in the sign of the convention, such as those
  /// that someone wrote.
  public func replacing(_ others: [Place: Double]) -> Trace {
    var values = values
    for (other, value) in others {
      guard let place = layout.place(of: other.quantity, sample: other.sample) else { continue }
      values[place] = convention.turns(other.quantity) ? -value : value
    }
    return Trace(
      network: network, samples: samples, rule: rule, batchLoss: batchLoss,
      convention: convention, isRounded: isRounded, layout: layout, values: values)
  }

  /// Turning is exact; adding 0 keeps a negative zero from being told.
  @inline(__always)
  private func value(at place: Int, isTurned: Bool) -> Double {
    isTurned ? 0 - values[place] : values[place] + 0
  }
}
