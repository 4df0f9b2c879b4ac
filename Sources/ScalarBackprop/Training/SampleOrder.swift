/// In which order, and in which batches, the samples of a training take their turn.
final class SampleOrder {
  /// The samples' numbers in the order of the current epoch, counted from 0.
  let numbers: UnsafeMutableBufferPointer<Int>
  /// The current epoch, counted from 1; 0 before the first batch.
  private(set) var epoch = 0
  private var next: Int
  private let batchSize: Int
  private var random: RandomSource?
  /// The source before the current epoch's order was drawn from it.
  private var drawnFrom: RandomSource?

  init(_ training: Training, count: Int) {
    precondition(training.epochs >= 1 && (training.batchSize ?? 1) >= 1)
    numbers = .allocate(capacity: count)
    _ = numbers.initialize(from: 0..<count)
    next = count
    batchSize = training.batchSize(of: count)
    random = training.shuffle.map { RandomSource(seed: $0) }
  }

  deinit { numbers.deallocate() }

  /// Whether every sample of the current epoch has had its turn.
  var isAtEnd: Bool { next == numbers.count }

  /// The places in `numbers` of the samples whose turn it is; a new epoch begins where one ended.
  @inline(__always)
  func nextBatch() -> Range<Int> {
    if isAtEnd { beginEpoch() }
    let batch = next..<min(next + batchSize, numbers.count)
    next = batch.upperBound
    return batch
  }

  /// A place to which the order can go back.
  struct Place {
    fileprivate var epoch: Int
    fileprivate var next: Int
    fileprivate var source: RandomSource?
  }

  var place: Place {
    get { Place(epoch: epoch, next: next, source: epoch == 0 ? random : drawnFrom) }
    set {
      random = newValue.source
      epoch = newValue.epoch
      if epoch > 0 {
        epoch -= 1
        beginEpoch()
      }
      next = newValue.next
    }
  }

  /// Every epoch's order is drawn from the file's.
  private func beginEpoch() {
    epoch += 1
    next = 0
    drawnFrom = random
    guard var source = random else { return }
    var order = Array(numbers.indices)
    source.shuffle(&order)
    _ = numbers.update(from: order)
    random = source
  }
}
