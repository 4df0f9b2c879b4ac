/// The samples of a training in flat storage: a row each, its targets and then its inputs.
final class SampleRows {
  let count: Int
  let width: Int
  let numbers: UnsafeMutableBufferPointer<Double>

  /// Copies samples, at least one, that were checked against a network.
  init(_ samples: [Sample]) {
    let rows = samples.map { ($0.targets ?? []) + $0.inputs }
    count = rows.count
    width = rows[0].count
    numbers = .allocate(capacity: count * width)
    _ = numbers.initialize(from: rows.joined())
  }

  deinit { numbers.deallocate() }
}

extension Workspace {
  /// Puts one row's targets and inputs in place.
  @inline(__always)
  func load(_ row: Int, of samples: SampleRows) {
    let (row, sample) = (samples.numbers.from(row &* samples.width), sample.from(0))
    for n in 0..<samples.width { sample[n] = row[n] }
  }
}
