/// What was found out about names: a sheet has the same ones again and again.
final class KnownNames {
  private var names: [String: Bool] = [:]
  private var meanings: [String: (name: Name?, own: OwnName?)] = [:]
  private static let most = 10_000

  /// Whether a text is a name, found out but once.
  func isName(_ text: String, _ find: () -> Bool) -> Bool {
    if let known = names[text] { return known }
    if names.count > Self.most { names.removeAll(keepingCapacity: true) }
    let found = find()
    names[text] = found
    return found
  }

  /// Whether a text was found to be a name.
  func isKnown(_ text: String) -> Bool { names[text] ?? false }

  /// What a name says, found out but once.
  func meaning(
    of text: String, _ find: () -> (name: Name?, own: OwnName?)
  ) -> (name: Name?, own: OwnName?) {
    if let known = meanings[text] { return known }
    if meanings.count > Self.most { meanings.removeAll(keepingCapacity: true) }
    let found = find()
    meanings[text] = found
    return found
  }
}
