import Testing

@testable import Derivations

/// No letter means two things in one notation, whatever the activation and the optimiser.
struct FixedLetterTests {
  /// The books' own: e is Euler's number where it has an exponent, and an error where it has an index.
  @Test(arguments: Notation.profiles.map(\.name))
  func `no letter means two things`(_ name: String) throws {
    let notation = try #require(Notation.named(name))
    var meanings: [String: Set<String>] = [:]
    for (meaning, letter) in notation.ownLetters + notation.fixedLetters {
      meanings[letter, default: []].insert(meaning)
    }
    for (letter, meanings) in meanings {
      #expect(meanings.count == 1, "\(notation.name): \(letter) is \(meanings.sorted())")
    }
  }

  @Test func `a letter that a notation has taken gives way`() throws {
    var notation = try #require(Notation.named("documents"))
    notation.net = Notation.Letter("v")
    notation.function = "φ"
    notation.weight = Notation.Letter("β")
    let letters = Dictionary(uniqueKeysWithValues: notation.fixedLetters)
    #expect(letters["velocity"] == "u" && letters["normal density"] == "Φ′")
    #expect(letters["beta1"] == "ρ1")
  }
}
