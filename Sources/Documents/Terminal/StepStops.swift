internal import Derivations
internal import Phrases
internal import ScalarBackprop

/// The steps of a derivation that are gone through one by one, in the order of calculation.
struct StepStops {
  let derivation: Derivation
  /// Blocks in order.
  private let blocks: [Block]
  /// Where each step stands: its block, and its place there.
  private let places: [(block: Int, n: Int)]
  /// The first step under each heading.
  let parts: [Int]
  /// The place of a block among them, by where its numbers begin.
  private let ranks: [Int: Int]

  /// Takes the steps of a selection; `nil` is all of them.
  init(_ derivation: Derivation, _ selection: StepSelection?) {
    self.derivation = derivation
    let blocks = derivation.blocks
    var places: [(block: Int, n: Int)] = []
    var parts: [Int] = []
    var heading: Phrase?
    for (rank, block) in blocks.enumerated() {
      let count = places.count
      for n in 0..<block.count where derivation.trace.isListed(n, of: block) {
        guard selection?.includes(derivation.step(n, of: block)) ?? true else { continue }
        places.append((rank, n))
      }
      guard places.count > count else { continue }
      let own = derivation.heading(of: block)
      if own != heading { parts.append(count) }
      heading = own
    }
    self.blocks = blocks
    self.places = places
    self.parts = parts
    ranks = Dictionary(
      blocks.enumerated().map { ($1.start, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var count: Int { places.count }

  func block(at stop: Int) -> Block { blocks[places[stop].block] }

  func step(at stop: Int) -> Step {
    derivation.step(places[stop].n, of: block(at: stop))
  }

  /// Whether a number is known once a step is done; without its result, before that.
  func isKnown(_ quantity: Quantity, sample: Int?, at stop: Int, hidesResult: Bool) -> Bool {
    guard let block = derivation.trace.block(of: quantity, sample: sample),
      let rank = ranks[block.start],
      let position = derivation.trace.position(of: quantity, sample: sample)
    else { return false }
    let own = places[stop]
    guard rank == own.block else { return rank < own.block }
    let n = position - block.start
    return hidesResult ? n < own.n : n <= own.n
  }

  /// The nodes that a step is about, by position in the network.
  func nodes(at stop: Int) -> Set<Int> {
    let topology = derivation.symbols.topology
    switch step(at: stop).quantity {
    case .input(let j), .target(let j), .sum(let j, _), .scaledSum(let j, _), .net(let j, _),
      .output(let j, _), .outputLoss(let j, _), .error(let j), .slope(let j), .delta(let j):
      return [j]
    case .product(let j, let i, _), .back(let j, let i), .jacobian(let j, let i): return [j, i]
    case .loss: return Set(topology.outputs)
    case .parameter(_, let parameter):
      switch parameter {
      case .weight(let j, let i): return [j, i]
      case .bias(let j): return [j]
      case .shared: return Set(topology.uses(of: parameter).map(\.to))
      }
    }
  }

  /// The first step of the part before or behind the one of a step; at the ends it stays there.
  func part(from stop: Int, isOnward: Bool) -> Int {
    isOnward
      ? parts.first { $0 > stop } ?? max(0, count - 1) : parts.last { $0 < stop } ?? 0
  }
}
