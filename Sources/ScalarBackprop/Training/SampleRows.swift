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
  /// Takes one row where it lies.
  @inline(__always)
  func load(_ row: Int, of samples: SampleRows) {
    load(row: samples.numbers.from(row &* samples.width))
  }
}
