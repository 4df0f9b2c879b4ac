internal import ScalarBackprop

/// Numbers to calculate with by hand, drawn from a seed: in ±0.95 with one or two decimals, none of
/// them 0.
struct FriendlyNumbers {
  private var random: RandomSource
  /// What is left of numbers that occur once; `nil` where they may come again.
  private var deck: [String]?

  /// - Parameter areDistinct: whether no two numbers are the same, as long as there are friendly ones.
  init(seed: UInt64, areDistinct: Bool) {
    random = RandomSource(seed: seed)
    if areDistinct { deck = shuffledDeck() }
  }

  /// Draws a number.
  mutating func next() -> String {
    if let number = deck?.popLast() { return number }
    let digit = digit(below: 18)
    return digit < 9 ? "-0.\(9 - digit)" : "0.\(digit - 8)"
  }

  /// Magnitudes from 0.1 to 0.95 with a sign each, those of one decimal to be dealt first.
  private mutating func shuffledDeck() -> [String] {
    let short = shuffled(Array(1...9), "")
    let long = shuffled(Array(1...9), "5")
    return (short + long + shuffled(Array(1...9), "2") + shuffled(Array(1...9), "8")).reversed()
  }

  private mutating func shuffled(_ digits: [Int], _ ending: String) -> [String] {
    var rest = digits.map { "0.\($0)\(ending)" }
    var result: [String] = []
    while !rest.isEmpty {
      let text = rest.remove(at: digit(below: rest.count))
      result.append(digit(below: 2) == 0 ? text : "-" + text)
    }
    return result
  }

  private mutating func digit(below limit: Int) -> Int { Int(random.uniform() * Double(limit)) }
}
