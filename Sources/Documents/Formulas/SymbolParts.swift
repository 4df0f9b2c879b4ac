internal import Derivations
internal import Phrases

// What the letters and labels of symbols are made of, for every way of writing mathematics.

extension String {
  /// A single letter and the number behind it: w and 5 of w5.
  var countedLetter: (letter: String, number: String)? {
    guard let letter = first, !letter.isNumber, letter.utf8.count < utf8.count,
      utf8.dropFirst(letter.utf8.count).allSatisfy(\.isDigit)
    else { return nil }
    return (String(letter), String(dropFirst()))
  }

  /// A letter and the sign high behind it: m and ⁻ of m⁻, f and ′ of f′.
  var markedLetter: (letter: String, mark: Character)? {
    guard let mark = last, "⁺⁻′".contains(mark), utf8.count > mark.utf8.count else { return nil }
    return (String(dropLast()), mark)
  }

  /// Whether these are no names but indices: single characters, numbers, 8b, letters like ji and jb.
  var isIndices: Bool {
    if utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ",") }) { return true }
    return split(separator: ",").allSatisfy { part in
      // A place within a map, i+m−1 or i′: no name has these signs.
      if part.contains(where: { "+−′".contains($0) }) { return true }
      let bytes = part.utf8
      if let byte = bytes.first, bytes.count == 1 { return byte.isASCIILetter || byte.isDigit }
      let node = bytes.last == UInt8(ascii: "b") ? bytes.dropLast() : bytes[...]
      return node.allSatisfy(\.isDigit) || node.allSatisfy { "ijkhl".utf8.contains($0) }
    }
  }
}

extension UInt8 {
  var isASCIILetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
  var isDigit: Bool { (0x30...0x39).contains(self) }
}

extension Symbol {
  /// What stands above a letter: its layer, and behind a comma the number of a sample in brackets.
  static func marksAbove(_ layer: String, _ sample: String) -> String {
    if sample.isEmpty { return layer }
    return layer + (layer.isEmpty ? "" : ",") + "(\(sample))"
  }
}
