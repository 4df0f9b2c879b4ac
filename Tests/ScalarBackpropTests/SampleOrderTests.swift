import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// The order in which samples take their turn.
struct SampleOrderTests {
  @Test(arguments: [1, 2, 3, 10, 100])
  func `a shuffle is a permutation`(_ count: Int) {
    for seed in 0..<20 as Range<UInt64> {
      var source = RandomSource(seed: seed)
      var numbers = Array(0..<count)
      source.shuffle(&numbers)
      #expect(numbers.sorted() == Array(0..<count))
    }
  }

  @Test func `a seed's order is the same everywhere`() {
    // Worked out by another implementation of SplitMix64, Lemire's method and Fisher-Yates.
    var source = RandomSource(seed: 7)
    var numbers = Array(0..<10)
    source.shuffle(&numbers)
    #expect(numbers == [9, 5, 8, 6, 1, 2, 4, 7, 0, 3])
    numbers = Array(0..<10)
    source.shuffle(&numbers)
    #expect(numbers == [1, 8, 3, 2, 9, 5, 6, 7, 0, 4])
  }

  @Test func `every permutation of three is as likely`() {
    var source = RandomSource(seed: 1)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<6000 {
      var numbers = [0, 1, 2]
      source.shuffle(&numbers)
      counts[numbers, default: 0] += 1
    }
    #expect(counts.count == 6)
    #expect(counts.values.allSatisfy { (850...1150).contains($0) })
  }

  @Test func `every epoch draws a new order, and every sample has its turn`() throws {
    let file = try example("xor")
    var training = file.training
    training.epochs = 4
    training.shuffle = 7
    training.batchSize = 3
    var epochs: [Int: [[Int]]] = [:]
    for step in 1...8 {
      let state = try file.network.state(beforeStep: step, of: training, on: file.samples)
      epochs[state.epoch, default: []].append(state.batch)
    }
    #expect(epochs.keys.sorted() == [1, 2, 3, 4])
    for batches in epochs.values {
      #expect(batches.map(\.count) == [3, 1])
      #expect(batches.flatMap(\.self).sorted() == [0, 1, 2, 3])
    }
    #expect(Set(epochs.values).count > 1)
    var source = RandomSource(seed: 7)
    for epoch in 1...4 {
      var order = [0, 1, 2, 3]
      source.shuffle(&order)
      #expect(epochs[epoch]?.flatMap(\.self) == order)
    }
  }
}
