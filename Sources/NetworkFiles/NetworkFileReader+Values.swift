internal import Phrases
internal import ScalarBackprop
internal import Texts

/// The fields of an object, all of them known and none twice.
struct Fields {
  let source: Source
  let value: JSONValue
  let members: [String: JSONMember]

  subscript(key: String) -> JSONValue? { members[key]?.value }

  func required(_ key: String, example: String) throws(SourceError) -> JSONValue {
    guard let value = self[key] else {
      throw source.error(at: value.offset, .missingKey(key, example: example))
    }
    return value
  }

  func optional<T>(
    _ key: String, _ read: (JSONValue) throws(SourceError) -> T
  ) throws(SourceError) -> T? {
    guard let value = self[key] else { return nil }
    return try read(value)
  }

  /// Refuses the second of two keys that exclude each other.
  func exclude(_ keys: [String]) throws(SourceError) {
    let present = keys.compactMap { members[$0] }.sorted { $0.offset < $1.offset }
    if present.count > 1 {
      throw source.error(
        at: present[1].offset, .keyDoesNotGo(present[1].key, with: present[0].key))
    }
  }
}

extension NetworkFileReader {
  func error(_ value: JSONValue, _ phrase: Phrase) -> SourceError {
    source.error(at: value.offset, phrase)
  }

  func fields(
    of value: JSONValue, named name: String, keys: [String]
  ) throws(SourceError) -> Fields {
    guard case .object(let members) = value.kind else {
      throw error(value, .wrongKind(name, .anObject))
    }
    var known: [String: JSONMember] = [:]
    for member in members {
      guard keys.contains(member.key) else {
        let near = Suggestion.nearest(to: member.key, among: keys)
        throw source.error(
          at: member.offset, .unknownKey(member.key.excerpt, near, known: keys))
      }
      known[member.key] = member
    }
    return Fields(source: source, value: value, members: known)
  }

  func string(_ value: JSONValue, for key: String) throws(SourceError) -> String {
    guard case .string(let text) = value.kind else { throw error(value, .wrongKind(key, .aText)) }
    return text
  }

  /// A title, or a name that is no node's.
  func title(_ value: JSONValue, for key: String) throws(SourceError) -> String {
    let text = try string(value, for: key)
    guard text.unicodeScalars.count <= Limits.titleLength else {
      throw error(value, .longText(key, Limits.titleLength))
    }
    return text
  }

  func number(_ value: JSONValue, for key: String) throws(SourceError) -> TypedNumber {
    guard case .number(let number) = value.kind else {
      throw error(value, .wrongKind(key, .aNumber))
    }
    return number
  }

  func number(
    _ value: JSONValue, for key: String, _ what: Phrase, where isRight: (Double) -> Bool
  ) throws(SourceError) -> TypedNumber {
    let number = try number(value, for: key)
    guard isRight(number.value) else { throw error(value, .outOfRange(key, what)) }
    return number
  }

  func numbers(
    _ value: JSONValue, for key: String, _ what: Phrase = .numbers
  ) throws(SourceError) -> [TypedNumber] {
    var result: [TypedNumber] = []
    for element in try list(value, for: key, what) {
      guard case .number(let number) = element.kind else {
        throw error(element, .wrongKind(key, what))
      }
      result.append(number)
    }
    return result
  }

  func list(
    _ value: JSONValue, for key: String, _ what: Phrase
  ) throws(SourceError) -> [JSONValue] {
    guard case .array(let elements) = value.kind else { throw error(value, .wrongKind(key, what)) }
    return elements
  }

  func wholeNumber(
    _ value: JSONValue, for key: String, from least: Int, _ what: Phrase? = nil
  ) throws(SourceError) -> Int {
    let what = what ?? .wholeNumber(from: least)
    guard case .number(let number) = value.kind else { throw error(value, .wrongKind(key, what)) }
    guard number.value == number.value.rounded() else { throw error(value, .wrongKind(key, what)) }
    guard let whole = Int(exactly: number.value), whole >= least else {
      throw error(value, .outOfRange(key, what))
    }
    return whole
  }

  func seed(_ value: JSONValue, for key: String) throws(SourceError) -> UInt64 {
    guard case .number(let number) = value.kind else {
      throw error(value, .wrongKind(key, .wholeNumber(from: 0)))
    }
    guard let seed = UInt64(number.text) ?? UInt64(exactly: number.value) else {
      throw error(value, .outOfRange(key, .wholeNumber(from: 0)))
    }
    return seed
  }

  /// A word of a list, or what it is another word for.
  func word(
    _ value: JSONValue, for key: String, among known: [String]
  ) throws(SourceError) -> String {
    let word = try string(value, for: key)
    guard known.contains(word) else {
      let near = Suggestion.nearest(to: word, among: known)
      throw error(value, .unknownWord(word.excerpt, for: key, near, known: known))
    }
    return word
  }

  func oneOf<T: RawRepresentable & CaseIterable>(
    _ type: T.Type, _ value: JSONValue, for key: String, aliases: [String: T] = [:]
  ) throws(SourceError) -> T where T.RawValue == String {
    let known = T.allCases.map(\.rawValue) + aliases.keys.sorted()
    let word = try word(value, for: key, among: known)
    guard let result = aliases[word] ?? T(rawValue: word) else {
      throw error(value, .unknownWord(word, for: key, nil, known: known))
    }
    return result
  }
}
