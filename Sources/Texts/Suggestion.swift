/// "Did you mean": the known word that is nearest to one that is not known.
package enum Suggestion {
  /// The nearest of the known words, or `nil` where none is near: more than a third of the letters
  /// would have to be changed, added, left out or exchanged with their neighbour.
  package static func nearest(to word: String, among known: [String]) -> String? {
    // A word is read no further than it could be near to anything.
    guard word.unicodeScalars.prefix(mostLetters + 1).count <= mostLetters else { return nil }
    let letters = Array(word.lowercased().unicodeScalars)
    guard letters.count <= mostLetters else { return nil }
    let limit = max(1, letters.count / 3)
    var best: (word: String, distance: Int)?
    for candidate in known {
      // Each letter more or less is a change.
      let most = min(limit, (best?.distance ?? .max) - 1)
      let length = candidate.unicodeScalars.prefix(mostLetters + 1).count
      guard length <= mostLetters, length - letters.count <= most, letters.count - length <= most
      else { continue }
      let other = Array(candidate.lowercased().unicodeScalars)
      guard other.count <= mostLetters, candidate != word else { continue }
      let distance = distance(letters, other)
      if distance <= limit, distance < max(letters.count, other.count),
        distance < best?.distance ?? .max
      {
        best = (candidate, distance)
      }
    }
    return best?.word
  }

  /// Longer words are not looked at.
  private static let mostLetters = 64

  /// The distance of Damerau and Levenshtein, in its restricted form.
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var previous: [Int] = []
    var row = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        var cost = min(row[j] + (a[i] == b[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, previous[j - 1] + 1)
        }
        next.append(cost)
      }
      (previous, row) = (row, next)
    }
    return row[b.count]
  }
}
