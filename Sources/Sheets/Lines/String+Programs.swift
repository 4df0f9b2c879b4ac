internal import Texts

// What programs print of all parameters: "fc1.weight tensor(…)", OrderedDict([('fc1.weight', tensor(…)), …]).

extension String {
  /// The heading that a line of a program amounts to: what is printed below it are gradients, or the
  /// parameters after a step.
  var headingOfProgram: String? {
    guard contains("("), !contains("=") else { return nil }
    if holds(".step()") { return "New parameters:" }
    if holds("print("), holds(".grad)") { return "Gradients:" }
    return nil
  }

  /// "fc1.weight tensor([…])" as fc1.weight = tensor([…]).
  var withSignBeforeTensor: String {
    guard let place = firstPlace(of: " tensor("), case let name = self[..<place],
      !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "._".contains($0) })
    else { return self }
    return name + " =" + self[place...]
  }

  /// The lines that the entries of a dictionary are, where one is printed here; else the line itself.
  var entriesOfDictionary: [String] {
    guard holds("', tensor(") || holds(")), ('") || hasSuffix("))])") else { return [self] }
    var pieces = components(before: "('")
    for n in pieces.indices {
      var piece = pieces[n].trimmed
      let name = String(piece.dropFirst(2))
      if piece.hasPrefix("('"), let end = name.firstPlace(of: "', "), end > name.startIndex {
        piece = name[..<end] + " = " + name[end...].dropFirst(3)
      }
      // The bracket of a pair of a name and a tensor, and at the end those of the dictionary.
      for ending in ["),", ")])", ")}"] where piece.hasSuffix(ending) {
        piece.removeLast(ending.count)
      }
      pieces[n] = piece
    }
    return pieces.filter { !$0.isEmpty && $0 != "OrderedDict([" && $0 != "{" }
  }

  /// The text in pieces, each of which but the first begins with a mark.
  private func components(before mark: String) -> [String] {
    let parts = split(separator: mark, omittingEmptySubsequences: false).map(String.init)
    return parts.prefix(1) + parts.dropFirst().map { mark + $0 }
  }
}
