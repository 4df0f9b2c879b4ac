// Searching byte by byte: every line is searched for many words.

extension StringProtocol {
  /// The first place of a part.
  func firstPlace(of part: String) -> Index? {
    let (own, other) = (utf8, part.utf8)
    guard let first = other.first else { return nil }
    var rest = own[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: other) { return start }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// Whether a part stands here.
  func holds(_ part: String) -> Bool { firstPlace(of: part) != nil }

  /// The same with another text in every place of a part.
  func replacing(_ part: String, with other: String) -> String {
    var result = ""
    var rest = self[startIndex...]
    while let place = rest.firstPlace(of: part) {
      result += rest[..<place] + other
      rest = rest[rest.utf8.index(place, offsetBy: part.utf8.count)...]
    }
    return result + rest
  }
}
