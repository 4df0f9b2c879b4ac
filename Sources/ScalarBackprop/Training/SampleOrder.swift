/// In which order, and in which batches, the samples of a training take their turn.
struct SampleOrder {
  /// The samples' numbers in the order of the current epoch, counted from 0.
  private(set) var numbers: [Int]
  /// The current epoch, counted from 1; 0 before the first batch.
  private(set) var epoch = 0
  private var next: Int
  private let batchSize: Int
  private var random: RandomSource?

  init(_ training: Training, count: Int) {
    precondition(training.epochs >= 1 && (training.batchSize ?? 1) >= 1)
    numbers = Array(0..<count)
    next = count
    batchSize = training.batchSize(of: count)
    random = training.shuffle.map { RandomSource(seed: $0) }
  }

  /// Whether every sample of the current epoch has had its turn.
  var isAtEnd: Bool { next == numbers.count }

  /// The places in `numbers` of the samples whose turn it is; a new epoch begins where one ended.
  mutating func nextBatch() -> Range<Int> {
    if isAtEnd { beginEpoch() }
    let batch = next..<min(next + batchSize, numbers.count)
    next = batch.upperBound
    return batch
  }

  /// Every epoch's order is drawn from the file's.
  private mutating func beginEpoch() {
    epoch += 1
    next = 0
    guard random != nil else { return }
    for n in numbers.indices { numbers[n] = n }
    random?.shuffle(&numbers)
  }
}
