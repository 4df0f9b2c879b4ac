internal import Texts

/// A value of a JSON text, with the place where it stands.
struct JSONValue {
  enum Kind {
    case null
    case bool(Bool)
    /// A finite number, and how it was typed.
    case number(TypedNumber)
    case string(String)
    case array([JSONValue])
    case object([JSONMember])
  }

  var kind: Kind
  /// The value's first byte in the text.
  var offset: Int
}

/// A key of an object, with its value.
struct JSONMember {
  var key: String
  /// The key's first byte in the text.
  var offset: Int
  var value: JSONValue
}
