/// In which order, and in which batches, the samples of a training take their turn.
final class SampleOrder {
  /// The samples' numbers in the order of the current epoch, counted from 0.
  let numbers: UnsafeMutableBufferPointer<Int>
  /// The current epoch, counted from 1; 0 before the first batch.
  private(set) var epoch = 0
  private var next: Int
  private let batchSize: Int
  private var random: RandomSource?

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

  /// Every epoch's order is drawn from the file's.
  private func beginEpoch() {
    epoch += 1
    next = 0
    guard var source = random else { return }
    var order = Array(numbers.indices)
    source.shuffle(&order)
    _ = numbers.update(from: order)
    random = source
  }
}
